import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { ID, LOGIN, OTHER } from '../steps';

const PAST = 'Thu, 01 Jan 1970 00:00:00 GMT';
const own = (host: string) => ({ as: 'fetch', from: `https://${host}` }) as const;
/** A document in a frame of this page. */
const frameOf = (top: string, from = top) => ({ as: 'subdocument', from, top: `${top}/` }) as const;
const PORTAL = 'https://portal.corp.test';

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
];

describe('sign-outs and frames', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
