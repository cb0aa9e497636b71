import { cannotTell, defineRule, fail, observed, pass } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { A_JWT } from '../engine/example-values';
import { byAction } from '../engine/fix';
import { asvs, cwe, SECURE_COOKIES, wstg } from '../engine/link';
import { s } from '../engine/sentence';
import { credentials } from '../engine/severity';
import { holdsJwt, tokenNotes } from '../engine/token-notes';

const FAULTY =
  'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJhdWQiOiJzaG9wIiwiaWF0IjoxNzk1NDM1MjAwLCJleHAiOjE3OTU0MzYxMDB9.';

export const jwtAlgNone = defineRule({
  id: 'jwt-alg-none',
  scope: 'cookie',
  severity: credentials('error', 'warning'),
  harm: 'session-taken',
  points: { error: 50, warning: 20, note: 10 },
  column: 'value',
  title: 'Sign the JWT',
  why: s`A JWT with ${'alg: none'} or an empty signature proves nothing: anyone can write one for any user. A server that accepts it believes whatever it says.`,
  links: [
    asvs('9.1.2'),
    wstg('10'),
    { label: 'RFC 8725 §3.1', url: 'https://www.rfc-editor.org/rfc/rfc8725.html#section-3.1' },
    cwe(347),
    SECURE_COOKIES,
  ],
  applies: (cookie) => cookie.last !== null && holdsJwt(cookie),
  check: (cookie) => (tokenNotes(cookie, 'alg-none').length > 0 ? fail(null) : pass),
  heading: (cookie) => s`Sign the JWT in ${cookie.name}`,
  statements: (cookie) => [
    observed(s`The JWT is not signed.`, cookie.lines[0]?.places ?? []),
    cannotTell(s`Whether the server accepts a forged one: only sending one would show that.`),
  ],
  fix: () =>
    byAction(
      null,
      s`Sign with one algorithm (${'EdDSA'}, ${'ES256'}, ${'HS256'} with a long key) and have the server accept that one alone.`,
    ),
});

export const examples = (): Examples => [
  aLine('an unsigned token', 'fail', `token=${FAULTY}; Path=/; Secure; HttpOnly; Max-Age=900`, { role: 'auth-token' }),
  aLine('a signed one (whether rightly, no look can tell)', 'pass', `token=${A_JWT}; Path=/; Secure; HttpOnly; Max-Age=900`, {
    role: 'auth-token',
  }),
  aLine('no JWT', 'not-applicable', 'token=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure', { role: 'auth-token' }),
];
