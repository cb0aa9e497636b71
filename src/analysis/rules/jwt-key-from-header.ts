import { cannotTell, defineRule, fail, observed, pass } from './define';
import { aLine, type Examples } from './form/example';
import { asvs, cwe, SECURE_COOKIES, wstg } from './form/link';
import { byAction } from './form/mend';
import { holdsJwt, notesOf } from './form/note-of';
import { listed, s } from './form/sentence';
import { credentials } from './form/severity';

const SOUND =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJhdWQiOiJzaG9wIiwiaWF0IjoxNzk1NDM1MjAwLCJleHAiOjE3OTU0MzYxMDB9.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const FAULTY =
  'eyJhbGciOiJSUzI1NiIsImprdSI6Imh0dHBzOi8vc2hvcC5leGFtcGxlL2tleXMifQ.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJhdWQiOiJzaG9wIiwiaWF0IjoxNzk1NDM1MjAwLCJleHAiOjE3OTU0MzYxMDB9.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

export const jwtKeyFromHeader = defineRule({
  id: 'jwt-key-from-header',
  scope: 'cookie',
  severity: credentials('warning', 'note'),
  title: 'Do not let the token name its key',
  why: s`${'jku'}, ${'x5u'}, ${'x5c'} and ${'jwk'} in the header tell the server which key to check the token with. A server that follows them lets a forger bring one along.`,
  links: [
    asvs('9.1.3'),
    wstg('10'),
    { label: 'RFC 8725 §3.10', url: 'https://www.rfc-editor.org/rfc/rfc8725.html#section-3.10' },
    cwe(346),
    SECURE_COOKIES,
  ],
  applies: (cookie) => cookie.last !== null && holdsJwt(cookie),
  check: (cookie) => {
    const names = notesOf(cookie, 'key-from-header').map(({ slots }) => String(slots.parameter));
    return names.length > 0 ? fail({ names }) : pass;
  },
  heading: (cookie) => s`Do not let the token in ${cookie.name} name its key`,
  found: (cookie, { names }) => [
    observed(s`Its header has ${listed(names)}.`, cookie.lines[0]?.places ?? []),
    cannotTell(s`Whether the server follows it, or only keys it knows.`),
  ],
  fix: () => byAction(null, s`Name the key by ${'kid'} and look it up among your own.`),
});

export const examples = (): Examples => [
  aLine('a header with an address for the key', 'fail', `token=${FAULTY}; Path=/; Secure; HttpOnly; Max-Age=900`, {
    role: 'auth-token',
  }),
  aLine('a header with the algorithm alone', 'pass', `token=${SOUND}; Path=/; Secure; HttpOnly; Max-Age=900`, {
    role: 'auth-token',
  }),
];
