import { cannotTell, defineRule, fail, observed, pass } from './define';
import { aLine, type Examples } from './form/example';
import { asvs, cwe, mdnSetCookie, rfc, wstg } from './form/link';
import { byCookie, onLines } from './form/mend';
import { s } from './form/sentence';
import { credentials } from './form/severity';

export const secureMissing = defineRule({
  id: 'secure-missing',
  scope: 'cookie',
  severity: { ...credentials('error', 'note'), 'csrf-token': 'warning' },
  title: 'Add Secure',
  why: s`Without ${'Secure'} the browser also sends the cookie over plain http, where anybody on the way can read and change it. One http link or image is enough.`,
  links: [rfc('5.7'), mdnSetCookie('secure'), asvs('3.3.1'), wstg('02'), cwe(614)],
  // Over plain http a browser refuses Secure: that cookie's fault is another, see session-in-clear.
  applies: (cookie) => cookie.last !== null && cookie.channel !== 'http',
  check: (cookie) => (cookie.last?.secure === false ? fail(null) : pass),
  // Strict-Transport-Security keeps the browser from asking over http at all, once it has seen it.
  softer: ({ hsts, hostOnly }) => hsts.kind === 'given' && hsts.maxAge > 0 && (hostOnly || hsts.includeSubDomains),
  heading: (cookie) => s`Add Secure to ${cookie.name}`,
  found: (cookie) => [
    ...onLines(cookie, (line) => !line.read.secure, s`${'Secure'} is missing`),
    ...(cookie.channel === 'local'
      ? [cannotTell(s`This is a server on your machine: whether the deployed one sets ${'Secure'} is not in this recording.`)]
      : []),
    ...(cookie.hsts.kind === 'given'
      ? [observed(s`${'Strict-Transport-Security'} protects browsers that have been here before.`, cookie.hsts.places)]
      : []),
  ],
  fix: (cookie) =>
    byCookie(
      cookie,
      s`Set the cookie with ${'Secure'}. Browsers accept that on ${'localhost'} too.`,
      [{ kind: 'add-flag', flag: 'secure' }],
      s`Behind a proxy that ends TLS, the application must be told so, or it will not set ${'Secure'} cookies.`,
    ),
});

export const examples = (): Examples => [
  aLine('a session id that also goes over http', 'fail', 'sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; HttpOnly; SameSite=Lax', {
    role: 'session-id',
  }),
  aLine('the same with Secure', 'pass', 'sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure; HttpOnly; SameSite=Lax', {
    role: 'session-id',
  }),
  aLine('a colour theme: worth a note', 'fail', 'theme=dark; Path=/; SameSite=Lax', { role: 'preference' }),
  aLine('a site without https', 'not-applicable', 'sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; HttpOnly', {
    role: 'session-id',
    ask: 'POST http://shop.example/login',
  }),
];
