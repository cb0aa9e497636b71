import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { ID, LOGIN, OTHER } from '../steps';

const REPORTS: readonly Report[] = [
  // https://github.com/gentics/mesh/issues/282
  [
    'logout does not work: the cookie is deleted under another path',
    [
      {
        ask: 'POST https://cms.example/api/v1/auth/login',
        as: 'fetch',
        from: 'https://cms.example',
        fields: LOGIN,
        sets: [`mesh.token=${ID}.${OTHER}.${ID}; Path=/; HttpOnly; Secure`],
      },
      { ask: 'GET https://cms.example/api/v1/auth/me', as: 'fetch', from: 'https://cms.example' },
      {
        ask: 'GET https://cms.example/api/v1/auth/logout',
        as: 'fetch',
        from: 'https://cms.example',
        sets: [`mesh.token=; Path=/api/v1/auth; Max-Age=0`],
      },
      { ask: 'GET https://cms.example/api/v1/auth/me', as: 'fetch', from: 'https://cms.example' },
    ],
    { kind: 'sign-out-ineffective', cookie: 'mesh.token', cause: 'not-deleted', fix: 'Path=/;' },
  ],
  // https://github.com/rwf2/Rocket/issues/295
  [
    'removing the session cookie does not sign out',
    [
      {
        ask: 'POST https://r.example/api/v1/login',
        as: 'fetch',
        from: 'https://r.example',
        fields: LOGIN,
        sets: [`__sess_user_id=${ID}; HttpOnly; Path=/; Max-Age=10800`],
      },
      { ask: 'GET https://r.example/api/v1/me', as: 'fetch', from: 'https://r.example' },
      {
        ask: 'POST https://r.example/api/v1/logout',
        as: 'fetch',
        from: 'https://r.example',
        status: 204,
        sets: [`__sess_user_id=; Max-Age=0; Expires=Wed, 18 May 2016 22:26:46 GMT`],
      },
      { ask: 'GET https://r.example/api/v1/me', as: 'fetch', from: 'https://r.example' },
    ],
    { kind: 'sign-out-ineffective', cookie: '__sess_user_id', cause: 'not-deleted', fix: 'Path=/' },
  ],
  // https://github.com/vercel/next.js/issues/38128
  [
    'next/link prefetches my logout route and signs everybody out',
    [
      {
        ask: 'POST https://app.example/api/login',
        as: 'fetch',
        from: 'https://app.example',
        fields: LOGIN,
        sets: [`session=${ID}; Path=/; HttpOnly; Secure; SameSite=Lax`],
      },
      { ask: 'GET https://app.example/dashboard', from: 'https://app.example' },
      {
        ask: 'GET https://app.example/api/logout',
        as: 'fetch',
        from: 'https://app.example',
        headers: { purpose: 'prefetch' },
        status: 302,
        answers: { location: '/' },
        sets: ['session=; Path=/; Max-Age=0'],
      },
      { ask: 'GET https://app.example/', isRedirect: true, as: 'fetch', from: 'https://app.example' },
      { ask: 'GET https://app.example/settings', from: 'https://app.example', status: 302, answers: { location: '/login' } },
    ],
    { kind: 'prefetch-signs-out', cookie: 'session', cause: 'deleted', fix: 'prefetch={false}' },
  ],
  // https://github.com/bigcommerce/catalyst/pull/3231
  [
    'after logout a second session cookie stays and the pages loop',
    [
      {
        ask: 'POST https://shop.example/api/auth/callback/credentials',
        as: 'fetch',
        from: 'https://shop.example',
        fields: LOGIN,
        sets: [`__Secure-authjs.session-token=${ID}${OTHER}; Path=/; HttpOnly; Secure; SameSite=None; Partitioned`],
      },
      { ask: 'GET https://shop.example/account', from: 'https://shop.example' },
      {
        ask: 'POST https://shop.example/logout',
        from: 'https://shop.example',
        status: 302,
        answers: { location: '/' },
        sets: [`__Secure-authjs.session-token=; Path=/; HttpOnly; Secure; SameSite=None; Max-Age=0`],
      },
      { ask: 'GET https://shop.example/account', from: 'https://shop.example' },
    ],
    { kind: 'sign-out-ineffective', cookie: '__Secure-authjs.session-token', cause: 'not-deleted', fix: 'Partitioned' },
  ],
];

describe('sign-out', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
