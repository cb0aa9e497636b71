import { defineRule, fail, observed, pass } from './define';
import { aLine, type Examples } from './form/example';
import { asvs, cwe, mdn, wstg } from './form/link';
import { byAction } from './form/mend';
import { counted, s } from './form/sentence';
import { credentials } from './form/severity';

export const sessionInClear = defineRule({
  id: 'session-in-clear',
  scope: 'cookie',
  severity: { ...credentials('error'), 'csrf-token': 'warning' },
  title: 'Serve the site over https',
  why: s`Over plain http everybody on the way, from the wireless network to the provider, can read what signs the user in and use it.`,
  links: [mdn('Strict-Transport-Security', 'Reference/Headers/Strict-Transport-Security'), asvs('3.4.1'), wstg('09'), cwe(319)],
  applies: (cookie) => cookie.last !== null && cookie.party === 'own',
  check: (cookie) => {
    const setInClear = cookie.lines.filter((line) => line.channel === 'http');
    return setInClear.length > 0 || cookie.sentInClear.count > 0 ? fail({ setInClear }) : pass;
  },
  heading: (cookie) => s`Serve the site over https: ${cookie.name} travels in the clear`,
  found: (cookie, { setInClear }) => [
    ...setInClear.slice(0, 1).map((line) => observed(s`${line.host} set it over plain http.`, line.places)),
    ...(cookie.sentInClear.count > 0
      ? [observed(s`${[counted(cookie.sentInClear.count, 'request')]} carried it over plain http.`, cookie.sentInClear.places)]
      : []),
  ],
  fix: () =>
    byAction(
      'hsts',
      s`Serve everything over https, redirect http to it, send ${'Strict-Transport-Security'}, and set the cookie with ${'Secure'}.`,
    ),
});

export const examples = (): Examples => [
  aLine('a session id set over http', 'fail', 'sid=31d4d96e407aad42; Path=/; HttpOnly; SameSite=Lax', {
    role: 'session-id',
    ask: 'POST http://shop.example/login',
  }),
  aLine('the same over https', 'pass', 'sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=Lax', { role: 'session-id' }),
  aLine('this machine', 'pass', 'sid=31d4d96e407aad42; Path=/; HttpOnly; SameSite=Lax', {
    role: 'session-id',
    ask: 'POST http://localhost:3000/login',
  }),
];
