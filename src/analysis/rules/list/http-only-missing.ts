import { defineRule, fail, pass } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byAction, byCookie, onLines } from '../engine/fix';
import { asvs, cwe, mdnSetCookie, rfc, wstg } from '../engine/link';
import { s } from '../engine/sentence';
import { credentials } from '../engine/severity';

export const httpOnlyMissing = defineRule({
  id: 'http-only-missing',
  scope: 'cookie',
  severity: credentials('error'),
  harm: 'session-exposed',
  points: { error: 30, warning: 15, note: 8 },
  column: 'httponly',
  title: 'Add HttpOnly',
  why: s`Every script that runs in the page, an injected or third-party one included, can read a cookie without ${'HttpOnly'} and use it elsewhere. With it the browser sends the cookie but shows it to no script.`,
  links: [rfc('5.7'), mdnSetCookie('httponly'), asvs('3.3.4'), wstg('02'), cwe(1004)],
  applies: (cookie) => cookie.last !== null,
  check: (cookie) => (cookie.last?.httpOnly === false ? fail(null) : pass),
  heading: (cookie) => s`Add HttpOnly to ${cookie.name}`,
  statements: (cookie) => onLines(cookie, (line) => !line.read.httpOnly, s`${'HttpOnly'} is missing`),
  fix: (cookie) =>
    cookie.writes.length > 0
      ? byAction(
          null,
          s`Let only the server set ${cookie.name}, in a ${'Set-Cookie'} line with ${'HttpOnly'}: then no script can write it.`,
          s`It was also changed without a recorded response. Find out what writes it first: one of your scripts would stop working.`,
        )
      : byCookie(
          cookie,
          s`Set the cookie with ${'HttpOnly'}.`,
          [{ kind: 'add-flag', flag: 'httponly' }],
          s`One of your scripts may read ${cookie.name}, which the traffic does not show: search your code for the name first.`,
        ),
});

export const examples = (): Examples => [
  aLine('a session id that scripts can read', 'fail', 'sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure; SameSite=Lax', {
    role: 'session-id',
  }),
  aLine('the same with HttpOnly', 'pass', 'sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure; HttpOnly; SameSite=Lax', {
    role: 'session-id',
  }),
  aLine('a colour theme: nothing to steal', 'not-applicable', 'theme=dark; Path=/; Secure; SameSite=Lax', {
    role: 'preference',
  }),
  aLine('a CSRF token that the page has to read', 'not-applicable', 'csrf_token=9f2c71d0a4; Path=/; Secure; SameSite=Strict', {
    role: 'csrf-token',
  }),
  aLine('nobody knows what it is for', 'unknown', 'x7=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure', { role: 'unknown' }),
];
