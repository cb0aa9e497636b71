import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { call, hop, ID, LOGIN, OTHER, page, post, to } from '../steps';

const APP = 'https://app.example';
const long = (times: number): string => `${ID}${OTHER}`.repeat(times);
const SIGNED_IN = [
  page(`${APP}/profile`, to('/login')),
  hop(`${APP}/login`),
  post(
    `${APP}/login`,
    { ...LOGIN, remember: 'y' },
    {
      ...to('/profile'),
      sets: [
        `session=.eJwl${ID}; HttpOnly; Path=/; Secure`,
        `remember_token=1|${ID}${OTHER}; Expires=Tue, 30 Nov 2027 12:00:00 GMT; HttpOnly; Path=/; Secure`,
      ],
    },
  ),
  hop(`${APP}/profile`),
];
const CSRF = `csrftoken=${ID}; Max-Age=31449600; Path=/; SameSite=Lax; Secure`;

const REPORTS: readonly Report[] = [
  [
    'sign-out does nothing: the deletion misses, and the server knows the session no more',
    [
      call(`POST ${APP}/password/login`, {
        fields: { user_id: 'u', password: 'b' },
        sets: [`hanko=${ID}${OTHER}; Path=/; Domain=app.example; HttpOnly; Secure; SameSite=Lax`],
      }),
      call(`GET ${APP}/me`),
      call(`POST ${APP}/logout`, { status: 204, sets: ['hanko=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax'] }),
      call(`GET ${APP}/me`, { status: 401 }),
    ],
    null,
  ],
  [
    'remember_token stays: the user signs in again by the form',
    [
      ...SIGNED_IN,
      page(`${APP}/logout`, { ...to('/login'), sets: ['session=; Max-Age=0; HttpOnly; Path=/; Secure'] }),
      hop(`${APP}/login`),
      post(`${APP}/login`, LOGIN, { ...to('/profile'), sets: [`session=.eJwl${OTHER}; HttpOnly; Path=/; Secure`] }),
      hop(`${APP}/profile`),
    ],
    null,
  ],
  [
    'please let me log out: the page that answers after it is for everybody',
    [
      call(`GET ${APP}/portalapi/public`),
      call(`GET ${APP}/portalapi/me`, { status: 401 }),
      call(`POST ${APP}/portalapi/login`, {
        fields: { credentials: 'a:b' },
        sets: [`yunohost.portal=${ID}${OTHER}; Path=/; HttpOnly; Secure; SameSite=Lax`],
      }),
      call(`GET ${APP}/portalapi/me`),
      call(`GET ${APP}/portalapi/logout`, { sets: ['yunohost.portal=; Max-Age=0; Path=/'] }),
      call(`GET ${APP}/portalapi/public`),
    ],
    null,
  ],
  [
    'the pointer above “Sign out”: the answer to what was fetched ahead deletes nothing, and a click signs out',
    [
      ...SIGNED_IN.slice(0, 4),
      page(`${APP}/logout`, { purpose: 'prefetch', headers: { 'sec-purpose': 'prefetch' } }),
      page(`${APP}/logout`, {
        ...to('/login'),
        sets: ['session=; Path=/; Max-Age=0; HttpOnly; Secure', 'remember_token=; Path=/; Max-Age=0; HttpOnly; Secure'],
      }),
      hop(`${APP}/login`),
      page(`${APP}/profile`, to('/login')),
      hop(`${APP}/login`),
    ],
    null,
  ],
  [
    '431, and it is the cookies of Mixpanel: the page is not there (404)',
    [
      page(`${APP}/`, {
        writes: ['mp_a1', 'mp_b2', 'mp_c3'].map((name) => `${name}=${'a1b2c3d4'.repeat(450)}; Path=/; Max-Age=31536000`),
      }),
      page(`${APP}/tx/0x1`, { status: 404 }),
    ],
    null,
  ],
  [
    'renewed tokens grow over the limit: it is the cookie of an experiment, and the session went along',
    [
      ...SIGNED_IN,
      page(`${APP}/`, { sets: [`ab_flags=${long(66)}; Path=/; Max-Age=2592000; Secure; SameSite=Lax`] }),
      page(`${APP}/profile`, { after: 8000, ...to('/login') }),
      hop(`${APP}/login`),
    ],
    null,
  ],
  [
    'the nonce has expired as it arrives: it is a message that is cleared',
    [
      ...SIGNED_IN,
      page(`${APP}/`, { sets: ['flash=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT'] }),
      call(`POST ${APP}/api/items`, { fields: { name: 'x' }, status: 500 }),
    ],
    null,
  ],
  [
    'Set-Cookie lines are folded into one: it is a comma in a value',
    [
      ...SIGNED_IN,
      page(`${APP}/`, { sets: ['seen=a, b=c, d; Path=/; Secure'] }),
      page(`${APP}/profile`, { after: 8000, ...to('/login') }),
      hop(`${APP}/login`),
    ],
    null,
  ],
  [
    'with HttpOnly on the token: the page has it too, and it is sent',
    [
      page(`${APP}/hub/login`, { sets: [`_xsrf=${ID}${OTHER}; Path=/hub/; Secure; HttpOnly`] }),
      call(`POST ${APP}/hub/api/users/a/server`, { fields: {}, tokens: { 'x-xsrftoken': `${ID}${OTHER}` }, status: 403 }),
    ],
    null,
  ],
  [
    'two windows at the sign-in: the token did not change',
    [
      page(`${APP}/accounts/login/`, { sets: [CSRF] }),
      page(`${APP}/accounts/login/`),
      post(`${APP}/accounts/login/`, { ...LOGIN, csrfmiddlewaretoken: ID }, to('/accounts/login/?error=1')),
      hop(`${APP}/accounts/login/?error=1`),
      post(`${APP}/accounts/login/`, { ...LOGIN, csrfmiddlewaretoken: ID }, { status: 403 }),
    ],
    null,
  ],
  [
    'another application’s mycsrftoken: csrftoken was sent, and the user may not',
    [
      page(`${APP}/other/`, { sets: [`mycsrftoken=${OTHER}; Path=/; Secure; SameSite=Lax`] }),
      page(`${APP}/profile`, { sets: [CSRF] }),
      call(`POST ${APP}/api/profile`, { tokens: { 'x-csrftoken': ID }, fields: { name: 'x' }, status: 403 }),
    ],
    null,
  ],
  [
    'a cache before the site: the token’s cookie was there before, and goes along',
    [
      page(`${APP}/`, { sets: [`sg_csrf_token=${ID}; Path=/; HttpOnly; Secure; SameSite=Lax`] }),
      page(`${APP}/sign-in`, { answers: { 'cf-cache-status': 'HIT', age: '240' } }),
      call(`POST ${APP}/-/sign-in`, { fields: { email: 'a', password: 'b' }, tokens: { 'x-csrf-token': ID }, status: 403 }),
    ],
    null,
  ],
  [
    'more than one replica: it is refused from one request on, and not by turns',
    [
      call(`POST ${APP}/signin/simple`, { fields: LOGIN, sets: [`auth-session=${ID}${OTHER}; Path=/; HttpOnly; Secure`] }),
      ...[200, 200, 200, 401, 401, 401].map((status) => call(`GET ${APP}/api/devices`, { status })),
    ],
    null,
  ],
  [
    'the page to sign in was left open for hours: its cookies last longer, and come',
    [
      page(`${APP}/login`, {
        sets: [
          `XSRF-TOKEN=${OTHER}; Max-Age=72000; path=/; secure; samesite=lax`,
          `app_session=${ID}; Max-Age=72000; path=/; httponly; secure; samesite=lax`,
        ],
      }),
      post(`${APP}/oidc/login`, { _token: 'tokAAAAAAAAAAAA1' }, { after: 20000, status: 419 }),
    ],
    null,
  ],
];

describe('one thing differs: sign-out, sizes, tokens', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
