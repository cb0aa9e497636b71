import { defineRule, fail, observed, pass } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { A_JWT } from '../engine/example-values';
import { byAction } from '../engine/fix';
import { asvs, cwe, SECURE_COOKIES, wstg } from '../engine/link';
import { s } from '../engine/sentence';
import { credentials } from '../engine/severity';
import { holdsJwt, tokenNotes } from '../engine/token-notes';

const FAULTY =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJhdWQiOiJzaG9wIiwiaWF0IjoxNzk1NDM1MjAwfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

export const jwtWithoutExp = defineRule({
  id: 'jwt-without-exp',
  scope: 'cookie',
  severity: credentials('error', 'warning'),
  harm: 'session-exposed',
  concerns: 'lifetime',
  points: { error: 20, warning: 10, note: 5 },
  column: 'value',
  title: 'Give the JWT an expiry',
  why: s`A JWT without ${'exp'} is valid forever: whoever copies it stays signed in until the key is changed for everyone. Deleting the cookie does not end it.`,
  links: [
    asvs('9.2.1'),
    wstg('10'),
    { label: 'RFC 7519 §4.1.4', url: 'https://www.rfc-editor.org/rfc/rfc7519.html#section-4.1.4' },
    cwe(613),
    SECURE_COOKIES,
  ],
  applies: (cookie) => cookie.last !== null && holdsJwt(cookie),
  check: (cookie) => (tokenNotes(cookie, 'no-expiry').length > 0 ? fail(null) : pass),
  heading: (cookie) => s`Give the JWT in ${cookie.name} an expiry`,
  statements: (cookie) => [observed(s`The JWT has no ${'exp'}.`, cookie.lines[0]?.places ?? [])],
  fix: () => byAction(null, s`Set ${'exp'} to minutes for access, and renew it with a refresh token that the server can revoke.`),
});

export const examples = (): Examples => [
  aLine('a token for ever', 'fail', `token=${FAULTY}; Path=/; Secure; HttpOnly; Max-Age=900`, { role: 'auth-token' }),
  aLine('a token for 15 minutes', 'pass', `token=${A_JWT}; Path=/; Secure; HttpOnly; Max-Age=900`, { role: 'auth-token' }),
  aLine('no JWT', 'not-applicable', 'token=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure', { role: 'auth-token' }),
];
