import { describe, expect, test } from 'vitest';
import { bothAnswered, type MendedReport } from '../incident-answers';
import { call, hop, ID, LOGIN, OTHER, page, post, to } from '../steps';

const REPORTS: readonly MendedReport[] = [
  // https://github.com/teamhanko/hanko/pull/142
  [
    'sign-out does nothing, if a domain is configured for the cookie',
    (ok) => {
      const app = 'https://hanko.example';
      return [
        call(`POST ${app}/password/login`, {
          fields: { user_id: 'u', password: 'b' },
          sets: [`hanko=${ID}${OTHER}; Path=/; Domain=hanko.example; HttpOnly; Secure; SameSite=Lax`],
        }),
        call(`GET ${app}/me`),
        call(`POST ${app}/logout`, {
          status: 204,
          sets: [`hanko=; Path=/; Max-Age=0;${ok ? ' Domain=hanko.example;' : ''} HttpOnly; Secure; SameSite=Lax`],
        }),
        call(`GET ${app}/me`, { status: ok ? 401 : 200 }),
      ];
    },
    { kind: 'sign-out-ineffective', cookie: 'hanko', cause: 'not-deleted', fix: 'Domain=hanko.example' },
  ],
  // https://github.com/micronaut-projects/micronaut-core/pull/1361
  [
    'sign-out does not work, if a path or a domain is configured',
    (ok) => {
      const app = 'https://mn.example';
      return [
        post(`${app}/shop/login`, LOGIN, { ...to('/shop/'), sets: [`JWT=${ID}.${OTHER}.${ID}; Path=/shop; HTTPOnly; Secure`] }),
        hop(`${app}/shop/`),
        page(`${app}/shop/orders`),
        page(`${app}/shop/logout`, { ...to('/shop/'), sets: [`JWT=; Max-Age=0; Path=${ok ? '/shop' : '/'}; HTTPOnly; Secure`] }),
        hop(`${app}/shop/`),
        page(`${app}/shop/orders`, ok ? to('/shop/login') : {}),
      ];
    },
    { kind: 'sign-out-ineffective', cookie: 'JWT', cause: 'not-deleted', fix: 'Path=/shop' },
  ],
  // https://github.com/maxcountryman/axum-login/issues/177
  [
    'the cookie of the domain stays after the sign-out, and the server knows it no more',
    (ok) => {
      const app = 'https://auth.axum.example';
      const domain = 'Domain=axum.example; ';
      return [
        page(`${app}/home`, to('/login')),
        post(`${app}/login`, LOGIN, { ...to('/home'), sets: [`id=${ID}; ${domain}Path=/; HttpOnly; Secure; SameSite=Strict`] }),
        hop(`${app}/home`),
        page(`${app}/logout`, { ...to('/login'), sets: [`id=; ${ok ? domain : ''}Max-Age=0`] }),
        hop(`${app}/login`),
        page(`${app}/home`, to('/login')),
        hop(`${app}/login`),
      ];
    },
    // Nothing failed: the cookie stays in vain.
    null,
  ],
  // https://github.com/maxcountryman/flask-login/issues/600
  [
    'signed out, and current_user is always authenticated: remember_token stays',
    (ok) => {
      const app = 'https://flask.example';
      return [
        page(`${app}/profile`, to('/login')),
        post(
          `${app}/login`,
          { ...LOGIN, remember: 'y' },
          {
            ...to('/profile'),
            sets: [
              `session=.eJwl${ID}; HttpOnly; Path=/; Secure`,
              `remember_token=1|${ID}${OTHER}; Expires=Tue, 30 Nov 2027 12:00:00 GMT; HttpOnly; Path=/; Secure`,
            ],
          },
        ),
        hop(`${app}/profile`),
        page(`${app}/logout`, {
          ...to('/'),
          sets: ['session=; Max-Age=0; HttpOnly; Path=/; Secure', ...(ok ? ['remember_token=; Max-Age=0; Path=/'] : [])],
        }),
        hop(`${app}/`),
        page(`${app}/profile`, ok ? to('/login') : { sets: [`session=.eJwl${OTHER}; HttpOnly; Path=/; Secure`] }),
      ];
    },
    { kind: 'sign-out-ineffective', cookie: 'remember_token', cause: 'not-deleted', fix: 'remember_token' },
  ],
  // https://github.com/spring-projects/spring-security/issues/10241
  [
    'signed out after the session had ended: the token to be remembered signs in again',
    (ok) => {
      const app = 'https://boot.example';
      return [
        page(`${app}/account`, to('/login')),
        post(
          `${app}/login`,
          { ...LOGIN, 'remember-me': 'on' },
          {
            ...to('/account'),
            sets: [
              'JSESSIONID=0C1D77A2E3B94F5586D1A0B2C3D4E5F6; Path=/; Secure; HttpOnly',
              `remember-me=${ID}${OTHER}; Max-Age=1209600; Path=/; Secure; HttpOnly`,
            ],
          },
        ),
        hop(`${app}/account`),
        post(
          `${app}/logout`,
          { _csrf: 'tokAAAAAAAAAAAA1' },
          {
            after: 4000,
            ...to('/login?logout'),
            sets: ['JSESSIONID=; Path=/; Max-Age=0', ...(ok ? ['remember-me=; Path=/; Max-Age=0'] : [])],
          },
        ),
        hop(`${app}/login?logout`),
        page(
          `${app}/account`,
          ok ? to('/login') : { sets: ['JSESSIONID=A34E160948D0BBB81EFE06FAE3CA2EBE; Path=/; Secure; HttpOnly'] },
        ),
      ];
    },
    { kind: 'sign-out-ineffective', cookie: 'remember-me', cause: 'not-deleted', fix: 'remember-me' },
  ],
];

describe('sign-out', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(bothAnswered(report)).toEqual({ broken: report[2], mended: null });
  });
});
