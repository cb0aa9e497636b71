import { describe, expect, test } from 'vitest';
import { authorize, ID, LOGIN, OTHER, STATE } from './fresh-steps';
import { answered, type Report } from './incident-answers';

const PAST = 'Thu, 01 Jan 1970 00:00:00 GMT';
const own = (host: string) => ({ as: 'fetch', from: `https://${host}` }) as const;
/** A document in a frame of this page. */
const frameOf = (top: string, from = top) => ({ as: 'subdocument', from, top: `${top}/` }) as const;
const PORTAL = 'https://portal.corp.test';
const APPLE = '&response_mode=form_post';

const REPORTS: readonly Report[] = [
  // https://github.com/ktorio/ktor/issues/259
  [
    'the path can be set for the cookie, and not for its deletion',
    [
      {
        ask: 'POST https://ktor.example/myWebapp/page/login',
        from: 'https://ktor.example',
        fields: LOGIN,
        status: 302,
        answers: { location: '/myWebapp/page/home' },
        sets: [`SESSION_ID=${ID}; Max-Age=604800; Path=/myWebapp; HttpOnly; Secure`],
      },
      { ask: 'GET https://ktor.example/myWebapp/page/home', isRedirect: true, from: 'https://ktor.example' },
      {
        ask: 'GET https://ktor.example/myWebapp/page/logout',
        from: 'https://ktor.example',
        status: 302,
        answers: { location: '/myWebapp/page/login' },
        sets: [`SESSION_ID=; Expires=${PAST}`],
      },
      { ask: 'GET https://ktor.example/myWebapp/page/login', isRedirect: true, from: 'https://ktor.example' },
      { ask: 'GET https://ktor.example/myWebapp/page/home', from: 'https://ktor.example' },
    ],
    { kind: 'sign-out-ineffective', cookie: 'SESSION_ID', cause: 'not-deleted', fix: 'Path=/myWebapp' },
  ],
  // https://github.com/dotnet/aspnetcore/issues/17980
  [
    'the __Secure- cookie stays after SignOutAsync',
    [
      {
        ask: 'POST https://net.example/Account/Index',
        from: 'https://net.example',
        fields: LOGIN,
        status: 302,
        answers: { location: '/' },
        sets: [`__Secure-MyWebsite.Auth=CfDJ8${ID}${OTHER}; path=/; secure; samesite=lax; httponly`],
      },
      { ask: 'GET https://net.example/', isRedirect: true, from: 'https://net.example' },
      {
        ask: 'GET https://net.example/Account/Logout',
        from: 'https://net.example',
        status: 302,
        answers: { location: '/Account/Index' },
        sets: [`__Secure-MyWebsite.Auth=; expires=${PAST}; path=/; samesite=lax`],
      },
      { ask: 'GET https://net.example/Account/Index', isRedirect: true, from: 'https://net.example' },
      { ask: 'GET https://net.example/', from: 'https://net.example' },
    ],
    { kind: 'sign-out-ineffective', cookie: '__Secure-MyWebsite.Auth', cause: 'not-deleted', fix: 'Secure' },
  ],
  // https://github.com/HKUDS/DeepTutor/pull/625
  [
    'the deletion says SameSite=None without Secure: still signed in',
    [
      {
        ask: 'POST https://tutor.example/api/v1/auth/login',
        ...own('tutor.example'),
        fields: LOGIN,
        sets: [`dt_token=${ID}.${OTHER}; HttpOnly; Max-Age=86400; Path=/; SameSite=none; Secure`],
      },
      { ask: 'GET https://tutor.example/api/v1/auth/status', ...own('tutor.example') },
      {
        ask: 'POST https://tutor.example/api/v1/auth/logout',
        ...own('tutor.example'),
        sets: [`dt_token=""; expires=${PAST}; Max-Age=0; Path=/; SameSite=none`],
      },
      { ask: 'GET https://tutor.example/api/v1/auth/status', ...own('tutor.example') },
    ],
    { kind: 'sign-out-ineffective', cookie: 'dt_token', cause: 'not-deleted', fix: 'Secure' },
  ],
  // https://github.com/langwatch/langwatch/pull/3124
  [
    'the sign-out deletes the name without __Secure-',
    [
      {
        ask: 'POST https://lang.example/api/auth/sign-in/email',
        ...own('lang.example'),
        fields: LOGIN,
        sets: [`__Secure-better-auth.session_token=${ID}.${OTHER}; Max-Age=604800; Path=/; HttpOnly; Secure; SameSite=Lax`],
      },
      { ask: 'GET https://lang.example/projects', from: 'https://lang.example' },
      {
        ask: 'GET https://lang.example/api/auth/logout',
        from: 'https://lang.example',
        status: 302,
        answers: { location: '/' },
        sets: ['better-auth.session_token=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax'],
      },
      { ask: 'GET https://lang.example/', isRedirect: true, from: 'https://lang.example' },
      { ask: 'GET https://lang.example/projects', from: 'https://lang.example' },
    ],
    { kind: 'sign-out-ineffective', cookie: '__Secure-better-auth.session_token', cause: 'not-deleted', fix: 'Delete' },
  ],
  // https://github.com/grafana/grafana/issues/15991
  [
    'sign-in in a frame: “successful”, and the page stays the sign-in page',
    [
      {
        ask: 'POST https://graf.example/login',
        as: 'fetch',
        from: 'https://graf.example',
        top: `${PORTAL}/`,
        fields: LOGIN,
        sets: [`grafana_session=${ID}; Path=/; Max-Age=2595600; HttpOnly; SameSite`],
      },
      {
        ask: 'GET https://graf.example/',
        ...frameOf(PORTAL, 'https://graf.example'),
        status: 302,
        answers: { location: '/login' },
      },
    ],
    { kind: 'embedded-session', cookie: 'grafana_session', cause: 'rejected', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/elastic/kibana/issues/151346
  [
    'embedded, the sign-in works in Firefox, and in Chrome the page just reloads',
    [
      {
        ask: 'POST https://kib.example/internal/security/login',
        as: 'fetch',
        from: 'https://kib.example',
        top: `${PORTAL}/`,
        fields: LOGIN,
        sets: [`sid=Fe26.2**${ID}${OTHER}; Secure; HttpOnly; Path=/`],
      },
      {
        ask: 'GET https://kib.example/app/dashboards',
        ...frameOf(PORTAL, 'https://kib.example'),
        status: 302,
        answers: { location: '/login?next=%2Fapp%2Fdashboards' },
      },
    ],
    { kind: 'embedded-session', cookie: 'sid', cause: 'rejected', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/metabase/metabase/issues/11545
  [
    'in a frame api/user/current is Unauthenticated after the sign-in',
    [
      {
        ask: 'POST https://meta.example/api/session',
        as: 'fetch',
        from: 'https://meta.example',
        top: `${PORTAL}/`,
        fields: LOGIN,
        sets: [`metabase.SESSION=${ID}; HttpOnly; Path=/; Max-Age=1209600; SameSite=Lax; Secure`],
      },
      {
        ask: 'GET https://meta.example/api/user/current',
        as: 'fetch',
        from: 'https://meta.example',
        top: `${PORTAL}/`,
        status: 401,
      },
    ],
    { kind: 'embedded-session', cookie: 'metabase.SESSION', cause: 'rejected', fix: 'SameSite=None; Secure' },
  ],
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

describe('played once: sign-outs, frames, tabs, forms', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
