import { describe, expect, test } from 'vitest';
import { answered, type Report } from './incident-answers';

const ID = '31d4d96e407aad42f3c1b7a09e5d8c26';
const OTHER = '9f2c71d0a4e85b3631d4d96e407aad42';

const REPORTS: readonly Report[] = [
  [
    'the wrong PHPSESSID is read: one of the domain and one of the host',
    [
      { ask: 'GET https://www.app.example/', sets: [`PHPSESSID=${OTHER}; Domain=app.example; Path=/; HttpOnly`] },
      {
        ask: 'POST https://www.app.example/login',
        from: 'https://www.app.example',
        fields: { user: 'a', password: 'b' },
        sets: [`PHPSESSID=${ID}; Path=/; HttpOnly`],
        status: 302,
        answers: { location: '/account' },
      },
      {
        ask: 'GET https://www.app.example/account',
        from: 'https://www.app.example',
        isRedirect: true,
        status: 302,
        answers: { location: '/login' },
      },
    ],
    { kind: 'wrong-cookie-first', cookie: 'PHPSESSID', cause: 'shadowed', fix: 'Domain=app.example' },
  ],
  [
    'I sign in at www and am nobody without it',
    [
      {
        ask: 'POST https://www.app.example/login',
        fields: { user: 'a', password: 'b' },
        sets: [`sid=${ID}; Path=/; Secure; HttpOnly`],
      },
      { ask: 'GET https://app.example/account', from: 'https://www.app.example', status: 302, answers: { location: '/login' } },
    ],
    { kind: 'sign-in-loop', cookie: 'sid', cause: 'other-host', fix: 'Domain=app.example' },
  ],
  [
    'a link to sign out is prefetched',
    [
      {
        ask: 'POST https://app.example/login',
        fields: { user: 'a', password: 'b' },
        sets: [`sid=${ID}; Path=/; Secure; HttpOnly`],
      },
      {
        ask: 'GET https://app.example/logout',
        from: 'https://app.example',
        purpose: 'prefetch',
        sets: ['sid=; Path=/; Max-Age=0'],
      },
      { ask: 'GET https://app.example/account', from: 'https://app.example', status: 302, answers: { location: '/login' } },
    ],
    { kind: 'prefetch-signs-out', cookie: 'sid', cause: 'deleted', fix: 'POST' },
  ],
  [
    'http works, https works, but after the redirect to http I am signed out',
    [
      {
        ask: 'POST https://app.example/login',
        fields: { user: 'a', password: 'b' },
        sets: [`sid=${ID}; Path=/; Secure; HttpOnly`],
        status: 302,
        answers: { location: 'http://app.example/home' },
      },
      { ask: 'GET http://app.example/home', isRedirect: true, status: 302, answers: { location: '/login' } },
    ],
    { kind: 'scheme-change', cookie: 'sid', cause: 'withheld', fix: 'https' },
  ],
  [
    'the payment provider posts back and the cart is empty, the session a new one',
    [
      { ask: 'GET https://app.example/', sets: [`PHPSESSID=${ID}; Path=/; Secure; HttpOnly; SameSite=Lax`] },
      { ask: 'GET https://app.example/cart', from: 'https://app.example' },
      {
        ask: 'POST https://app.example/payment/notify',
        from: 'https://pay.example',
        fields: { order: '7' },
        sets: [`PHPSESSID=${OTHER}; Path=/; Secure; HttpOnly; SameSite=Lax`],
      },
    ],
    { kind: 'session-lost', cookie: 'PHPSESSID', cause: 'withheld', fix: 'SameSite=None' },
  ],
  [
    'a page is gone: 404, with a Strict cookie left at home',
    [
      { ask: 'GET https://app.example/', sets: [`sid=${ID}; Path=/; Secure; SameSite=Strict`] },
      { ask: 'GET https://app.example/gone', from: 'https://mail.example', status: 404 },
    ],
    null,
  ],
  [
    'an API key is missing: 401 without any cookie',
    [{ ask: 'GET https://api.app.example/v1', as: 'fetch', from: 'https://app.example', status: 401 }],
    null,
  ],
  [
    'a firewall says 403 to a picture of a tracker',
    [
      { ask: 'GET https://ads.example/', sets: ['uid=tracker77; Path=/; Secure; SameSite=Lax'] },
      {
        ask: 'GET https://ads.example/pixel',
        as: 'image',
        from: 'https://app.example',
        top: 'https://app.example/',
        status: 403,
      },
    ],
    null,
  ],
];

describe('two of one name, hosts, schemes, and what is no incident', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
