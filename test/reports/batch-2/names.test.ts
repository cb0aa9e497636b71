import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { ID, LOGIN, OTHER } from '../steps';

const own = (host: string) => ({ as: 'fetch', from: `https://${host}` }) as const;

const REPORTS: readonly Report[] = [
  // https://github.com/delight-im/PHP-Auth/issues/42
  [
    'two PHPSESSID: the sign-in passes, and the next check fails',
    [
      { ask: 'GET https://mysite.example/', sets: [`PHPSESSID=${ID}; path=/; domain=.mysite.example; secure; HttpOnly`] },
      {
        ask: 'POST https://mysite.example/login.php',
        from: 'https://mysite.example',
        fields: LOGIN,
        status: 302,
        answers: { location: '/members.php' },
        sets: [`PHPSESSID=${OTHER}; path=/; secure; httponly`],
      },
      {
        ask: 'GET https://mysite.example/members.php',
        isRedirect: true,
        from: 'https://mysite.example',
        status: 302,
        answers: { location: '/login.php' },
      },
    ],
    { kind: 'wrong-cookie-first', cookie: 'PHPSESSID', cause: 'shadowed', fix: 'Domain=mysite.example' },
  ],
  // https://github.com/angular/angular.js/issues/8324
  [
    'Angular writes the session cookie again for the subdomain',
    [
      {
        ask: 'POST https://app.shop.example/app/login',
        from: 'https://app.shop.example',
        fields: LOGIN,
        status: 302,
        answers: { location: '/app/' },
        sets: [`SID=${ID}; Domain=shop.example; Path=/`],
      },
      {
        ask: 'GET https://app.shop.example/app/',
        isRedirect: true,
        from: 'https://app.shop.example',
        writes: [`SID=${ID}; Path=/app/`],
      },
      {
        ask: 'POST https://app.shop.example/app/login',
        from: 'https://app.shop.example',
        fields: LOGIN,
        after: 3600,
        status: 302,
        answers: { location: '/app/' },
        sets: [`SID=${OTHER}; Domain=shop.example; Path=/`],
      },
      {
        ask: 'GET https://app.shop.example/app/',
        isRedirect: true,
        from: 'https://app.shop.example',
        status: 302,
        answers: { location: '/app/login' },
      },
    ],
    { kind: 'wrong-cookie-first', cookie: 'SID', cause: 'shadowed', fix: 'Path=/app/' },
  ],
  // https://github.com/jshttp/cookie/issues/18
  [
    'the domain of the cookie was changed, and now there are two user_token',
    [
      { ask: 'GET https://a.sub.b.example/', sets: [`user_token=${ID}; Domain=.b.example; Path=/; Max-Age=2592000`] },
      {
        ask: 'POST https://a.sub.b.example/api/login',
        ...own('a.sub.b.example'),
        fields: LOGIN,
        after: 86400,
        sets: [`user_token=${OTHER}; Domain=.sub.b.example; Path=/; Max-Age=2592000`],
      },
      { ask: 'GET https://a.sub.b.example/api/me', ...own('a.sub.b.example'), status: 401 },
    ],
    { kind: 'wrong-cookie-first', cookie: 'user_token', cause: 'shadowed', fix: 'Domain=b.example' },
  ],
  // https://github.com/gramener/gramex/issues/214
  [
    'two instances below one domain: sid is replaced each time I change between them',
    [
      {
        ask: 'POST https://app1.server.example/login',
        from: 'https://app1.server.example',
        fields: LOGIN,
        status: 302,
        answers: { location: '/' },
        sets: [`sid="2|1:0|${ID}"; Domain=.server.example; HttpOnly; Path=/; Secure`],
      },
      { ask: 'GET https://app1.server.example/', isRedirect: true, from: 'https://app1.server.example' },
      {
        ask: 'GET https://app2.server.example/',
        sets: [`sid="2|1:0|${OTHER}"; Domain=.server.example; HttpOnly; Path=/; Secure`],
      },
      { ask: 'GET https://app1.server.example/reports', status: 302, answers: { location: '/login?next=/reports' } },
    ],
    { kind: 'applications-overwrite', cookie: 'sid', cause: 'overwritten', fix: 'differently' },
  ],
  // https://github.com/expressjs/session/issues/124
  [
    'two node applications on one machine disturb each other’s sessions',
    [
      {
        ask: 'POST http://localhost:3000/login',
        from: 'http://localhost:3000',
        fields: LOGIN,
        status: 302,
        answers: { location: '/account' },
        sets: [`connect.sid=s%3A${ID}.sig1; Path=/; HttpOnly`],
      },
      { ask: 'GET http://localhost:3000/account', isRedirect: true, from: 'http://localhost:3000' },
      {
        ask: 'POST http://localhost:4000/login',
        from: 'http://localhost:4000',
        fields: LOGIN,
        status: 302,
        answers: { location: '/account' },
        sets: [`connect.sid=s%3A${OTHER}.sig2; Path=/; HttpOnly`],
      },
      { ask: 'GET http://localhost:4000/account', isRedirect: true, from: 'http://localhost:4000' },
      {
        ask: 'GET http://localhost:3000/account',
        status: 302,
        answers: { location: '/login' },
        sets: [`connect.sid=s%3A${ID}2.sig3; Path=/; HttpOnly`],
      },
    ],
    { kind: 'applications-overwrite', cookie: 'connect.sid', cause: 'overwritten', fix: 'differently' },
  ],
  // https://github.com/gbv/login-server/issues/111
  [
    'opening one instance removes the session of the other, below another path',
    [
      {
        ask: 'POST https://coli.example/login-one/login/ldap',
        from: 'https://coli.example',
        fields: LOGIN,
        status: 302,
        answers: { location: '/login-one/account' },
        sets: [`connect.sid=s%3A${ID}.sig1; Path=/; HttpOnly; Secure; SameSite=None`],
      },
      { ask: 'GET https://coli.example/login-one/account', isRedirect: true, from: 'https://coli.example' },
      {
        ask: 'GET https://coli.example/login-two/',
        sets: [`connect.sid=s%3A${OTHER}.sig2; Path=/; HttpOnly; Secure; SameSite=None`],
      },
      { ask: 'GET https://coli.example/login-one/account', status: 302, answers: { location: '/login-one/login' } },
    ],
    // Not found: every address of the application says “login”, by its folder.
    null,
  ],
  // https://github.com/danbooru/danbooru/issues/4137
  [
    'one must sign in again at each subdomain',
    [
      {
        ask: 'POST https://booru.example/session',
        from: 'https://booru.example',
        fields: LOGIN,
        status: 302,
        answers: { location: '/posts' },
        sets: [`_danbooru_session=${ID}${OTHER}; path=/; secure; HttpOnly; SameSite=Lax`],
      },
      { ask: 'GET https://booru.example/posts', isRedirect: true, from: 'https://booru.example' },
      {
        ask: 'GET https://safe.booru.example/user_upgrade/new',
        from: 'https://booru.example',
        status: 302,
        answers: { location: '/session/new?url=%2Fuser_upgrade%2Fnew' },
      },
      {
        ask: 'GET https://safe.booru.example/session/new?url=%2Fuser_upgrade%2Fnew',
        isRedirect: true,
        from: 'https://booru.example',
      },
    ],
    { kind: 'session-lost', cookie: '_danbooru_session', cause: 'other-host', fix: 'Domain=booru.example' },
  ],
];

describe('names, hosts and paths', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
