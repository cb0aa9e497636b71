import { byCount } from '../../session/shared/english';
import { defineRule, fail, observed, pass } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { A_JWT } from '../engine/example-values';
import { byAction } from '../engine/fix';
import { asvs, SECURE_COOKIES, wstg } from '../engine/link';
import { listOf, s } from '../engine/sentence';
import { credentials } from '../engine/severity';
import { holdsJwt, placesIn, tokenNotes } from '../engine/token-notes';

const FAULTY =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJhdWQiOiJzaG9wIiwiaWF0IjoxNzk1NDM1MjAwLCJleHAiOjE3OTU0MzYxMDAwMDB9.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

export const jwtTimeMisread = defineRule({
  id: 'jwt-time-misread',
  scope: 'cookie',
  severity: credentials('warning', 'note'),
  harm: 'cookie-broken',
  points: { error: 15, warning: 15, note: 5 },
  column: 'value',
  title: 'Write times as seconds since 1970',
  why: s`Times in a JWT are numbers of seconds. In milliseconds they lie fifty thousand years ahead; as text they have no effect. Either way the JWT does not expire when it should.`,
  links: [
    asvs('9.2.1'),
    wstg('10'),
    { label: 'RFC 7519 §2', url: 'https://www.rfc-editor.org/rfc/rfc7519.html#section-2' },
    SECURE_COOKIES,
  ],
  applies: (cookie) => cookie.last !== null && holdsJwt(cookie),
  check: (cookie) => {
    const notes = tokenNotes(cookie, 'expiry-in-milliseconds', 'expiry-not-a-number');
    return notes.length > 0 ? fail({ claims: placesIn(notes) }) : pass;
  },
  heading: (cookie) => s`Write times in the JWT of ${cookie.name} as seconds`,
  statements: (cookie, { claims }) => [
    observed(
      s`${listOf(claims)} of the JWT ${[byCount(claims.length, 'is', 'are')]} not in seconds.`,
      cookie.lines[0]?.places ?? [],
    ),
  ],
  fix: () => byAction(null, s`Divide by 1,000 and round down.`),
});

export const examples = (): Examples => [
  aLine('exp in milliseconds', 'fail', `token=${FAULTY}; Path=/; Secure; HttpOnly; Max-Age=900`, { role: 'auth-token' }),
  aLine('exp in seconds', 'pass', `token=${A_JWT}; Path=/; Secure; HttpOnly; Max-Age=900`, { role: 'auth-token' }),
];
