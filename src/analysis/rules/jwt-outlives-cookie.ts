import { seconds } from '../facts/units';
import { defineRule, fail, observed, pass } from './define';
import { aLine, type Examples } from './form/example';
import { asvs, cwe, SECURE_COOKIES, wstg } from './form/link';
import { byAction } from './form/mend';
import { holdsJwt, notesOf } from './form/note-of';
import { lasting, s } from './form/sentence';
import { credentials } from './form/severity';

const TOKEN =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1MSIsImlzcyI6InNob3AiLCJhdWQiOiJzaG9wIiwiaWF0IjoxNzk1NDM1MjAwLCJleHAiOjE3OTU0MzYxMDB9.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

export const jwtOutlivesCookie = defineRule({
  id: 'jwt-outlives-cookie',
  scope: 'cookie',
  severity: credentials('note'),
  title: 'Let token and cookie end together',
  why: s`The browser forgets the cookie, but whoever copied the token has it longer. What the cookie’s lifetime promises, the token does not keep.`,
  links: [asvs('9.2.1'), wstg('10'), cwe(613), SECURE_COOKIES],
  applies: (cookie) => cookie.last !== null && holdsJwt(cookie),
  check: (cookie) => {
    const [note] = notesOf(cookie, 'outlives-cookie');
    return note === undefined ? pass : fail({ by: seconds(Number(note.slots.seconds)) });
  },
  heading: (cookie) => s`Let the token in ${cookie.name} end with its cookie`,
  found: (cookie, { by }) => [
    observed(s`The token is valid ${lasting(by)} longer than its cookie.`, cookie.lines[0]?.places ?? []),
  ],
  fix: () => byAction(null, s`Give ${'exp'} and ${'Max-Age'} the same end.`),
});

export const examples = (): Examples => [
  aLine('a cookie for a minute, a token for fifteen', 'fail', `token=${TOKEN}; Path=/; Secure; HttpOnly; Max-Age=60`, {
    role: 'auth-token',
  }),
  aLine('both for fifteen', 'pass', `token=${TOKEN}; Path=/; Secure; HttpOnly; Max-Age=900`, { role: 'auth-token' }),
];
