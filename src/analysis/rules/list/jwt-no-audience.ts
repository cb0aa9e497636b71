import { defineRule, fail, observed, pass } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { A_JWT } from '../engine/example-values';
import { byAction } from '../engine/fix';
import { asvs, SECURE_COOKIES, wstg } from '../engine/link';
import { s } from '../engine/sentence';
import { credentials } from '../engine/severity';
import { holdsJwt, tokenNotes } from '../engine/token-notes';

const FAULTY =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJpYXQiOjE3OTU0MzUyMDAsImV4cCI6MTc5NTQzNjEwMH0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

export const jwtNoAudience = defineRule({
  id: 'jwt-no-audience',
  scope: 'cookie',
  severity: credentials('note'),
  harm: 'session-exposed',
  points: { error: 2, warning: 2, note: 2 },
  column: 'value',
  title: 'Name the audience of the JWT',
  why: s`Without ${'aud'} a JWT for one service is valid at every other that trusts the same issuer.`,
  links: [
    asvs('9.2.3'),
    wstg('10'),
    { label: 'RFC 7519 §4.1.3', url: 'https://www.rfc-editor.org/rfc/rfc7519.html#section-4.1.3' },
    SECURE_COOKIES,
  ],
  applies: (cookie) => cookie.last !== null && holdsJwt(cookie),
  check: (cookie) => (tokenNotes(cookie, 'no-audience').length > 0 ? fail(null) : pass),
  heading: (cookie) => s`Name the audience of the JWT in ${cookie.name}`,
  statements: (cookie) => [observed(s`The JWT has no ${'aud'}.`, cookie.lines[0]?.places ?? [])],
  fix: () => byAction(null, s`Set ${'aud'} to the service and let it refuse JWTs for others.`),
});

export const examples = (): Examples => [
  aLine('no aud', 'fail', `token=${FAULTY}; Path=/; Secure; HttpOnly; Max-Age=900`, { role: 'auth-token' }),
  aLine('aud names the shop', 'pass', `token=${A_JWT}; Path=/; Secure; HttpOnly; Max-Age=900`, { role: 'auth-token' }),
];
