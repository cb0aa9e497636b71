import { defineRule, fail, observed, pass } from './define';
import { aLine, type Examples } from './form/example';
import { asvs, SECURE_COOKIES, wstg } from './form/link';
import { byAction } from './form/mend';
import { holdsJwt, notesOf, placesIn } from './form/note-of';
import { listed, s } from './form/sentence';
import { credentials } from './form/severity';

const SOUND =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJhdWQiOiJzaG9wIiwiaWF0IjoxNzk1NDM1MjAwLCJleHAiOjE3OTU0MzYxMDB9.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const FAULTY =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJhdWQiOiJzaG9wIiwiaWF0IjoxNzk1NDM1MjAwLCJleHAiOjE3OTU0MzYxMDAwMDB9.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

export const jwtTimeMisread = defineRule({
  id: 'jwt-time-misread',
  scope: 'cookie',
  severity: credentials('warning', 'note'),
  title: 'Write times as seconds since 1970',
  why: s`Times in a JWT are numbers of seconds. In milliseconds they lie fifty thousand years ahead; as text they count for nothing. Either way the token does not end when it should.`,
  links: [
    asvs('9.2.1'),
    wstg('10'),
    { label: 'RFC 7519 §2', url: 'https://www.rfc-editor.org/rfc/rfc7519.html#section-2' },
    SECURE_COOKIES,
  ],
  applies: (cookie) => cookie.last !== null && holdsJwt(cookie),
  check: (cookie) => {
    const notes = notesOf(cookie, 'expiry-in-milliseconds', 'expiry-not-a-number');
    return notes.length > 0 ? fail({ claims: placesIn(notes) }) : pass;
  },
  heading: (cookie) => s`Write times in the token of ${cookie.name} as seconds`,
  found: (cookie, { claims }) => [
    observed(
      s`${listed(claims)} of the token ${[claims.length === 1 ? 'is' : 'are']} not in seconds.`,
      cookie.lines[0]?.places ?? [],
    ),
  ],
  fix: () => byAction(null, s`Divide by 1,000 and round down.`),
});

export const examples = (): Examples => [
  aLine('exp in milliseconds', 'fail', `token=${FAULTY}; Path=/; Secure; HttpOnly; Max-Age=900`, { role: 'auth-token' }),
  aLine('exp in seconds', 'pass', `token=${SOUND}; Path=/; Secure; HttpOnly; Max-Age=900`, { role: 'auth-token' }),
];
