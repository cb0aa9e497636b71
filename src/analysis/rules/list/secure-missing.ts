import { defineRule, fail, observed, pass, predicted, unknown } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byCookie, onLines } from '../engine/fix';
import { asvs, cwe, mdnSetCookie, rfc, wstg } from '../engine/link';
import { s } from '../engine/sentence';
import { credentials } from '../engine/severity';

const DEPLOYED = s`whether the deployed server sets ${'Secure'}: this one is on your machine and was asked over http`;

export const secureMissing = defineRule({
  id: 'secure-missing',
  scope: 'cookie',
  severity: { ...credentials('error', 'note'), 'csrf-token': 'warning' },
  harm: 'session-exposed',
  points: { error: 40, warning: 15, note: 5 },
  column: 'secure',
  title: 'Add Secure',
  why: s`Without ${'Secure'} the browser also sends the cookie over plain http, where anyone on the network can read and change it. One http link or image is enough.`,
  links: [rfc('5.7'), mdnSetCookie('secure'), asvs('3.3.1'), wstg('02'), cwe(614)],
  // Over plain http a browser refuses Secure: that cookie's fault is another, see session-in-clear.
  applies: (cookie) => cookie.last !== null && cookie.channel !== 'http',
  check: (cookie) => {
    if (cookie.last?.secure !== false) return pass;
    // What a server on this machine leaves out in development says nothing of the one that visitors ask.
    return cookie.channel === 'local' ? unknown(DEPLOYED) : fail(null);
  },
  // Strict-Transport-Security keeps the browser from asking over http at all, once it has seen it.
  mitigated: ({ hsts, hostOnly }) => hsts.kind === 'given' && hsts.maxAge > 0 && (hostOnly || hsts.includeSubDomains),
  heading: (cookie) => s`Add Secure to ${cookie.name}`,
  statements: (cookie) => [
    ...onLines(cookie, (line) => !line.read.secure, s`${'Secure'} is missing`),
    ...(cookie.hsts.kind === 'given'
      ? [
          observed(s`The host sends ${'Strict-Transport-Security'}.`, cookie.hsts.places),
          predicted(s`It protects browsers that have visited before.`),
        ]
      : []),
  ],
  fix: (cookie) =>
    byCookie(
      cookie,
      s`Set the cookie with ${'Secure'}. Browsers accept that on ${'localhost'} too.`,
      [{ kind: 'add-flag', flag: 'secure' }],
      s`Behind a proxy that terminates TLS, configure the application for it, or it will not set ${'Secure'} cookies.`,
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
  aLine('a server on this machine', 'unknown', 'sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; HttpOnly; SameSite=Lax', {
    role: 'session-id',
    ask: 'POST http://localhost:3000/login',
  }),
  aLine('a site without https', 'not-applicable', 'sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; HttpOnly', {
    role: 'session-id',
    ask: 'POST http://shop.example/login',
  }),
];
