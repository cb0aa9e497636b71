import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { fromPage, ID, LOGIN, OTHER } from '../steps';

const REPORTS: readonly Report[] = [
  // https://github.com/grafana/grafana/issues/16465
  [
    'I cannot get past the sign-in over http',
    [
      { ask: 'GET http://grafana.example/login' },
      {
        ask: 'POST http://grafana.example/login',
        as: 'fetch',
        from: 'http://grafana.example',
        fields: LOGIN,
        sets: [`grafana_session=${ID}; Path=/; HttpOnly; Secure; SameSite=Lax`],
      },
      { ask: 'GET http://grafana.example/', from: 'http://grafana.example', status: 302, answers: { location: '/login' } },
    ],
    { kind: 'scheme-change', cookie: 'grafana_session', cause: 'rejected', fix: 'must be left out' },
  ],
  // https://github.com/axios/axios/issues/2303
  [
    'set-cookie is ignored in my normal profile, and works in a private window',
    [
      {
        ask: 'GET https://sampledomain.example/',
        sets: [`token=${OTHER}; Domain=sampledomain.example; Path=/; Secure; HttpOnly`],
      },
      { ask: 'GET http://portal.sampledomain.example:5000/' },
      {
        ask: 'POST http://api.sampledomain.example:30000/sessions',
        ...fromPage('http://portal.sampledomain.example:5000'),
        fields: LOGIN,
        sets: [`token=${ID}; Domain=sampledomain.example; Path=/; HttpOnly`],
        answers: {
          'access-control-allow-origin': 'http://portal.sampledomain.example:5000',
          'access-control-allow-credentials': 'true',
        },
      },
      {
        ask: 'GET http://api.sampledomain.example:30000/me',
        ...fromPage('http://portal.sampledomain.example:5000'),
        status: 401,
      },
    ],
    { kind: 'scheme-change', cookie: 'token', cause: 'rejected', fix: 'another name' },
  ],
  // https://github.com/djangopackages/djangopackages/issues/1276
  [
    'sign-in in development fails at http://0.0.0.0:8000, not at localhost',
    [
      { ask: 'GET http://0.0.0.0:8000/admin/login/', sets: [`csrftoken=${OTHER}; Path=/; SameSite=Lax`] },
      {
        ask: 'POST http://0.0.0.0:8000/admin/login/',
        from: 'http://0.0.0.0:8000',
        fields: { ...LOGIN, csrfmiddlewaretoken: OTHER },
        status: 302,
        answers: { location: '/admin/' },
        sets: [`sessionid=${ID}; HttpOnly; Max-Age=1209600; Path=/; SameSite=Lax; Secure`],
      },
      {
        ask: 'GET http://0.0.0.0:8000/admin/',
        isRedirect: true,
        from: 'http://0.0.0.0:8000',
        status: 302,
        answers: { location: '/admin/login/?next=/admin/' },
      },
    ],
    { kind: 'scheme-change', cookie: 'sessionid', cause: 'rejected', fix: 'http://localhost' },
  ],
];

describe('http and https', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
