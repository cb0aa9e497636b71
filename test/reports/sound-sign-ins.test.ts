import { expect, test } from 'vitest';
import { SHOP, type SoundSite, session, signedIn, toldOf } from './sound-site';
import { across, call, framed, hop, ID, LOGIN, OTHER, page, post, STATE, to } from './steps';

const SITES: readonly SoundSite[] = [
  [
    'signing out and in again as somebody else',
    [
      ...signedIn(),
      post(`${SHOP}/logout`, { csrf_token: ID }, { ...to('/login'), sets: ['sid=; Path=/; Max-Age=0; Secure; HttpOnly'] }),
      hop(`${SHOP}/login`),
      post(`${SHOP}/login`, LOGIN, { ...to('/account'), sets: [`sid=${OTHER}; Path=/; Secure; HttpOnly; SameSite=Lax`] }),
      hop(`${SHOP}/account`),
    ],
  ],
  [
    'nobody is signed in, and every page of the account asks for it',
    [
      page(`${SHOP}/`, { sets: [`cart=${ID}; Path=/; Max-Age=86400; Secure; SameSite=Lax`] }),
      page(`${SHOP}/account`, to('/login')),
      hop(`${SHOP}/login`),
      page(`${SHOP}/orders`, to('/login')),
      hop(`${SHOP}/login`),
      call(`GET ${SHOP}/api/me`, { status: 401 }),
    ],
  ],
  [
    'an API asks who it is before anybody signs in',
    [
      page(`${SHOP}/`),
      call(`GET ${SHOP}/api/session`, { status: 401 }),
      call(`POST ${SHOP}/api/login`, { fields: LOGIN, status: 401 }),
      call(`POST ${SHOP}/api/login`, { fields: LOGIN, sets: [session()] }),
      call(`GET ${SHOP}/api/session`),
    ],
  ],
  [
    'a silent question in a frame is answered: not signed in',
    [
      page(`${SHOP}/`),
      framed(
        `GET https://idp.test/authorize?client_id=shop&response_type=code&prompt=none&state=${STATE}&redirect_uri=https%3A%2F%2Fshop.example%2Fsilent`,
        SHOP,
        to(`${SHOP}/silent?error=login_required&state=${STATE}`),
      ),
      framed(`GET ${SHOP}/silent?error=login_required&state=${STATE}`, SHOP, { isRedirect: true }),
    ],
  ],
  [
    'who says no at the identity provider',
    [
      page(`${SHOP}/login`, {
        ...to(
          `https://idp.test/authorize?client_id=shop&response_type=code&state=${STATE}&redirect_uri=https%3A%2F%2Fshop.example%2Fcb`,
        ),
        sets: [`st=${STATE}; Path=/; Secure; HttpOnly; SameSite=Lax`],
      }),
      {
        ask: `GET https://idp.test/authorize?client_id=shop&response_type=code&state=${STATE}&redirect_uri=https%3A%2F%2Fshop.example%2Fcb`,
        isRedirect: true,
      },
      page(`${SHOP}/cb?error=access_denied&state=${STATE}`, { from: 'https://idp.test', ...to('/login?error=denied') }),
      hop(`${SHOP}/login?error=denied`, { from: 'https://idp.test' }),
    ],
  ],
  [
    'a chat in a frame of its own host says 401 until somebody signs in there',
    [
      ...signedIn(),
      framed('GET https://chat.test/widget', SHOP),
      framed('GET https://chat.test/api/me', SHOP, { as: 'fetch', from: 'https://chat.test', status: 401 }),
    ],
  ],
  [
    'two names of one cookie with the same value',
    [
      page(`${SHOP}/`, { sets: [`theme=${ID}; Path=/; Domain=shop.example; Secure`, `theme=${ID}; Path=/; Secure`] }),
      page(`${SHOP}/admin`, { status: 403 }),
    ],
  ],
  [
    'an unknown address is sent on to the home page',
    [
      ...signedIn(),
      page(`${SHOP}/old`, to('/', 301)),
      hop(`${SHOP}/`),
      page(`${SHOP}/old.html`, { status: 404 }),
      page(`${SHOP}/older.html`, { status: 410 }),
    ],
  ],
  [
    'another application at another port of the machine has cookies of its own',
    [
      page('http://localhost:3000/', { sets: [`app=${ID}; Path=/; HttpOnly`] }),
      page('http://localhost:4000/', { sets: [`other=${OTHER}; Path=/; HttpOnly`] }),
      page('http://localhost:3000/admin', { status: 403 }),
      page('http://127.0.0.1:8000/admin', to('/login')),
      page('http://127.0.0.1:8000/login', { isRedirect: true }),
    ],
  ],
  [
    'two names below localhost are two applications',
    [
      post('http://id.localhost:8080/login', LOGIN, { ...to('/'), sets: [`idsid=${ID}; Path=/; HttpOnly`] }),
      hop('http://id.localhost:8080/'),
      page('http://shop.localhost:8080/account', to('/login')),
      hop('http://shop.localhost:8080/login'),
    ],
  ],
  [
    'http is sent on to https',
    [
      ...signedIn(),
      page('http://shop.example/account', { from: 'https://mail.example', ...to(`${SHOP}/account`, 301) }),
      hop(`${SHOP}/account`, { from: 'https://mail.example' }),
    ],
  ],
  [
    'a preflight of an API that takes tokens and no cookies is refused',
    [
      ...signedIn(),
      across('OPTIONS https://api.other.test/v1/things', SHOP, 'cross-site', {
        headers: { 'access-control-request-method': 'PUT' },
        status: 403,
        answers: {},
      }),
    ],
  ],
  [
    'a sign-in in a window that opens, with a page that sends a message',
    [
      page(`${SHOP}/`),
      page(`https://idp.test/popup?client_id=shop`, { from: SHOP }),
      {
        ask: 'POST https://idp.test/popup/login',
        from: 'https://idp.test',
        fields: LOGIN,
        sets: [`idp=${OTHER}; Path=/; Secure; HttpOnly; SameSite=Lax`],
        ...to('/done'),
      },
      hop('https://idp.test/done'),
      call(`POST ${SHOP}/api/token`, { fields: { credential: 'c' }, sets: [session()] }),
      page(`${SHOP}/account`),
    ],
  ],
];

test.each(SITES)('no incident: %s', (_, steps) => {
  expect(toldOf(steps)).toEqual([]);
});
