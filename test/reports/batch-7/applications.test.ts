import { describe, expect, test } from 'vitest';
import { incidentsIn } from '../../build/incident-examples';
import { bothAnswered, type MendedReport } from '../incident-answers';
import { across, authorize, call, framed, hop, ID, LOGIN, OTHER, page, post, STATE, to } from '../steps';

const APP = 'https://app.example';
const IDP = 'https://idp.example';
const T = 'c2f1d0e9b8a7968574635241302f1e0d';

const REPORTS: readonly MendedReport[] = [
  [
    'Auth.js: chunk 1 of an older, longer session is left beside the new chunk 0',
    (ok) => [
      page(`${APP}/dashboard`, to('/login')),
      hop(`${APP}/login`),
      post(`${APP}/api/auth/callback/credentials`, LOGIN, {
        ...to('/dashboard'),
        sets: [
          `__Secure-authjs.session-token.0=${'a1B2c3D4'.repeat(480)}; Path=/; HttpOnly; Secure; SameSite=Lax`,
          `__Secure-authjs.session-token.1=${'e5F6g7H8'.repeat(100)}; Path=/; HttpOnly; Secure; SameSite=Lax`,
        ],
      }),
      hop(`${APP}/dashboard`),
      call(`POST ${APP}/api/auth/session`, {
        fields: { csrfToken: T },
        sets: [
          ...(ok ? ['__Secure-authjs.session-token.1=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax'] : []),
          `__Secure-authjs.session-token.0=${'i9J0k1L2'.repeat(400)}; Path=/; HttpOnly; Secure; SameSite=Lax`,
        ],
      }),
      page(`${APP}/dashboard`, ok ? {} : to('/login')),
      ...(ok ? [] : [hop(`${APP}/login`)]),
    ],
    { kind: 'chunks-incomplete', cookie: '__Secure-authjs.session-token.1', cause: 'incomplete', fix: 'session-token' },
  ],
  [
    'Phoenix: __Host- with a Domain is refused, and the sign-in leads back to its form',
    (ok) => [
      page(`${APP}/users/settings`, to('/users/log_in')),
      hop(`${APP}/users/log_in`),
      post(
        `${APP}/users/log_in`,
        { 'user[email]': 'a', 'user[password]': 'b', _csrf_token: T },
        {
          ...to('/users/settings'),
          sets: [
            `__Host-_shop_key=SFMyNTY.${ID}.${'z'.repeat(43)}; path=/;${ok ? '' : ' domain=app.example;'} HttpOnly; Secure; SameSite=Lax`,
          ],
        },
      ),
      hop(`${APP}/users/settings`, ok ? {} : to('/users/log_in')),
      ...(ok ? [] : [hop(`${APP}/users/log_in`)]),
    ],
    { kind: 'sign-in-loop', cookie: '__Host-_shop_key', cause: 'rejected', fix: 'prefix' },
  ],
  [
    'Shibboleth: the state of the request is Lax, and the answer comes by POST',
    (ok) => [
      page(`${APP}/secure/`, {
        ...to(`${IDP}/profile/SAML2/Redirect/SSO?SAMLRequest=fZJNT8MwDIb&RelayState=ss%3Amem%3A${ID}`),
        sets: [
          `_shibstate_1764500000_9f2c=https%3A%2F%2Fapp.example%2Fsecure%2F; path=/; secure; HttpOnly; SameSite=${ok ? 'None' : 'Lax'}`,
        ],
      }),
      { ask: `GET ${IDP}/profile/SAML2/Redirect/SSO?SAMLRequest=fZJNT8MwDIb&RelayState=ss%3Amem%3A${ID}`, isRedirect: true },
      {
        ask: `POST ${APP}/Shibboleth.sso/SAML2/POST`,
        from: IDP,
        after: 30,
        fields: { SAMLResponse: 'PHNhbWxwOlJlc3BvbnNl', RelayState: `ss:mem:${ID}` },
        ...(ok
          ? { ...to('/secure/'), sets: [`_shibsession_64656661756c74=_${OTHER}; path=/; secure; HttpOnly; SameSite=None`] }
          : { status: 500 }),
      },
      ...(ok ? [hop(`${APP}/secure/`, { from: IDP })] : []),
    ],
    { kind: 'federated-sign-in', cookie: '_shibstate_1764500000_9f2c', cause: 'withheld', fix: 'SameSite=None; Secure' },
  ],
  [
    'FastAPI behind /api/v1: the refresh cookie has no Path, and the call at another folder goes without it',
    (ok) => [
      page(`${APP}/`),
      call(`POST ${APP}/api/v1/auth/login`, {
        fields: LOGIN,
        sets: [`access_token=${ID}${OTHER};${ok ? ' Path=/;' : ''} HttpOnly; Secure; SameSite=Lax`],
      }),
      call(`GET ${APP}/api/v2/orders`, { status: ok ? 200 : 401 }),
    ],
    { kind: 'sign-in-loop', cookie: 'access_token', cause: 'withheld', fix: 'Path=/' },
  ],
  [
    'Sanctum: the page on another host of the site calls without credentials',
    (ok) => [
      page('https://spa.app.example/login'),
      across('GET https://api.app.example/sanctum/csrf-cookie', 'https://spa.app.example', 'same-site', {
        status: 204,
        sets: [
          `XSRF-TOKEN=eyJpdiI6${T}; path=/; domain=.app.example; secure; samesite=lax`,
          `laravel_session=eyJpdiI6${ID}; path=/; domain=.app.example; secure; httponly; samesite=lax`,
        ],
      }),
      across('POST https://api.app.example/login', 'https://spa.app.example', 'same-site', {
        fields: LOGIN,
        tokens: { 'x-xsrf-token': `eyJpdiI6${T}` },
        sends: `XSRF-TOKEN=eyJpdiI6${T}; laravel_session=eyJpdiI6${ID}`,
        sets: [`laravel_session=eyJpdiI6${OTHER}; path=/; domain=.app.example; secure; httponly; samesite=lax`],
      }),
      across(
        'GET https://api.app.example/api/user',
        'https://spa.app.example',
        'same-site',
        ok ? { sends: `XSRF-TOKEN=eyJpdiI6${T}; laravel_session=eyJpdiI6${OTHER}` } : { sends: '', status: 401 },
      ),
    ],
    { kind: 'embedded-session', cookie: 'laravel_session', cause: 'withheld', fix: 'ask with credentials' },
  ],
  [
    'a session that is over when it arrives: Expires in the past',
    (ok) => [
      page(`${APP}/login`),
      post(`${APP}/login`, LOGIN, {
        status: 302,
        answers: { location: '/home', date: 'Mon, 30 Nov 2026 12:00:00 GMT' },
        sets: [
          `MOODLEID1_=x; Path=/; Max-Age=0`,
          `MoodleSession=q8n2k5v7m1c4x9b3z6l0j7h4g1; Path=/; ${ok ? '' : 'Expires=Mon, 30 Nov 2026 09:00:00 GMT; '}Secure; HttpOnly`,
        ],
      }),
      hop(`${APP}/home`, ok ? {} : to('/login')),
      ...(ok ? [] : [hop(`${APP}/login`)]),
    ],
    { kind: 'dead-on-arrival', cookie: 'MoodleSession', cause: 'dead-on-arrival', fix: 'Expires' },
  ],
  [
    'Keycloak adapter behind a path: the sign-out names no Path',
    (ok) => [
      post(`${APP}/shop/j_login`, LOGIN, { ...to('/shop/'), sets: [`AUTH=${ID}; Path=/shop; Secure; HttpOnly; SameSite=Lax`] }),
      hop(`${APP}/shop/`),
      page(`${APP}/shop/orders`),
      page(`${APP}/shop/account/logout`, {
        ...to('/shop/'),
        sets: [`AUTH=; Max-Age=0;${ok ? ' Path=/shop;' : ''} Secure; HttpOnly`],
      }),
      hop(`${APP}/shop/`),
      page(`${APP}/shop/orders`, ok ? to('/shop/j_login') : {}),
    ],
    { kind: 'sign-out-ineffective', cookie: 'AUTH', cause: 'not-deleted', fix: 'Path=/shop' },
  ],
  [
    'Entra by form_post: the nonce of App Service is Lax, two minutes are over',
    (ok) => [
      page(`${APP}/orders`, {
        ...to(authorize(`${APP}/.auth/login/aad/callback`, '&response_mode=form_post&nonce=n0nce')),
        sets: [`Nonce=${ID}${OTHER}; path=/; secure; HttpOnly; SameSite=${ok ? 'None' : 'Lax'}`],
      }),
      { ask: `GET ${authorize(`${APP}/.auth/login/aad/callback`, '&response_mode=form_post&nonce=n0nce')}`, isRedirect: true },
      {
        ask: `POST ${APP}/.auth/login/aad/callback`,
        from: IDP,
        after: 200,
        fields: { code: 'c0de', state: STATE, id_token: 'x' },
        ...(ok
          ? { ...to('/orders'), sets: [`AppServiceAuthSession=${OTHER}${ID}; path=/; secure; HttpOnly; SameSite=None`] }
          : { status: 401 }),
      },
      ...(ok ? [hop(`${APP}/orders`, { from: IDP })] : []),
    ],
    { kind: 'federated-sign-in', cookie: 'Nonce', cause: 'withheld', fix: 'SameSite=None; Secure' },
  ],
  [
    'ADFS: two applications behind one host name their session alike',
    (ok) => [
      post(`${APP}/hr/login`, LOGIN, { ...to('/hr/home'), sets: [`JSESSIONID=${ID}; Path=/; Secure; HttpOnly`] }),
      hop(`${APP}/hr/home`),
      post(`${APP}/wiki/login`, LOGIN, {
        ...to('/wiki/home'),
        sets: [`${ok ? 'WIKISESSION' : 'JSESSIONID'}=${OTHER}; Path=/; Secure; HttpOnly`],
      }),
      hop(`${APP}/wiki/home`),
      page(`${APP}/hr/leave`, ok ? {} : to('/hr/login')),
      ...(ok ? [] : [hop(`${APP}/hr/login`)]),
    ],
    { kind: 'applications-overwrite', cookie: 'JSESSIONID', cause: 'overwritten', fix: 'differently' },
  ],
  [
    'Moodle in a frame of another site: its session has no SameSite=None',
    (ok) => [
      { ask: 'GET https://lms.test/course/1' },
      framed('POST https://moodle.example/lti/launch', 'https://lms.test', {
        fields: { oauth_signature: 'x', user_id: '7' },
        ...to('/mod/quiz/view.php?id=3', 303),
        sets: [`MoodleSession=q8n2k5v7m1c4x9b3z6l0j7h4g1; path=/; secure; HttpOnly${ok ? '; SameSite=None' : '; SameSite=Lax'}`],
      }),
      framed('GET https://moodle.example/mod/quiz/view.php?id=3', 'https://lms.test', {
        isRedirect: true,
        ...(ok ? {} : to('/login/index.php', 303)),
      }),
      ...(ok ? [] : [framed('GET https://moodle.example/login/index.php', 'https://lms.test', { isRedirect: true })]),
    ],
    { kind: 'embedded-session', cookie: 'MoodleSession', cause: 'rejected', fix: 'SameSite=None' },
  ],
  [
    'Grafana behind http: Secure over http is refused, and the sign-in leads back',
    (ok) => {
      const own = `${ok ? 'https' : 'http'}://grafana.example`;
      return [
        page(`${own}/login`),
        call(`POST ${own}/login`, {
          fields: LOGIN,
          sets: [`grafana_session=${ID}; Path=/; Max-Age=2592000; HttpOnly; Secure; SameSite=Lax`],
        }),
        page(`${own}/`, ok ? {} : to('/login')),
        ...(ok ? [] : [hop(`${own}/login`)]),
      ];
    },
    { kind: 'scheme-change', cookie: 'grafana_session', cause: 'rejected', fix: 'https' },
  ],
];

describe('applications as they come', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(bothAnswered(report)).toEqual({ broken: report[2], mended: null });
  });
});

test.each(REPORTS.map(([asked, traffic]) => [asked, traffic] as const))('told once: “%s”', (_, traffic) => {
  expect(incidentsIn({ steps: traffic(false) }).all).toHaveLength(1);
});
