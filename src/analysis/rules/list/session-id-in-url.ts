import { defineRule, fail, observed, pass } from '../engine/define';
import type { Examples } from '../engine/example';
import { byAction } from '../engine/fix';
import { asvs, cwe, SECURE_COOKIES, wstg } from '../engine/link';
import { s } from '../engine/sentence';
import { always } from '../engine/severity';

export const sessionIdInUrl = defineRule({
  id: 'session-id-in-url',
  scope: 'site',
  severity: always('error'),
  harm: 'session-taken',
  points: { error: 25, warning: 15, note: 5 },
  column: null,
  title: 'Keep session ids out of addresses',
  why: s`An address is written into logs, histories and bookmarks, is sent to other sites as ${'Referer'} and is shared by people. With the session id in it, so is the session.`,
  links: [asvs('14.2.1'), wstg('04'), cwe(598), SECURE_COOKIES],
  applies: () => true,
  check: (site) => {
    const leaks = site.leaks.filter(({ where }) => where === 'url');
    return leaks.length === 0 ? pass : fail({ leaks });
  },
  // The rest of the id is still secret.
  mitigated: (_, { leaks }) => leaks.every(({ isPart }) => isPart),
  heading: () => s`Keep the session id out of addresses`,
  statements: (_, { leaks }) =>
    leaks.map(({ parameter, cookie, isPart, host, places }) =>
      observed(
        cookie === null
          ? s`Addresses of ${host} have a parameter ${parameter ?? ''}.`
          : parameter === null
            ? s`An address of ${host} contains the value of ${cookie}.`
            : isPart
              ? s`Addresses of ${host} contain a part of the value of ${cookie} as ${parameter}.`
              : s`Addresses of ${host} contain the value of ${cookie} as ${parameter}.`,
        places,
      ),
    ),
  fix: () =>
    byAction(
      null,
      s`Send the session in the cookie only (PHP: ${'session.use_only_cookies=1, session.use_trans_sid=0'}; servlets: ${'tracking-mode COOKIE'}), and end the sessions whose ids were in addresses.`,
    ),
});

export const examples = (): Examples => [
  {
    title: 'a servlet container rewrites links',
    steps: [
      {
        ask: 'GET https://shop.example/cart;jsessionid=31D4D96E407AAD42',
        sets: ['JSESSIONID=31D4D96E407AAD42; Path=/; Secure; HttpOnly'],
      },
    ],
    expect: 'fail',
  },
  {
    title: 'the cookie’s value under another name',
    steps: [
      { ask: 'POST https://shop.example/login', sets: ['sid=31d4d96e407aad42; Path=/; Secure; HttpOnly'] },
      { ask: 'GET https://shop.example/account?s=31d4d96e407aad42', sends: 'sid=31d4d96e407aad42' },
    ],
    roles: { sid: 'session-id' },
    expect: 'fail',
  },
  {
    title: 'half of the value',
    steps: [
      { ask: 'POST https://shop.example/login', sets: ['sid=31d4d96e407aad42f3c1b7a09e5d8c26; Path=/; Secure; HttpOnly'] },
      { ask: 'GET https://shop.example/account?h=31d4d96e407aad42', sends: 'sid=31d4d96e407aad42f3c1b7a09e5d8c26' },
    ],
    roles: { sid: 'session-id' },
    expect: 'fail',
  },
  {
    title: 'a connection’s own id, as chat libraries have',
    steps: [
      { ask: 'POST https://shop.example/login', sets: ['sid=31d4d96e407aad42; Path=/; Secure; HttpOnly'] },
      {
        ask: 'GET https://shop.example/socket.io/?EIO=4&sid=Xk3fQ9aLmN0pR7tV',
        as: 'fetch',
        from: 'https://shop.example',
        sends: 'sid=31d4d96e407aad42',
      },
    ],
    roles: { sid: 'session-id' },
    expect: 'pass',
  },
];
