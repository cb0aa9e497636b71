import { defineRule, fail, observed, predicted } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byAction } from '../engine/fix';
import { asvs, mdnSetCookie, rfc } from '../engine/link';
import { s } from '../engine/sentence';
import { breaking, LOST_COOKIE } from '../engine/severity';

export const secureOverHttp = defineRule({
  id: 'secure-over-http',
  scope: 'line',
  severity: breaking,
  harm: 'cookie-broken',
  points: LOST_COOKIE,
  column: 'secure',
  title: 'Set Secure cookies over https',
  why: s`A browser accepts a ${'Secure'} cookie only over an encrypted connection (or from ${'localhost'}). Over http the line is rejected.`,
  links: [rfc('5.7'), mdnSetCookie('secure'), asvs('3.4.1')],
  applies: (line) => !line.deletes && line.read.secure,
  check: (line) => (line.channel === 'http' ? fail(null) : { kind: 'pass' }),
  heading: (line) => s`Serve ${line.host} over https, so that ${line.read.name} is stored`,
  statements: (line) => [
    observed(s`The line has ${'Secure'} and came over plain http.`, line.places),
    predicted(s`Browsers reject it.`),
  ],
  fix: (line) =>
    byAction(
      'trust-proxy',
      s`Answer http with a redirect to https and set the cookie there. Behind a proxy that terminates TLS, configure the application for it, or it makes links and redirects with http.`,
      s`Leaving ${'Secure'} out of ${line.read.name} would store it and send it unencrypted.`,
    ),
});

export const examples = (): Examples => [
  aLine('Secure over http', 'fail', 'sid=31d4d96e407aad42; Path=/; Secure; HttpOnly', {
    role: 'session-id',
    ask: 'POST http://shop.example/login',
  }),
  aLine('Secure over https', 'pass', 'sid=31d4d96e407aad42; Path=/; Secure; HttpOnly', { role: 'session-id' }),
  aLine('Secure from localhost', 'pass', 'sid=31d4d96e407aad42; Path=/; Secure; HttpOnly', {
    role: 'session-id',
    ask: 'POST http://shop.localhost:8080/login',
  }),
];
