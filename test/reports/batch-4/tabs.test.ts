import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { authorize, ID, LOGIN, OTHER, STATE } from '../steps';

const own = (host: string) => ({ as: 'fetch', from: `https://${host}` }) as const;
const APPLE = '&response_mode=form_post';

const REPORTS: readonly Report[] = [
  // https://github.com/boardsesh/boardsesh/pull/1269
  [
    'Apple: State cookie was missing',
    [
      {
        ask: 'POST https://board.example/api/auth/signin/apple',
        from: 'https://board.example',
        fields: { csrfToken: OTHER },
        status: 302,
        answers: { location: authorize('https://board.example/api/auth/callback/apple', APPLE) },
        sets: [`__Secure-next-auth.state=${ID}${OTHER}; Max-Age=900; Path=/; HttpOnly; Secure; SameSite=Lax`],
      },
      { ask: `GET ${authorize('https://board.example/api/auth/callback/apple', APPLE)}`, isRedirect: true },
      {
        ask: 'POST https://board.example/api/auth/callback/apple',
        from: 'https://idp.example',
        fields: { code: 'c0de', state: STATE },
        status: 302,
        answers: { location: '/api/auth/signin?error=OAuthCallback' },
      },
    ],
    { kind: 'federated-sign-in', cookie: '__Secure-next-auth.state', cause: 'withheld', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/zorn-v/nextcloud-social-login/issues/539
  [
    'Apple and Nextcloud: the authorization state is invalid or has been consumed',
    [
      {
        ask: 'GET https://cloud.example/apps/sociallogin/oauth/apple',
        status: 302,
        answers: { location: authorize('https://cloud.example/apps/sociallogin/oauth/apple', APPLE) },
        sets: [`oc1a2b3c=${ID}; path=/; secure; HttpOnly; SameSite=Lax`],
      },
      { ask: `GET ${authorize('https://cloud.example/apps/sociallogin/oauth/apple', APPLE)}`, isRedirect: true },
      {
        ask: 'POST https://cloud.example/apps/sociallogin/oauth/apple',
        from: 'https://idp.example',
        fields: { code: 'c0de', state: STATE },
        status: 500,
      },
    ],
    { kind: 'federated-sign-in', cookie: 'oc1a2b3c', cause: 'withheld', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/heartcombo/devise/issues/3838
  [
    'InvalidAuthenticityToken after a sign-in in another tab',
    [
      { ask: 'GET https://rails.example/posts/new', sets: [`_my_app_session=${ID}; path=/; HttpOnly; Secure; SameSite=Lax`] },
      {
        ask: 'POST https://rails.example/users/sign_in',
        from: 'https://rails.example',
        fields: { ...LOGIN, authenticity_token: 'tokAAAAAAAAAAAA1' },
        status: 302,
        answers: { location: '/' },
        sets: [`_my_app_session=${OTHER}; path=/; HttpOnly; Secure; SameSite=Lax`],
      },
      { ask: 'GET https://rails.example/', isRedirect: true, from: 'https://rails.example' },
      {
        ask: 'POST https://rails.example/posts',
        from: 'https://rails.example',
        headers: { referer: 'https://rails.example/posts/new' },
        fields: { title: 'x', authenticity_token: 'tokBBBBBBBBBBBB2' },
        status: 422,
      },
    ],
    { kind: 'csrf-check', cookie: '_my_app_session', cause: 'stale', fix: 'Load the page' },
  ],
  // https://github.com/gombit-dev/gombit/issues/250
  [
    'a second tab breaks every write of the first: csrf token missing or invalid',
    [
      { ask: 'GET https://go.example/admin' },
      {
        ask: 'GET https://go.example/auth/csrf',
        ...own('go.example'),
        sets: [`gombit_csrf=${ID}; Path=/; Max-Age=86400; Secure; SameSite=Lax`],
      },
      { ask: 'GET https://go.example/admin' },
      {
        ask: 'GET https://go.example/auth/csrf',
        ...own('go.example'),
        sets: [`gombit_csrf=${OTHER}; Path=/; Max-Age=86400; Secure; SameSite=Lax`],
      },
      {
        ask: 'PATCH https://go.example/api/items/1',
        ...own('go.example'),
        tokens: { 'x-csrf-token': ID },
        fields: { name: 'x' },
        status: 403,
      },
    ],
    { kind: 'csrf-check', cookie: 'gombit_csrf', cause: 'stale', fix: 'let other tabs fetch the token' },
  ],
  // https://github.com/hapijs/bell/issues/209
  [
    'two tabs: the first signs in, the second misses its request token cookie',
    [
      {
        ask: 'GET https://hapi.example/login',
        status: 302,
        answers: { location: authorize('https://hapi.example/login') },
        sets: [`bell-custom=Fe26.2**${ID}${OTHER}; Secure; HttpOnly; Path=/; SameSite=Lax`],
      },
      { ask: `GET ${authorize('https://hapi.example/login')}`, isRedirect: true },
      {
        ask: 'GET https://hapi.example/login',
        status: 302,
        answers: { location: authorize('https://hapi.example/login').replace(STATE, 'other8state8w0rds88x') },
        sets: [`bell-custom=Fe26.2**${OTHER}${ID}; Secure; HttpOnly; Path=/; SameSite=Lax`],
      },
      { ask: `GET ${authorize('https://hapi.example/login').replace(STATE, 'other8state8w0rds88x')}`, isRedirect: true },
      {
        ask: 'GET https://hapi.example/login?code=c0de&state=other8state8w0rds88x',
        from: 'https://idp.example',
        status: 302,
        answers: { location: '/' },
        sets: ['bell-custom=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/', `sid=${ID}; Secure; HttpOnly; Path=/`],
      },
      { ask: 'GET https://hapi.example/', isRedirect: true, from: 'https://idp.example' },
      { ask: `GET https://hapi.example/login?code=c0de2&state=${STATE}`, from: 'https://idp.example', status: 500 },
    ],
    { kind: 'federated-sign-in', cookie: 'bell-custom', cause: 'deleted', fix: 'first letters' },
  ],
];

describe('forms, tabs, tokens', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
