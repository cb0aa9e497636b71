import { describe, expect, test } from 'vitest';
import { bothAnswered, type MendedReport } from '../incident-answers';
import { call, hop, ID, LOGIN, OTHER, page, post, to } from '../steps';

const REPORTS: readonly MendedReport[] = [
  // https://github.com/labstack/echo/issues/600
  [
    'the _csrf cookie became HttpOnly, and the scripts cannot read it any more',
    (ok) => {
      const app = 'https://echo.example';
      return [
        page(`${app}/`, { sets: [`_csrf=${ID}; Path=/; Max-Age=86400; Secure${ok ? '' : '; HttpOnly'}`] }),
        call(`POST ${app}/api/items`, {
          fields: { name: 'x' },
          ...(ok ? { tokens: { 'x-csrf-token': ID } } : { status: 400 }),
        }),
      ];
    },
    // Not answered: other frameworks keep a secret in _csrf that scripts must not read.
    null,
  ],
  // https://github.com/jupyterhub/jupyterhub/issues/1673
  [
    'with HttpOnly on the token nobody can use the page after the sign-in',
    (ok) => {
      const app = 'https://hub.example';
      return [
        page(`${app}/hub/login`, { sets: [`_xsrf=2%7C${ID}%7C${OTHER}; Path=/hub/; Secure${ok ? '' : '; HttpOnly'}`] }),
        call(`POST ${app}/hub/api/users/a/server`, {
          fields: {},
          ...(ok ? { tokens: { 'x-xsrftoken': `2|${ID}|${OTHER}` } } : { status: 403 }),
        }),
      ];
    },
    { kind: 'csrf-check', cookie: '_xsrf', cause: 'unreadable', fix: 'HttpOnly' },
  ],
  // https://github.com/openhealthcare/opal/issues/596
  [
    'two windows at the sign-in: the second one raises a CSRF exception',
    (ok) => {
      const app = 'https://ward.example';
      return [
        page(`${app}/accounts/login/`, { sets: [`csrftoken=${ID}; Max-Age=31449600; Path=/; SameSite=Lax; Secure`] }),
        page(`${app}/accounts/login/`),
        post(
          `${app}/accounts/login/`,
          { ...LOGIN, csrfmiddlewaretoken: ID },
          {
            ...to('/'),
            sets: [
              `csrftoken=${OTHER}; Max-Age=31449600; Path=/; SameSite=Lax; Secure`,
              'sessionid=k3j5h2g9f8d7s6a1q0w9e8r7t6y5u4i3; HttpOnly; Max-Age=1209600; Path=/; SameSite=Lax; Secure',
            ],
          },
        ),
        hop(`${app}/`),
        post(`${app}/accounts/login/`, { ...LOGIN, csrfmiddlewaretoken: ok ? OTHER : ID }, ok ? to('/') : { status: 403 }),
        ...(ok ? [hop(`${app}/`)] : []),
      ];
    },
    { kind: 'csrf-check', cookie: 'csrftoken', cause: 'stale', fix: 'Load the page' },
  ],
  // https://github.com/phoenixframework/phoenix/issues/6279
  [
    'two tabs at the sign-in: InvalidCSRFTokenError in the second',
    (ok) => {
      const app = 'http://localhost:4000';
      const key = (value: string) => `_my_app_key=SFMyNTY.${value}; path=/; HttpOnly; SameSite=Lax`;
      const token = 'GD1IMy1wXAAtKjZzFmQiQSIHJ1M5KxJn';
      return [
        page(`${app}/users/log-in`, { sets: [key(`${ID}.${OTHER}`)] }),
        page(`${app}/users/log-in`),
        post(
          `${app}/users/log-in`,
          { _csrf_token: token, 'user[email]': 'a', 'user[password]': 'b' },
          { ...to('/'), sets: [key(`${OTHER}.${ID}`)] },
        ),
        hop(`${app}/`),
        ...(ok
          ? []
          : [
              post(
                `${app}/users/log-in`,
                { _csrf_token: token, 'user[email]': 'a', 'user[password]': 'b' },
                { headers: { referer: `${app}/users/log-in` }, status: 403 },
              ),
            ]),
      ];
    },
    { kind: 'csrf-check', cookie: '_my_app_key', cause: 'stale', fix: 'Load the page' },
  ],
  // https://github.com/BookStackApp/BookStack/issues/4982
  [
    'the page to sign in was left open for hours: 419',
    (ok) => {
      const app = 'https://wiki.example';
      return [
        page(`${app}/login`, {
          sets: [
            `XSRF-TOKEN=${OTHER}; Max-Age=7200; path=/; secure; samesite=lax`,
            `bookstack_session=${ID}; Max-Age=7200; path=/; httponly; secure; samesite=lax`,
          ],
        }),
        post(
          `${app}/oidc/login`,
          { _token: 'tokAAAAAAAAAAAA1' },
          { after: ok ? 60 : 20000, ...(ok ? to('/') : { status: 419 }) },
        ),
        ...(ok ? [hop(`${app}/`)] : []),
      ];
    },
    { kind: 'csrf-check', cookie: 'XSRF-TOKEN', cause: 'expired', fix: 'must be loaded again' },
  ],
  // https://github.com/expressjs/session/issues/165
  [
    'behind a proxy that ends TLS the session is not stored',
    (ok) => {
      const app = 'https://node.example';
      return [
        page(`${app}/account`, to('/login')),
        post(`${app}/login`, LOGIN, {
          ...to('/account'),
          sets: ok ? [`connect.sid=s%3A${ID}.${OTHER}; Path=/; HttpOnly; Secure`] : [],
        }),
        hop(`${app}/account`, ok ? {} : to('/login')),
        ...(ok ? [] : [hop(`${app}/login`)]),
      ];
    },
    { kind: 'session-not-set', cookie: '', cause: 'not-set', fix: 'X-Forwarded-Proto' },
  ],
  // https://github.com/magento/magento2/issues/39147
  [
    'login as customer: Varnish takes Set-Cookie out of the answer',
    (ok) => {
      const shop = 'https://mage.example';
      const line = `PHPSESSID=${OTHER}; path=/; secure; HttpOnly; SameSite=Lax`;
      return [
        page(`${shop}/`, { sets: [`PHPSESSID=${ID}; path=/; secure; HttpOnly; SameSite=Lax`] }),
        page(`${shop}/loginascustomer/login/index/?secret=s3cretvalue12345`, {
          ...to('/customer/account/'),
          answers: { location: '/customer/account/', 'x-varnish': '32770' },
          sets: ok ? [line] : [],
        }),
        hop(`${shop}/customer/account/`, ok ? {} : to('/customer/account/login/')),
        ...(ok ? [] : [hop(`${shop}/customer/account/login/`)]),
      ];
    },
    // Not answered: nothing says that the first address signs in.
    null,
  ],
  // https://github.com/silvertakana/worldwideview/pull/54
  [
    'behind a proxy the session goes along, and its name is not the one that is looked for',
    () => {
      const app = 'https://view.example';
      return [
        post(
          `${app}/api/auth/callback/credentials`,
          { ...LOGIN, csrfToken: ID },
          {
            ...to('/'),
            sets: [`__Secure-authjs.session-token=${OTHER}${ID}; Path=/; HttpOnly; Secure; SameSite=Lax`],
          },
        ),
        hop(`${app}/`, to('/login', 307)),
        hop(`${app}/login`),
      ];
    },
    // Every cookie went along: what the server does with it is not in the traffic.
    null,
  ],
];

describe('tokens against forgery, sessions that are never set', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(bothAnswered(report)).toEqual({ broken: report[2], mended: null });
  });
});
