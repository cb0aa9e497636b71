import { defineRule, fail, observed, pass } from '../engine/define';
import { aLine, type Examples } from '../engine/example';
import { byAction } from '../engine/fix';
import { asvs, cwe, mdn, wstg } from '../engine/link';
import { counted, s } from '../engine/sentence';
import { credentials } from '../engine/severity';

export const sessionInClear = defineRule({
  id: 'session-in-clear',
  scope: 'cookie',
  severity: { ...credentials('error'), 'csrf-token': 'warning' },
  harm: 'session-taken',
  points: { error: 50, warning: 20, note: 10 },
  column: 'secure',
  title: 'Serve the site over https',
  why: s`Over plain http everyone on the network, from the Wi-Fi to the provider, can read and use what signs the user in.`,
  links: [mdn('Strict-Transport-Security', 'Reference/Headers/Strict-Transport-Security'), asvs('3.4.1'), wstg('09'), cwe(319)],
  applies: (cookie) => cookie.last !== null && cookie.party === 'own',
  check: (cookie) => {
    const setInClear = cookie.lines.filter((line) => line.channel === 'http');
    return setInClear.length > 0 || cookie.sentInClear.count > 0 ? fail({ setInClear }) : pass;
  },
  heading: (cookie) => s`Serve the site over https: ${cookie.name} is sent unencrypted`,
  statements: (cookie, { setInClear }) => [
    ...setInClear.slice(0, 1).map((line) => observed(s`${line.host} set it over plain http.`, line.places)),
    ...(cookie.sentInClear.count > 0
      ? [
          observed(
            s`${[counted(cookie.sentInClear.count, 'request')]} were sent with it over plain http.`,
            cookie.sentInClear.places,
          ),
        ]
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
