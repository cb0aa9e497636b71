import { describe, expect, test } from 'vitest';
import { bothAnswered, type MendedReport } from '../incident-answers';
import { authorize, call, hop, ID, LOGIN, OTHER, page, post, STATE, to } from '../steps';

const REPORTS: readonly MendedReport[] = [
  // https://github.com/YunoHost/yunohost/pull/1698
  [
    'please let me log out: the form is shown, and the cookie is still there',
    (ok) => {
      const app = 'https://home.example';
      return [
        call(`GET ${app}/yunohost/portalapi/me`, { status: 401 }),
        call(`POST ${app}/yunohost/portalapi/login`, {
          fields: { credentials: 'a:b' },
          sets: [`yunohost.portal=${ID}${OTHER}; Path=/; HttpOnly; Secure; SameSite=Lax`],
        }),
        call(`GET ${app}/yunohost/portalapi/me`),
        call(`GET ${app}/yunohost/portalapi/logout`, { sets: [`yunohost.portal=; Max-Age=0${ok ? '; Path=/' : ''}`] }),
        call(`GET ${app}/yunohost/portalapi/me`, { status: ok ? 401 : 200 }),
      ];
    },
    { kind: 'sign-out-ineffective', cookie: 'yunohost.portal', cause: 'not-deleted', fix: 'Path=/' },
  ],
  // https://github.com/zalando/skipper/issues/3211
  [
    'the cookie of a token is now and then too large, and the sign-in begins again',
    (ok) => {
      const app = 'https://web.example';
      const token = `${ID}${OTHER}`.repeat(ok ? 10 : 70);
      return [
        page(`${app}/`, to(authorize(`${app}/.well-known/oauth2-callback`))),
        { ask: `GET ${authorize(`${app}/.well-known/oauth2-callback`)}`, isRedirect: true },
        {
          ask: `GET ${app}/.well-known/oauth2-callback?code=c0de&state=${STATE}`,
          from: 'https://idp.example',
          ...to('/', 307),
          sets: [`oauth-grant=${token}; Path=/; Max-Age=3600; HttpOnly; Secure`],
        },
        {
          ask: `GET ${app}/`,
          from: 'https://idp.example',
          isRedirect: true,
          ...(ok ? {} : to(authorize(`${app}/.well-known/oauth2-callback`))),
        },
        ...(ok ? [] : [{ ask: `GET ${authorize(`${app}/.well-known/oauth2-callback`)}`, isRedirect: true } as const]),
      ];
    },
    { kind: 'cookie-limits', cookie: 'oauth-grant', cause: 'rejected', fix: '4,096' },
  ],
  // https://github.com/usekaneo/kaneo/issues/1745
  [
    'request header or cookie too large, after an upgrade',
    (ok) => {
      const app = 'https://plan.example';
      const part = `${ID}${OTHER}`.repeat(ok ? 10 : 50);
      return [
        page(`${app}/api/auth/callback/custom?code=c0de&state=${STATE}`, {
          ...to('/dashboard'),
          sets: [
            `__Secure-better-auth.session_token=${ID}.${OTHER}; Path=/; HttpOnly; Secure; SameSite=Lax`,
            ...[0, 1, 2].map((n) => `__Secure-better-auth.session_data.${n}=${part}; Path=/; HttpOnly; Secure; SameSite=Lax`),
          ],
        }),
        hop(`${app}/dashboard`, { status: ok ? 200 : 400 }),
      ];
    },
    { kind: 'cookie-limits', cookie: '__Secure-better-auth.session_data.0', cause: 'too-large', fix: 'on the server' },
  ],
  // https://github.com/blockscout/frontend/issues/2819
  [
    '431, and it is the cookies of Mixpanel',
    (ok) => {
      const app = 'https://scan.example';
      const value = `%7B%22distinct_id%22%3A%22${'a1b2c3d4'.repeat(ok ? 20 : 450)}%22%7D`;
      return [
        page(`${app}/`, {
          writes: ['mp_a1_mixpanel', 'mp_b2_mixpanel', 'mp_c3_mixpanel', 'mp_d4_mixpanel', 'mp_e5_mixpanel'].map(
            (name) => `${name}=${value}; Path=/; Domain=scan.example; Max-Age=31536000`,
          ),
        }),
        page(`${app}/tx/0x1`, { status: ok ? 200 : 431 }),
      ];
    },
    { kind: 'cookie-limits', cookie: 'mp_a1_mixpanel', cause: 'too-large', fix: 'fewer and smaller' },
  ],
  // https://github.com/FusionAuth/fusionauth-issues/issues/608
  [
    'the balancer’s AWSELBAuthSessionCookie makes the header too large',
    (ok) => {
      const app = 'https://sso.corp.example';
      const part = `${ID}${OTHER}`.repeat(ok ? 8 : 60);
      return [
        page(`${app}/oauth2/idpresponse?code=c0de&state=${STATE}`, {
          ...to('/'),
          sets: [0, 1, 2].map((n) => `AWSELBAuthSessionCookie-${n}=${part}; Path=/; Max-Age=604800; Secure; HttpOnly`),
        }),
        hop(`${app}/`, { status: ok ? 200 : 400 }),
      ];
    },
    { kind: 'cookie-limits', cookie: 'AWSELBAuthSessionCookie-0', cause: 'too-large', fix: 'server' },
  ],
  // https://github.com/axios/axios/issues/5409
  [
    'two XSRF-TOKEN, of the domain and of the host: CSRF mismatch',
    (ok) => {
      const [main, app] = ['https://two.example', 'https://app.two.example'];
      const [own, other] = [`${ID}eyJpdiI6`, `${OTHER}eyJpdiI6`];
      return [
        page(`${main}/`, { sets: ok ? [] : [`XSRF-TOKEN=${other}; path=/; domain=.two.example; secure; samesite=lax`] }),
        page(`${app}/`, {
          sets: [
            `XSRF-TOKEN=${own}; path=/; domain=.app.two.example; secure; samesite=lax`,
            `app_session=${ID}; path=/; httponly; secure; samesite=lax`,
          ],
        }),
        call(`POST ${app}/api/things`, {
          tokens: { 'x-xsrf-token': ok ? own : other },
          fields: { name: 'x' },
          status: ok ? 200 : 419,
        }),
      ];
    },
    { kind: 'wrong-cookie-first', cookie: 'XSRF-TOKEN', cause: 'shadowed', fix: 'different names' },
  ],
  // https://github.com/gogs/gogs/issues/4172
  [
    'invalid csrf token, if another host of the domain was visited before',
    (ok) => {
      const [normal, gogs] = ['https://normal.co.example', 'https://gogs.co.example'];
      return [
        page(`${normal}/`, { sets: [`${ok ? 'normal_csrf' : '_csrf'}=${OTHER}; Path=/; Domain=co.example; Secure; HttpOnly`] }),
        page(`${gogs}/user/login`, {
          from: normal,
          sets: [`_csrf=${ID}; Path=/; Secure; HttpOnly`, `i_like_gogits=${ID}; Path=/; Secure; HttpOnly`],
        }),
        post(`${gogs}/user/login`, { user_name: 'a', password: 'b', _csrf: ID }, ok ? to('/') : { status: 400 }),
        ...(ok ? [hop(`${gogs}/`)] : []),
      ];
    },
    { kind: 'wrong-cookie-first', cookie: '_csrf', cause: 'shadowed', fix: 'different names' },
  ],
  // https://github.com/sourcegraph/sourcegraph-public-snapshot/issues/2521
  [
    'a cache before the site broke the sign-in',
    (ok) => {
      const app = 'https://code.example';
      return [
        page(`${app}/sign-in`, {
          answers: { 'cf-cache-status': ok ? 'DYNAMIC' : 'HIT', ...(ok ? {} : { age: '240' }) },
          sets: ok ? [`sg_csrf_token=${ID}; Path=/; HttpOnly; Secure; SameSite=Lax`] : [],
        }),
        call(`POST ${app}/-/sign-in`, {
          fields: { email: 'a', password: 'b' },
          tokens: { 'x-csrf-token': ID },
          status: ok ? 200 : 403,
        }),
      ];
    },
    { kind: 'csrf-check', cookie: '', cause: 'not-set', fix: 'cache' },
  ],
  // https://github.com/instill-ai/console/pull/1762
  [
    'opening the menu signs out: Next.js fetches its link ahead',
    (ok) => {
      const app = 'https://console.example';
      return [
        page(`${app}/`, to('/login')),
        post(`${app}/login`, LOGIN, {
          ...to('/'),
          sets: [`instill-auth-session=${ID}${OTHER}; Path=/; HttpOnly; Secure; SameSite=Lax`],
        }),
        hop(`${app}/`),
        ...(ok
          ? []
          : [
              call(`GET ${app}/api/auth/logout?_rsc=1x2y`, {
                tokens: { rsc: '1', 'next-router-prefetch': '1' },
                sets: ['instill-auth-session=; Path=/; Max-Age=0; Secure'],
              }),
            ]),
        page(`${app}/pipelines`, ok ? {} : to('/login')),
        ...(ok ? [] : [hop(`${app}/login`)]),
      ];
    },
    { kind: 'prefetch-signs-out', cookie: 'instill-auth-session', cause: 'deleted', fix: 'POST' },
  ],
  // https://github.com/freifunkMUC/wg-access-server/pull/263
  [
    'with more than one replica: no session, now and then',
    (ok) => {
      const app = 'https://vpn.example';
      return [
        call(`POST ${app}/signin/simple`, { fields: LOGIN, sets: [`auth-session=${ID}${OTHER}; Path=/; HttpOnly; Secure`] }),
        ...[200, 401, 200, 401, 200, 401].map((status) => call(`GET ${app}/api/devices`, { status: ok ? 200 : status })),
      ];
    },
    { kind: 'store-not-shared', cookie: 'auth-session', cause: 'not-shared', fix: 'secret' },
  ],
  // https://github.com/oauth2-proxy/oauth2-proxy/issues/644
  [
    'the application behind the proxy says: header is too large',
    (ok) => {
      const app = 'https://jenkins.example';
      const parts = ok ? [0] : [0, 1, 2];
      return [
        page(`${app}/oauth2/callback?code=c0de&state=${STATE}`, {
          ...to('/'),
          sets: parts.map((n) => `_oauth2_proxy_${n}=${`${ID}${OTHER}`.repeat(55)}; Path=/; HttpOnly; Secure`),
        }),
        hop(`${app}/`, { status: ok ? 200 : 431 }),
      ];
    },
    { kind: 'cookie-limits', cookie: '_oauth2_proxy_0', cause: 'too-large', fix: 'server' },
  ],
  // https://github.com/riparias/gbif-alert/pull/449
  [
    'another application’s mycsrftoken is taken for csrftoken',
    (ok) => {
      const app = 'https://alert.example';
      return [
        page(`${app}/other/`, { sets: [`mycsrftoken=${OTHER}; Path=/; Secure; SameSite=Lax`] }),
        page(`${app}/profile`, { sets: [`csrftoken=${ID}; Path=/; Secure; SameSite=Lax`] }),
        call(`POST ${app}/api/profile`, {
          tokens: { 'x-csrftoken': ok ? ID : OTHER },
          fields: { name: 'x' },
          status: ok ? 200 : 403,
        }),
      ];
    },
    { kind: 'csrf-check', cookie: 'csrftoken', cause: 'shadowed', fix: 'whole names' },
  ],
];

describe('tokens, sizes, sign-out', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(bothAnswered(report)).toEqual({ broken: report[2], mended: null });
  });
});
