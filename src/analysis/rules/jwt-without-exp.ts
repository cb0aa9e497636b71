import { defineRule, fail, observed, pass } from './define';
import { aLine, type Examples } from './form/example';
import { asvs, cwe, SECURE_COOKIES, wstg } from './form/link';
import { byAction } from './form/mend';
import { holdsJwt, notesOf } from './form/note-of';
import { s } from './form/sentence';
import { credentials } from './form/severity';

const SOUND =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJhdWQiOiJzaG9wIiwiaWF0IjoxNzk1NDM1MjAwLCJleHAiOjE3OTU0MzYxMDB9.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const FAULTY =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJhdWQiOiJzaG9wIiwiaWF0IjoxNzk1NDM1MjAwfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

export const jwtWithoutExp = defineRule({
  id: 'jwt-without-exp',
  scope: 'cookie',
  severity: credentials('error', 'warning'),
  title: 'Give the token an end',
  why: s`A JWT without ${'exp'} is valid for ever: who copies it once is signed in until the key is changed for everybody. Deleting the cookie does not end it.`,
  links: [
    asvs('9.2.1'),
    wstg('10'),
    { label: 'RFC 7519 §4.1.4', url: 'https://www.rfc-editor.org/rfc/rfc7519.html#section-4.1.4' },
    cwe(613),
    SECURE_COOKIES,
  ],
  applies: (cookie) => cookie.last !== null && holdsJwt(cookie),
  check: (cookie) => (notesOf(cookie, 'no-expiry').length > 0 ? fail(null) : pass),
  heading: (cookie) => s`Give the token in ${cookie.name} an end`,
  found: (cookie) => [observed(s`The token has no ${'exp'}.`, cookie.lines[0]?.places ?? [])],
  fix: () => byAction(null, s`Set ${'exp'} to minutes for access, and renew it with a refresh token that the server can revoke.`),
});

export const examples = (): Examples => [
  aLine('a token for ever', 'fail', `token=${FAULTY}; Path=/; Secure; HttpOnly; Max-Age=900`, { role: 'auth-token' }),
  aLine('a token for 15 minutes', 'pass', `token=${SOUND}; Path=/; Secure; HttpOnly; Max-Age=900`, { role: 'auth-token' }),
  aLine('no JWT', 'not-applicable', 'token=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure', { role: 'auth-token' }),
];
