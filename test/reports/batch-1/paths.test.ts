import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { ID, LOGIN, OTHER } from '../steps';

const REPORTS: readonly Report[] = [
  // https://github.com/grafana/grafana/issues/15069
  [
    'behind a sub-path I am signed out at once after the sign-in',
    [
      { ask: 'GET https://example.org/grafana/login' },
      {
        ask: 'POST https://example.org/grafana/login',
        as: 'fetch',
        from: 'https://example.org',
        fields: LOGIN,
        sets: [
          `grafana_user=admin; Path=/grafana/grafana/; Max-Age=604800`,
          `grafana_session=${ID}; Path=/grafana/grafana/; HttpOnly; SameSite=Lax`,
        ],
      },
      {
        ask: 'GET https://example.org/grafana/',
        from: 'https://example.org',
        status: 302,
        answers: { location: '/grafana/login' },
      },
      { ask: 'GET https://example.org/grafana/login', isRedirect: true, from: 'https://example.org' },
    ],
    { kind: 'sign-in-loop', cookie: 'grafana_session', cause: 'withheld', fix: 'proxy_cookie_path' },
  ],
  // https://github.com/MagnaCapax/PMSS/issues/455
  [
    'after login behind a reverse proxy the browser loops back to the login page',
    [
      {
        ask: 'POST https://box.example/public-u/sonarr/login?returnUrl=/public-u/sonarr/',
        from: 'https://box.example',
        fields: LOGIN,
        status: 302,
        answers: { location: '/public-u/sonarr/' },
        sets: [`SonarrAuth=${ID}${OTHER}; path=/sonarr; secure; httponly; samesite=lax`],
      },
      {
        ask: 'GET https://box.example/public-u/sonarr/',
        isRedirect: true,
        from: 'https://box.example',
        status: 302,
        answers: { location: '/public-u/sonarr/login?returnUrl=/public-u/sonarr/' },
      },
    ],
    { kind: 'sign-in-loop', cookie: 'SonarrAuth', cause: 'withheld', fix: 'proxy_cookie_path' },
  ],
  // https://github.com/cherokee/webserver/issues/853
  [
    'a reverse proxy does not rewrite cookie paths: sessions do not persist',
    [
      { ask: 'GET https://www.example/', sets: [`JSESSIONID=${ID}; Path=/webapp; Secure; HttpOnly`] },
      {
        ask: 'GET https://www.example/list',
        from: 'https://www.example',
        sets: [`JSESSIONID=${OTHER}; Path=/webapp; Secure; HttpOnly`],
      },
      {
        ask: 'POST https://www.example/j_security_check',
        from: 'https://www.example',
        fields: { j_username: 'a', j_password: 'b' },
        status: 303,
        answers: { location: '/list' },
        sets: [`JSESSIONID=${ID.slice(1)}7; Path=/webapp; Secure; HttpOnly`],
      },
      {
        ask: 'GET https://www.example/list',
        isRedirect: true,
        from: 'https://www.example',
        status: 302,
        answers: { location: '/login' },
        sets: [`JSESSIONID=${ID.slice(1)}8; Path=/webapp; Secure; HttpOnly`],
      },
    ],
    { kind: 'session-lost', cookie: 'JSESSIONID', cause: 'withheld', fix: 'Path=/' },
  ],
  // https://github.com/svenkubiak/mangooio/pull/380
  [
    'the session cookie is stuck on the path of the login page',
    [
      {
        ask: 'POST https://app.example/account/login',
        from: 'https://app.example',
        fields: LOGIN,
        status: 303,
        answers: { location: '/dashboard' },
        sets: [`SESSION=${ID}; HttpOnly; Secure`],
      },
      {
        ask: 'GET https://app.example/dashboard',
        isRedirect: true,
        from: 'https://app.example',
        status: 303,
        answers: { location: '/account/login' },
      },
    ],
    { kind: 'sign-in-loop', cookie: 'SESSION', cause: 'withheld', fix: 'Path=/' },
  ],
];

describe('paths and proxies', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
