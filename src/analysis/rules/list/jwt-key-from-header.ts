import { cannotTell, defineRule, fail, observed, pass } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { A_JWT } from '../engine/example-values';
import { byAction } from '../engine/fix';
import { asvs, cwe, SECURE_COOKIES, wstg } from '../engine/link';
import { listOf, s } from '../engine/sentence';
import { credentials } from '../engine/severity';
import { holdsJwt, tokenNotes } from '../engine/token-notes';

const FAULTY =
  'eyJhbGciOiJSUzI1NiIsImprdSI6Imh0dHBzOi8vc2hvcC5leGFtcGxlL2tleXMifQ.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJhdWQiOiJzaG9wIiwiaWF0IjoxNzk1NDM1MjAwLCJleHAiOjE3OTU0MzYxMDB9.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

export const jwtKeyFromHeader = defineRule({
  id: 'jwt-key-from-header',
  scope: 'cookie',
  severity: credentials('warning', 'note'),
  harm: 'session-taken',
  points: { error: 10, warning: 10, note: 3 },
  column: 'value',
  title: 'Do not let the JWT name its key',
  why: s`${'jku'}, ${'x5u'}, ${'x5c'} and ${'jwk'} in the header tell the server which key to verify the JWT with. A server that follows them lets an attacker supply the key.`,
  links: [
    asvs('9.1.3'),
    wstg('10'),
    { label: 'RFC 8725 §3.10', url: 'https://www.rfc-editor.org/rfc/rfc8725.html#section-3.10' },
    cwe(346),
    SECURE_COOKIES,
  ],
  applies: (cookie) => cookie.last !== null && holdsJwt(cookie),
  check: (cookie) => {
    const names = tokenNotes(cookie, 'key-from-header').map(({ slots }) => String(slots.parameter));
    return names.length > 0 ? fail({ names }) : pass;
  },
  heading: (cookie) => s`Do not let the JWT in ${cookie.name} name its key`,
  statements: (cookie, { names }) => [
    observed(s`Its header has ${listOf(names)}.`, cookie.lines[0]?.places ?? []),
    cannotTell(s`Whether the server follows it, or only keys it knows.`),
  ],
  fix: () => byAction(null, s`Name the key by ${'kid'} and look it up among your own.`),
});

export const examples = (): Examples => [
  aLine('a header with an address for the key', 'fail', `token=${FAULTY}; Path=/; Secure; HttpOnly; Max-Age=900`, {
    role: 'auth-token',
  }),
  aLine('a header with the algorithm alone', 'pass', `token=${A_JWT}; Path=/; Secure; HttpOnly; Max-Age=900`, {
    role: 'auth-token',
  }),
];
