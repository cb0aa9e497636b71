import { expect, test } from 'vitest';
import { SHOP, type SoundSite, session, signedIn, toldOf } from './sound-site';
import { authorize, call, framed, hop, ID, LOGIN, OTHER, page, post, STATE, to } from './steps';

const IDP = 'https://idp.example';
const T = 'c2f1d0e9b8a7968574635241302f1e0d';

const SOUND: readonly SoundSite[] = [
  [
    'a right that a user lacks, asked for by a page whose session was renewed by a call',
    [
      page(`${SHOP}/`),
      call(`POST ${SHOP}/api/login`, { fields: LOGIN, sets: [session()] }),
      call(`GET ${SHOP}/api/csrf`),
      call(`DELETE ${SHOP}/api/users/7`, { tokens: { 'x-csrf-token': T }, status: 403 }),
    ],
  ],
  [
    'a form of an address whose field is refused',
    [...signedIn(), post(`${SHOP}/address`, { street: 'a', city: 'b', state: 'California', zip: '1' }, { status: 422 })],
  ],
  [
    'a sign-out by a call that is answered 401',
    [
      ...signedIn(),
      call(`DELETE ${SHOP}/api/auth/session`, {
        tokens: { 'x-csrf-token': T },
        status: 401,
        sets: ['sid=; Path=/; Max-Age=0; Secure'],
      }),
      call(`GET ${SHOP}/api/auth/session`, { status: 401 }),
    ],
  ],
  [
    'an access token that has run out and is refreshed by another cookie',
    [
      page(`${SHOP}/`),
      call(`POST ${SHOP}/auth/login`, {
        fields: LOGIN,
        sets: [
          `access=${ID}; Path=/; Max-Age=60; Secure; HttpOnly`,
          `refresh=${OTHER}; Path=/auth/refresh; Max-Age=86400; Secure; HttpOnly`,
        ],
      }),
      call(`GET ${SHOP}/api/me`),
      call(`GET ${SHOP}/api/me`, { after: 90, status: 401 }),
      call(`POST ${SHOP}/auth/refresh`, { sets: [`access=${T}; Path=/; Max-Age=60; Secure; HttpOnly`] }),
      call(`GET ${SHOP}/api/me`),
    ],
  ],
  [
    'a session that slides and runs out by itself',
    [
      page(`${SHOP}/login`),
      post(`${SHOP}/login`, LOGIN, { ...to('/account'), sets: [`sid=${ID}; Path=/; Max-Age=900; Secure; HttpOnly`] }),
      hop(`${SHOP}/account`, { sets: [`sid=${ID}; Path=/; Max-Age=900; Secure; HttpOnly`] }),
      page(`${SHOP}/account`, { after: 1000, ...to('/login') }),
      hop(`${SHOP}/login`),
    ],
  ],
  [
    'a wrong code and then the right one, with a cookie between the steps',
    [
      page(`${SHOP}/login`),
      post(`${SHOP}/login`, LOGIN, {
        ...to('/login/2fa'),
        sets: [`Identity.TwoFactorUserId=CfDJ8${ID}${OTHER}; Path=/; Secure; HttpOnly; SameSite=Lax`],
      }),
      hop(`${SHOP}/login/2fa`),
      post(`${SHOP}/login/2fa`, { code: '123456' }, { status: 422 }),
      post(
        `${SHOP}/login/2fa`,
        { code: '654321' },
        { ...to('/account'), sets: [session(), 'Identity.TwoFactorUserId=; Path=/; Max-Age=0; Secure'] },
      ),
      hop(`${SHOP}/account`),
    ],
  ],
  [
    'a link by mail that is used twice',
    [
      page(`${SHOP}/login`, { sets: [session()] }),
      post(`${SHOP}/login`, { email: 'a' }, to('/login/sent')),
      hop(`${SHOP}/login/sent`),
      page(`${SHOP}/login/verify?token=${T}`, {
        ...to('/account'),
        sets: [`sid=${OTHER}; Path=/; Secure; HttpOnly; SameSite=Lax`],
      }),
      hop(`${SHOP}/account`),
      page(`${SHOP}/login/verify?token=${T}`, { status: 400 }),
    ],
  ],
  [
    'two folders of one application that seal the session anew, and a right that is lacking',
    [
      page(`${SHOP}/users/new`, {
        sets: [
          `_shop_session=${'QUJD'.repeat(30)}--${'QUJDREVGR0hJSktM'}--${'QUJDREVGR0hJSktMTU5PUA'}%3D%3D; Path=/; Secure; HttpOnly; SameSite=Lax`,
        ],
      }),
      post(`${SHOP}/users/sign_in`, LOGIN, {
        ...to('/orders/7'),
        sets: [
          `_shop_session=${'REVG'.repeat(34)}--${'QUJDREVGR0hJSktN'}--${'QUJDREVGR0hJSktMTU5PUQ'}%3D%3D; Path=/; Secure; HttpOnly; SameSite=Lax`,
        ],
      }),
      hop(`${SHOP}/orders/7`, {
        sets: [
          `_shop_session=${'R0hJ'.repeat(34)}--${'QUJDREVGR0hJSktO'}--${'QUJDREVGR0hJSktMTU5PUg'}%3D%3D; Path=/; Secure; HttpOnly; SameSite=Lax`,
        ],
      }),
      page(`${SHOP}/admin/users`, { status: 403 }),
      page(`${SHOP}/users/edit`, {
        sets: [
          `_shop_session=${'SktM'.repeat(34)}--${'QUJDREVGR0hJSktP'}--${'QUJDREVGR0hJSktMTU5PUw'}%3D%3D; Path=/; Secure; HttpOnly; SameSite=Lax`,
        ],
      }),
      page(`${SHOP}/admin/users`, { status: 403 }),
    ],
  ],
  [
    'a step up: the password again, another id',
    [
      ...signedIn(),
      page(`${SHOP}/admin`, to('/confirm-password')),
      hop(`${SHOP}/confirm-password`),
      post(
        `${SHOP}/confirm-password`,
        { password: 'b', csrf_token: T },
        { ...to('/admin'), sets: [`sid=${OTHER}; Path=/; Secure; HttpOnly; SameSite=Lax`] },
      ),
      hop(`${SHOP}/admin`),
    ],
  ],
  [
    'somebody says no to the consent at the provider, and signs in by password',
    [
      page(`${SHOP}/auth/google`, {
        ...to(authorize(`${SHOP}/auth/google/callback`)),
        sets: [`oauth_state=${STATE}; Path=/; Secure; HttpOnly; SameSite=Lax`],
      }),
      { ask: `GET ${authorize(`${SHOP}/auth/google/callback`)}`, isRedirect: true },
      {
        ask: `GET ${SHOP}/auth/google/callback?error=access_denied&state=${STATE}`,
        from: IDP,
        ...to('/login?error=access_denied'),
        sets: ['oauth_state=; Path=/; Max-Age=0; Secure'],
      },
      hop(`${SHOP}/login?error=access_denied`, { from: IDP }),
      post(`${SHOP}/login`, LOGIN, { ...to('/account'), sets: [session()] }),
      hop(`${SHOP}/account`),
    ],
  ],
  [
    'a widget of another site that has no session there',
    [
      page(`${SHOP}/`),
      framed('GET https://chat.test/widget', SHOP, {
        sets: [`chat_id=${ID}; Path=/; Secure; HttpOnly; SameSite=None; Partitioned`],
      }),
      { ask: 'GET https://chat.test/api/me', as: 'fetch', from: 'https://chat.test', top: `${SHOP}/`, status: 401 },
    ],
  ],
];

test.each(SOUND)('no incident: %s', (_, steps) => {
  expect(toldOf(steps)).toEqual([]);
});
