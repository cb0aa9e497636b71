import { cannotTell, defineRule, fail, observed, pass } from './define';
import { aLine, type Examples } from './form/example';
import { asvs, cwe, SECURE_COOKIES, wstg } from './form/link';
import { byAction } from './form/mend';
import { holdsJwt, notesOf } from './form/note-of';
import { s } from './form/sentence';
import { credentials } from './form/severity';

const SOUND =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJhdWQiOiJzaG9wIiwiaWF0IjoxNzk1NDM1MjAwLCJleHAiOjE3OTU0MzYxMDB9.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const FAULTY =
  'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJhdWQiOiJzaG9wIiwiaWF0IjoxNzk1NDM1MjAwLCJleHAiOjE3OTU0MzYxMDB9.';

export const jwtAlgNone = defineRule({
  id: 'jwt-alg-none',
  scope: 'cookie',
  severity: credentials('error', 'warning'),
  title: 'Sign the token',
  why: s`A JWT with ${'alg: none'} or an empty signature proves nothing: anybody can write one with any user in it. A server that takes it takes whatever it is told.`,
  links: [
    asvs('9.1.2'),
    wstg('10'),
    { label: 'RFC 8725 §3.1', url: 'https://www.rfc-editor.org/rfc/rfc8725.html#section-3.1' },
    cwe(347),
    SECURE_COOKIES,
  ],
  applies: (cookie) => cookie.last !== null && holdsJwt(cookie),
  check: (cookie) => (notesOf(cookie, 'alg-none').length > 0 ? fail(null) : pass),
  heading: (cookie) => s`Sign the token in ${cookie.name}`,
  found: (cookie) => [
    observed(s`The token is not signed.`, cookie.lines[0]?.places ?? []),
    cannotTell(s`Whether the server accepts a forged one: that takes sending one.`),
  ],
  fix: () =>
    byAction(
      null,
      s`Sign with one algorithm (${'EdDSA'}, ${'ES256'}, ${'HS256'} with a long key) and have the server accept that one alone.`,
    ),
});

export const examples = (): Examples => [
  aLine('an unsigned token', 'fail', `token=${FAULTY}; Path=/; Secure; HttpOnly; Max-Age=900`, { role: 'auth-token' }),
  aLine('a signed one (whether rightly, no look can tell)', 'pass', `token=${SOUND}; Path=/; Secure; HttpOnly; Max-Age=900`, {
    role: 'auth-token',
  }),
  aLine('no JWT', 'not-applicable', 'token=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure', { role: 'auth-token' }),
];
