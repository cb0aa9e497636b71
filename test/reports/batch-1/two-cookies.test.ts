import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { ID, LOGIN, OTHER } from '../steps';

const REPORTS: readonly Report[] = [
  // https://github.com/grafana/grafana/issues/91772
  [
    'password-free sign-in fails: two grafana_session with different paths',
    [
      {
        ask: 'POST https://ops.example/api/grafana/login',
        as: 'fetch',
        from: 'https://ops.example',
        sets: [`grafana_session=${ID}; Path=/; HttpOnly; SameSite=Lax`],
      },
      {
        ask: 'GET https://ops.example/grafana/login',
        from: 'https://ops.example',
        sets: [`grafana_session=${OTHER}; Path=/grafana; HttpOnly; SameSite=Lax`],
      },
      { ask: 'GET https://ops.example/grafana/api/dashboards/home', as: 'fetch', from: 'https://ops.example', status: 401 },
    ],
    {
      kind: 'wrong-cookie-first',
      cookie: 'grafana_session',
      cause: 'shadowed',
      fix: 'with no Domain (ops.example alone) and Path=/grafana',
    },
  ],
  // https://github.com/tinyauthapp/tinyauth/issues/155
  [
    'two instances below one domain: only the first can sign in',
    [
      {
        ask: 'POST https://tinyauth.d1.example/api/login',
        as: 'fetch',
        from: 'https://tinyauth.d1.example',
        fields: LOGIN,
        sets: [`tinyauth=${ID}; Domain=d1.example; Path=/; Secure; HttpOnly`],
      },
      {
        ask: 'POST https://tinyauth.s1.d1.example/api/login',
        as: 'fetch',
        from: 'https://tinyauth.s1.d1.example',
        fields: LOGIN,
        sets: [`tinyauth=${OTHER}; Domain=s1.d1.example; Path=/; Secure; HttpOnly`],
      },
      {
        ask: 'GET https://app.s1.d1.example/',
        from: 'https://tinyauth.s1.d1.example',
        status: 307,
        answers: { location: 'https://tinyauth.s1.d1.example/login' },
      },
    ],
    { kind: 'wrong-cookie-first', cookie: 'tinyauth', cause: 'shadowed', fix: 'different names' },
  ],
  // https://github.com/datalust/seq-tickets/issues/502
  [
    'signing in to /test signs me out of /dev',
    [
      {
        ask: 'POST https://ops.example/dev/api/users/login',
        as: 'fetch',
        from: 'https://ops.example',
        fields: LOGIN,
        sets: [`Seq-Session=${ID}; Path=/; Secure; HttpOnly`],
      },
      { ask: 'GET https://ops.example/dev/api/events', as: 'fetch', from: 'https://ops.example' },
      {
        ask: 'POST https://ops.example/test/api/users/login',
        as: 'fetch',
        from: 'https://ops.example',
        fields: LOGIN,
        sets: [`Seq-Session=${OTHER}; Path=/; Secure; HttpOnly`],
      },
      { ask: 'GET https://ops.example/dev/api/events', as: 'fetch', from: 'https://ops.example', status: 401 },
    ],
    { kind: 'applications-overwrite', cookie: 'Seq-Session', cause: 'overwritten', fix: 'differently' },
  ],
  // https://github.com/muety/wakapi/issues/310
  [
    'two versions on two ports of one host kick each other out',
    [
      {
        ask: 'POST http://nas.example:3000/login',
        from: 'http://nas.example:3000',
        fields: LOGIN,
        status: 302,
        answers: { location: '/summary' },
        sets: [`wakapi_auth=${ID}; Path=/; HttpOnly`],
      },
      { ask: 'GET http://nas.example:3000/summary', isRedirect: true, from: 'http://nas.example:3000' },
      {
        ask: 'POST http://nas.example:3001/login',
        from: 'http://nas.example:3001',
        fields: LOGIN,
        status: 302,
        answers: { location: '/summary' },
        sets: [`wakapi_auth=${OTHER}; Path=/; HttpOnly`],
      },
      { ask: 'GET http://nas.example:3001/summary', isRedirect: true, from: 'http://nas.example:3001' },
      { ask: 'GET http://nas.example:3000/summary', status: 302, answers: { location: '/?error=unauthorized' } },
    ],
    { kind: 'applications-overwrite', cookie: 'wakapi_auth', cause: 'overwritten', fix: 'differently' },
  ],
  // https://github.com/go-gitea/gitea/issues/31202
  [
    'sign in not possible below a sub-path: bad request',
    [
      { ask: 'GET https://git.example/app_path/', sets: [`_csrf=${OTHER}; Path=/app_path/; HttpOnly; Secure`] },
      {
        ask: 'GET https://git.example/app_path/user/login',
        from: 'https://git.example',
        sets: [`_csrf=${ID}; Path=/app_path; HttpOnly; Secure`],
      },
      {
        ask: 'POST https://git.example/app_path/user/login',
        from: 'https://git.example',
        fields: { ...LOGIN, _csrf: ID },
        status: 400,
      },
    ],
    { kind: 'wrong-cookie-first', cookie: '_csrf', cause: 'shadowed', fix: 'Path=/app_path/' },
  ],
];

describe('cookies of one name', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
