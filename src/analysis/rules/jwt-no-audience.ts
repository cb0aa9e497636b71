import { defineRule, fail, observed, pass } from './define';
import { aLine, type Examples } from './form/example';
import { asvs, SECURE_COOKIES, wstg } from './form/link';
import { byAction } from './form/mend';
import { holdsJwt, notesOf } from './form/note-of';
import { s } from './form/sentence';
import { credentials } from './form/severity';

const SOUND =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJhdWQiOiJzaG9wIiwiaWF0IjoxNzk1NDM1MjAwLCJleHAiOjE3OTU0MzYxMDB9.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const FAULTY =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJpYXQiOjE3OTU0MzUyMDAsImV4cCI6MTc5NTQzNjEwMH0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

export const jwtNoAudience = defineRule({
  id: 'jwt-no-audience',
  scope: 'cookie',
  severity: credentials('note'),
  title: 'Say whom the token is for',
  why: s`Without ${'aud'} a token for one service is good for every other that trusts the same issuer.`,
  links: [
    asvs('9.2.3'),
    wstg('10'),
    { label: 'RFC 7519 §4.1.3', url: 'https://www.rfc-editor.org/rfc/rfc7519.html#section-4.1.3' },
    SECURE_COOKIES,
  ],
  applies: (cookie) => cookie.last !== null && holdsJwt(cookie),
  check: (cookie) => (notesOf(cookie, 'no-audience').length > 0 ? fail(null) : pass),
  heading: (cookie) => s`Say in the token of ${cookie.name} whom it is for`,
  found: (cookie) => [observed(s`The token has no ${'aud'}.`, cookie.lines[0]?.places ?? [])],
  fix: () => byAction(null, s`Set ${'aud'} to the service and have it refuse tokens for others.`),
});

export const examples = (): Examples => [
  aLine('no aud', 'fail', `token=${FAULTY}; Path=/; Secure; HttpOnly; Max-Age=900`, { role: 'auth-token' }),
  aLine('aud names the shop', 'pass', `token=${SOUND}; Path=/; Secure; HttpOnly; Max-Age=900`, { role: 'auth-token' }),
];
