import { describe, expect, test } from 'vitest';
import { bothAnswered, type MendedReport } from '../incident-answers';
import { across, authorize, framed, hop, ID, LOGIN, OTHER, page, post, STATE, to } from '../steps';

const REPORTS: readonly MendedReport[] = [
  // https://github.com/BookStackApp/BookStack/issues/5261
  [
    '419 page expired, once the wiki may be framed',
    (ok) => {
      const wiki = ok ? 'https://wiki.corp.test' : 'http://wiki.corp.test';
      const line = `bookstack_session=${ID}; path=/; httponly; secure; samesite=none`;
      return [
        page(`${wiki}/login`, { sets: [`XSRF-TOKEN=${OTHER}; path=/; secure; samesite=none`, line] }),
        post(`${wiki}/login`, { ...LOGIN, _token: 'tokAAAAAAAAAAAA1' }, ok ? to('/') : { status: 419 }),
        ...(ok ? [hop(`${wiki}/`)] : []),
      ];
    },
    { kind: 'scheme-change', cookie: 'XSRF-TOKEN', cause: 'rejected', fix: 'https' },
  ],
  // https://github.com/keycloak/keycloak/issues/23018
  [
    'the status frame has no KEYCLOAK_IDENTITY in Firefox, and works in Chrome',
    (ok) => {
      const [app, sso] = ['http://localhost:3000', 'https://sso.example'];
      const silent = `${sso}/realms/r/protocol/openid-connect/auth?client_id=app&response_type=code&prompt=none&redirect_uri=${app}/silent`;
      return [
        post(`${sso}/realms/r/login-actions/authenticate`, LOGIN, {
          ...to(`${app}/?code=c0de&state=s7a7e`),
          sets: [`KEYCLOAK_IDENTITY=${ID}${OTHER}; Path=/realms/r/; Secure; HttpOnly; SameSite=None`],
        }),
        { ask: `GET ${app}/?code=c0de&state=s7a7e`, isRedirect: true },
        ...(ok ? [] : [framed(`GET ${silent}`, app, to(`${app}/silent?error=login_required`))]),
      ];
    },
    { kind: 'embedded-session', cookie: 'KEYCLOAK_IDENTITY', cause: 'other-partition', fix: 'requestStorageAccess' },
    { browser: 'firefox' },
  ],
  // https://github.com/keycloak/keycloak-community/issues/282
  [
    'an application framed by another: request to the redirect_uri path, but no session state found',
    (ok) => {
      const app = 'https://two.example';
      const more = ok ? '; Secure; SameSite=None' : '';
      return [
        framed(`GET ${app}/`, 'https://one.example', {
          ...to(authorize(`${app}/redirect_uri`)),
          sets: [`session=${ID}${OTHER}; Path=/; HttpOnly${more}`],
        }),
        framed(`GET ${authorize(`${app}/redirect_uri`)}`, 'https://one.example', {
          isRedirect: true,
          ...to(`${app}/redirect_uri?code=c0de&state=${STATE}`),
        }),
        framed(`GET ${app}/redirect_uri?code=c0de&state=${STATE}`, 'https://one.example', {
          isRedirect: true,
          ...(ok ? to('/') : { status: 500 }),
        }),
      ];
    },
    { kind: 'federated-sign-in', cookie: 'session', cause: 'rejected', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/grafana/grafana/issues/68597
  [
    'the OAuth cookies are missing if Grafana is framed',
    (ok) => {
      const grafana = 'https://grafana.example';
      const same = ok ? 'None' : 'Lax';
      return [
        framed(`GET ${grafana}/login/generic_oauth`, 'https://app.example', {
          ...to(authorize(`${grafana}/login/generic_oauth`)),
          sets: [`oauth_state=${OTHER}; Path=/; Max-Age=600; HttpOnly; Secure; SameSite=${same}`],
        }),
        framed(`GET ${authorize(`${grafana}/login/generic_oauth`)}`, 'https://app.example', {
          isRedirect: true,
          ...to(`${grafana}/login/generic_oauth?code=c0de&state=${STATE}`),
        }),
        framed(`GET ${grafana}/login/generic_oauth?code=c0de&state=${STATE}`, 'https://app.example', {
          isRedirect: true,
          ...(ok ? { ...to('/'), sets: [`grafana_session=${ID}; Path=/; HttpOnly; Secure; SameSite=None`] } : to('/login')),
        }),
        framed(`GET ${grafana}${ok ? '/' : '/login'}`, 'https://app.example', { isRedirect: true }),
      ];
    },
    { kind: 'federated-sign-in', cookie: 'oauth_state', cause: 'rejected', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/Shopify/koa-shopify-auth/issues/8
  [
    'third-party cookies off: an endless redirect between the embedded app and /auth/enable_cookies',
    (ok) => {
      const [app, admin] = ['https://app.example', 'https://admin.shops.example'];
      const more = ok ? '; Partitioned' : '';
      return [
        framed(`GET ${app}/auth/callback?code=c0de&shop=a`, admin, {
          ...to('/'),
          sets: [`koa.sess=${ID}${OTHER}; path=/; samesite=none; secure; httponly${more}`],
        }),
        framed(`GET ${app}/`, admin, { isRedirect: true, ...(ok ? {} : to('/auth/login')) }),
      ];
    },
    { kind: 'embedded-session', cookie: 'koa.sess', cause: 'rejected', fix: 'Partitioned' },
    { thirdParty: 'block' },
  ],
  // https://github.com/Shopify/shopify_app/pull/851
  [
    'the session of an embedded app needs SameSite=None',
    (ok) => {
      const [app, admin] = ['https://app.example', 'https://admin.shops.example'];
      const more = ok ? '; SameSite=None' : '; SameSite=Lax';
      return [
        page(`${app}/auth/shopify/callback?code=c0de&shop=a`, {
          ...to('/'),
          sets: [`_app_session=${ID}${OTHER}; path=/; secure; HttpOnly${more}`],
        }),
        hop(`${app}/`),
        framed(`GET ${app}/?shop=a`, admin, ok ? {} : to('/login?shop=a')),
      ];
    },
    { kind: 'embedded-session', cookie: '_app_session', cause: 'withheld', fix: 'SameSite=None' },
  ],
  // https://github.com/axios/axios/issues/4783
  [
    'the sign-in works in Postman and not in the page: its answers seem to have no cookie',
    (ok) => {
      const [front, back] = ['https://app.mnr.example', 'https://api.mnr.example'];
      const line = `CAKEPHP=${ID}; path=/; HttpOnly; Secure`;
      const login = across(`POST ${back}/api/people/login`, front, 'same-site', {
        fields: LOGIN,
        sets: [line],
        ...(ok ? {} : { answers: {} }),
      });
      return ok
        ? [page(`${front}/`), login, across(`GET ${back}/api/people/me`, front, 'same-site', { sends: `CAKEPHP=${ID}` })]
        : [page(`${front}/`), login, across(`GET ${back}/api/people/me`, front, 'same-site', { status: 401 })];
    },
    { kind: 'session-not-set', cookie: 'CAKEPHP', cause: 'rejected', fix: 'include' },
  ],
  // https://github.com/pomerium/pomerium/issues/78
  [
    'a preflight is sent on to sign in',
    (ok) => {
      const [bob, alice] = ['https://bob.corp.example', 'https://alice.corp.example'];
      const preflight = {
        headers: { 'access-control-request-method': 'POST' },
        ...(ok ? { status: 204 } : { status: 302, answers: { location: 'https://auth.corp.example/sign_in?client_id=p' } }),
      };
      return [
        page(`${alice}/.pomerium/callback`, {
          ...to('/'),
          sets: [`_pomerium=${ID}${OTHER}; Path=/; Domain=corp.example; HttpOnly; Secure`],
        }),
        hop(`${alice}/`),
        page(`${bob}/some/route`),
        across(`OPTIONS ${alice}/api/route`, bob, 'same-site', { ...preflight, sends: '' }),
        ...(ok ? [across(`POST ${alice}/api/route`, bob, 'same-site', { sends: `_pomerium=${ID}${OTHER}` })] : []),
      ];
    },
    { kind: 'preflight-refused', cookie: '_pomerium', cause: 'withheld', fix: 'Answer OPTIONS' },
  ],
  // https://github.com/bitly/oauth2_proxy/pull/183
  [
    'OPTIONS gets 403 of the proxy that signs in',
    (ok) => {
      const [front, back] = ['https://ui.tools.example', 'https://kibana.tools.example'];
      return [
        page(`${back}/oauth2/callback?code=c0de&state=${STATE}`, {
          ...to('/'),
          sets: [`_oauth2_proxy=${ID}${OTHER}; Path=/; Domain=tools.example; HttpOnly; Secure`],
        }),
        hop(`${back}/`),
        page(`${front}/`),
        across(`OPTIONS ${back}/api/search`, front, 'same-site', {
          headers: { 'access-control-request-method': 'PUT' },
          status: ok ? 200 : 403,
          sends: '',
        }),
        ...(ok ? [across(`PUT ${back}/api/search`, front, 'same-site', { sends: `_oauth2_proxy=${ID}${OTHER}` })] : []),
      ];
    },
    { kind: 'preflight-refused', cookie: '_oauth2_proxy', cause: 'withheld', fix: 'Answer OPTIONS' },
  ],
];

describe('frames and other sites', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(bothAnswered(report)).toEqual({ broken: report[2], mended: null });
  });
});
