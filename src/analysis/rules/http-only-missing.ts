import { defineRule, fail, pass } from './define';
import { aLine, type Examples } from './form/example';
import { asvs, cwe, mdnSetCookie, rfc, wstg } from './form/link';
import { byCookie, onLines } from './form/mend';
import { s } from './form/sentence';
import { credentials } from './form/severity';

export const httpOnlyMissing = defineRule({
  id: 'http-only-missing',
  scope: 'cookie',
  severity: credentials('error'),
  title: 'Add HttpOnly',
  why: s`Every script that runs in the page, an injected or third-party one included, can read a cookie without ${'HttpOnly'} and use it elsewhere. With it the browser sends the cookie but shows it to no script.`,
  links: [rfc('5.7'), mdnSetCookie('httponly'), asvs('3.3.4'), wstg('02'), cwe(1004)],
  applies: (cookie) => cookie.last !== null,
  check: (cookie) => (cookie.last?.httpOnly === false ? fail(null) : pass),
  heading: (cookie) => s`Add HttpOnly to ${cookie.name}`,
  found: (cookie) => onLines(cookie, (line) => !line.read.httpOnly, s`${'HttpOnly'} is missing`),
  fix: (cookie) =>
    byCookie(
      cookie,
      s`Set the cookie with ${'HttpOnly'}.`,
      [{ kind: 'add-flag', flag: 'httponly' }],
      s`A script of your own may read ${cookie.name} today, which the traffic does not show: search your code for the name first.`,
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
