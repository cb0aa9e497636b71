import { defineRule, fail, observed, pass } from './define';
import type { Examples } from './form/example';
import { asvs, cwe, SECURE_COOKIES, wstg } from './form/link';
import { byAction } from './form/mend';
import { s } from './form/sentence';
import { always } from './form/severity';

export const sessionIdInUrl = defineRule({
  id: 'session-id-in-url',
  scope: 'site',
  severity: always('error'),
  title: 'Keep session ids out of addresses',
  why: s`An address is written into logs, histories and bookmarks, is sent on to other sites as ${'Referer'} and is passed on by people. With the session id in it, so is the session.`,
  links: [asvs('14.2.1'), wstg('04'), cwe(598), SECURE_COOKIES],
  applies: () => true,
  check: (site) => {
    const leaks = site.leaks.filter(({ where }) => where === 'url');
    return leaks.length === 0 ? pass : fail({ leaks });
  },
  heading: () => s`Keep the session id out of addresses`,
  found: (_, { leaks }) =>
    leaks.map(({ parameter, cookie, host, places }) =>
      observed(
        cookie === null
          ? s`Addresses of ${host} have a parameter ${parameter ?? ''}.`
          : parameter === null
            ? s`An address of ${host} holds the value of ${cookie}.`
            : s`Addresses of ${host} hold the value of ${cookie} as ${parameter}.`,
        places,
      ),
    ),
  fix: () =>
    byAction(
      null,
      s`Carry the session in the cookie alone (PHP: ${'session.use_only_cookies=1, session.use_trans_sid=0'}; servlets: ${'tracking-mode COOKIE'}), and end the sessions that were in addresses.`,
    ),
});

export const examples = (): Examples => [
  {
    says: 'a servlet container rewrites links',
    steps: [
      {
        ask: 'GET https://shop.example/cart;jsessionid=31D4D96E407AAD42',
        sets: ['JSESSIONID=31D4D96E407AAD42; Path=/; Secure; HttpOnly'],
      },
    ],
    expect: 'fail',
  },
  {
    says: 'the cookie’s value under another name',
    steps: [
      { ask: 'POST https://shop.example/login', sets: ['sid=31d4d96e407aad42; Path=/; Secure; HttpOnly'] },
      { ask: 'GET https://shop.example/account?s=31d4d96e407aad42', sends: 'sid=31d4d96e407aad42' },
    ],
    roles: { sid: 'session-id' },
    expect: 'fail',
  },
  {
    says: 'a connection’s own id, as chat libraries have',
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
