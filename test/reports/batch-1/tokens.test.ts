import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { fromPage, ID, LOGIN, OTHER } from '../steps';

const REPORTS: readonly Report[] = [
  // https://github.com/laravel/sanctum/issues/79
  [
    'CSRF token mismatch, and DevTools says that the domain attribute was invalid',
    [
      { ask: 'GET http://app.laratesting/' },
      {
        ask: 'GET http://api.laratesting/sanctum/csrf-cookie',
        ...fromPage('http://app.laratesting'),
        status: 204,
        sets: [
          `XSRF-TOKEN=${ID}; path=/; domain=.laratesting`,
          `laravel_session=${OTHER}; path=/; domain=.laratesting; httponly`,
        ],
      },
      { ask: 'POST http://api.laratesting/login', ...fromPage('http://app.laratesting'), fields: LOGIN, status: 419 },
    ],
    { kind: 'csrf-check', cookie: 'XSRF-TOKEN', cause: 'rejected', fix: 'two sites' },
  ],
  // https://github.com/manchenkoff/nuxt-auth-sanctum/issues/127
  [
    '419: the cookies come, and axios sends no X-XSRF-TOKEN to the API of a subdomain',
    [
      { ask: 'GET https://shop.example/' },
      {
        ask: 'GET https://api.shop.example/sanctum/csrf-cookie',
        ...fromPage('https://shop.example'),
        status: 204,
        sets: [
          `XSRF-TOKEN=${ID}; path=/; secure; samesite=lax`,
          `laravel_session=${OTHER}; path=/; secure; httponly; samesite=lax`,
        ],
        writes: [
          `XSRF-TOKEN=${ID}; Path=/; Secure; SameSite=Lax`,
          `laravel_session=${OTHER}; Path=/; Secure; HttpOnly; SameSite=Lax`,
        ],
      },
      {
        ask: 'POST https://api.shop.example/login',
        ...fromPage('https://shop.example'),
        fields: LOGIN,
        sends: `XSRF-TOKEN=${ID}; laravel_session=${OTHER}`,
        status: 419,
      },
    ],
    { kind: 'csrf-check', cookie: 'XSRF-TOKEN', cause: 'unreadable', fix: 'Domain' },
  ],
  // https://github.com/manchenkoff/nuxt-auth-sanctum/issues/121
  [
    'how do I send the CSRF cookie of the remote API from localhost:3000',
    [
      { ask: 'GET http://localhost:3000/' },
      {
        ask: 'GET https://api.shop.example/sanctum/csrf-cookie',
        ...fromPage('http://localhost:3000', 'cross-site'),
        status: 204,
        sets: [
          `XSRF-TOKEN=${ID}; path=/; secure; samesite=lax`,
          `laravel_session=${OTHER}; path=/; secure; httponly; samesite=lax`,
        ],
      },
      {
        ask: 'POST https://api.shop.example/login',
        ...fromPage('http://localhost:3000', 'cross-site'),
        fields: LOGIN,
        status: 419,
      },
    ],
    { kind: 'embedded-session', cookie: 'XSRF-TOKEN', cause: 'rejected', fix: 'below one domain' },
  ],
  // https://github.com/coneda/kor/issues/359
  [
    '“permission denied”: requests at page load compete for the session cookie',
    [
      { ask: 'GET https://kor.example/' },
      {
        ask: 'GET https://kor.example/session',
        as: 'fetch',
        from: 'https://kor.example',
        sends: '',
        sets: [`_kor_session=${ID}; path=/; HttpOnly`],
        after: 0.01,
      },
      {
        ask: 'GET https://kor.example/settings',
        as: 'fetch',
        from: 'https://kor.example',
        sends: '',
        sets: [`_kor_session=${OTHER}; path=/; HttpOnly`],
        after: 0.001,
      },
      {
        ask: 'POST https://kor.example/login',
        as: 'fetch',
        from: 'https://kor.example',
        fields: LOGIN,
        tokens: { 'x-csrf-token': 'abcdefabcdef012' },
        status: 403,
      },
    ],
    { kind: 'csrf-check', cookie: '_kor_session', cause: 'stale', fix: 'Let one request begin' },
  ],
  // https://github.com/glowfic-constellation/glowfic/issues/282
  [
    'InvalidAuthenticityToken: signed in elsewhere while a form was open',
    [
      { ask: 'GET https://glow.example/replies/new', sets: [`_glow_session=${ID}; path=/; HttpOnly; Secure`] },
      {
        ask: 'POST https://glow.example/login',
        from: 'https://glow.example',
        fields: { ...LOGIN, authenticity_token: 'tokAAAAAAAAAAAA1' },
        status: 302,
        answers: { location: '/' },
        sets: [`_glow_session=${OTHER}; path=/; HttpOnly; Secure`],
      },
      { ask: 'GET https://glow.example/', isRedirect: true, from: 'https://glow.example' },
      {
        ask: 'POST https://glow.example/replies',
        from: 'https://glow.example',
        headers: { referer: 'https://glow.example/replies/new' },
        fields: { content: 'x', authenticity_token: 'tokBBBBBBBBBBBB2' },
        status: 422,
      },
    ],
    { kind: 'csrf-check', cookie: '_glow_session', cause: 'stale', fix: 'Load the page' },
  ],
  // https://github.com/demarche-numerique/demarche.numerique.gouv.fr/pull/6332
  [
    'InvalidAuthenticityToken: the form comes from the cache of a reopened browser',
    [
      {
        ask: 'POST https://dem.example/users/sign_in',
        from: 'https://dem.example',
        fields: { ...LOGIN, authenticity_token: 'tokAAAAAAAAAAAA1' },
        status: 422,
        sets: [`_dem_session=${OTHER}; path=/; HttpOnly; Secure`],
      },
    ],
    { kind: 'csrf-check', cookie: '', cause: 'not-set', fix: 'no-store' },
  ],
];

describe('tokens against forgery', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
