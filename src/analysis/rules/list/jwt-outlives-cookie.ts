import { seconds } from '../../engine/base/units';
import { defineRule, fail, observed, pass } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { A_JWT } from '../engine/example-values';
import { byAction } from '../engine/fix';
import { asvs, cwe, SECURE_COOKIES, wstg } from '../engine/link';
import { lasting, s } from '../engine/sentence';
import { credentials } from '../engine/severity';
import { holdsJwt, tokenNotes } from '../engine/token-notes';

export const jwtOutlivesCookie = defineRule({
  id: 'jwt-outlives-cookie',
  scope: 'cookie',
  severity: credentials('note'),
  harm: 'session-exposed',
  concerns: 'lifetime',
  points: { error: 3, warning: 3, note: 3 },
  column: 'expires',
  title: 'Let JWT and cookie expire together',
  why: s`The browser deletes the cookie, but a copy of the JWT stays valid. The cookie’s lifetime suggests a limit that the JWT does not have.`,
  links: [asvs('9.2.1'), wstg('10'), cwe(613), SECURE_COOKIES],
  applies: (cookie) => cookie.last !== null && holdsJwt(cookie),
  check: (cookie) => {
    const [note] = tokenNotes(cookie, 'outlives-cookie');
    return note === undefined ? pass : fail({ by: seconds(Number(note.slots.seconds)) });
  },
  heading: (cookie) => s`Let the JWT in ${cookie.name} expire with its cookie`,
  statements: (cookie, { by }) => [
    observed(s`The JWT is valid ${lasting(by)} longer than its cookie.`, cookie.lines[0]?.places ?? []),
  ],
  fix: () => byAction(null, s`Give ${'exp'} and ${'Max-Age'} the same expiry.`),
});

export const examples = (): Examples => [
  aLine('a cookie for a minute, a token for fifteen', 'fail', `token=${A_JWT}; Path=/; Secure; HttpOnly; Max-Age=60`, {
    role: 'auth-token',
  }),
  aLine('both for fifteen', 'pass', `token=${A_JWT}; Path=/; Secure; HttpOnly; Max-Age=900`, { role: 'auth-token' }),
];
