import { defineRule, fail, observed, predicted } from './define';
import { aLine, type Examples } from './form/example';
import { asvs, mdnSetCookie, rfc } from './form/link';
import { byLine } from './form/mend';
import { s } from './form/sentence';
import { breaking } from './form/severity';

export const secureOverHttp = defineRule({
  id: 'secure-over-http',
  scope: 'line',
  severity: breaking,
  title: 'Set Secure cookies over https',
  why: s`A browser takes a ${'Secure'} cookie only over an encrypted connection (or from ${'localhost'}). Over http the line is thrown away.`,
  links: [rfc('5.7'), mdnSetCookie('secure'), asvs('3.4.1')],
  applies: (line) => !line.deletes && line.read.secure,
  check: (line) => (line.channel === 'http' ? fail(null) : { kind: 'pass' }),
  heading: (line) => s`Serve ${line.host} over https, so that ${line.read.name} is stored`,
  found: (line) => [
    observed(s`The line has ${'Secure'} and came over plain http.`, line.places),
    predicted(s`Browsers throw it away.`),
  ],
  fix: (line) =>
    byLine(
      line.read,
      s`Answer http with a redirect to https and set the cookie there. Leaving ${'Secure'} out would store it and send it in the clear.`,
      [],
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
