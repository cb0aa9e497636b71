import { expect, test } from 'vitest';
import { SHOP, type SoundSite, session, signedIn, toldOf } from './sound-site';
import { across, call, framed, hop, ID, LOGIN, OTHER, page, post, to } from './steps';

const SITES: readonly SoundSite[] = [
  [
    'a search engine leads to a public page, and the session is Strict',
    [...signedIn('; SameSite=Strict'), page(`${SHOP}/product/7`, { from: 'https://search.example' }), page(`${SHOP}/account`)],
  ],
  [
    'a banner in a frame counts visitors and is not let keep its cookie',
    [
      ...[1, 2, 3].flatMap((n) => [
        page(`${SHOP}/page/${n}`),
        framed(`GET https://ads.test/banner?n=${n}`, SHOP, {
          sets: [`uid=${ID}${n}; Path=/; Max-Age=31536000; Secure; SameSite=None`],
        }),
      ]),
    ],
  ],
  [
    'pictures of an advertiser are refused with 403',
    [
      page(`${SHOP}/`),
      {
        ask: 'GET https://pix.test/p.gif',
        as: 'image',
        from: SHOP,
        top: `${SHOP}/`,
        sets: [`trk=${OTHER}; Path=/; Secure; SameSite=None`],
      },
      { ask: 'GET https://pix.test/p.gif?2', as: 'image', from: SHOP, top: `${SHOP}/`, status: 403 },
    ],
  ],
  [
    'a script asks a CDN without cookies, and the CDN says *',
    [
      ...signedIn(),
      across('GET https://cdn.shop.example/data.json', SHOP, 'same-site', { answers: { 'access-control-allow-origin': '*' } }),
    ],
  ],
  [
    'a right that somebody lacks, beside a preference for another path',
    [
      ...signedIn(),
      page(`${SHOP}/help/`, { sets: ['helpview=list-of-everything-we-have; Path=/help; Secure'] }),
      page(`${SHOP}/admin`, { status: 403 }),
    ],
  ],
  [
    'too many requests, then a server that is down',
    [
      ...signedIn(),
      call(`GET ${SHOP}/api/search`, { status: 429 }),
      page(`${SHOP}/orders`, { status: 503 }),
      page(`${SHOP}/orders`, { status: 502 }),
    ],
  ],
  [
    'a form with an error in it, twice, and then right',
    [
      ...signedIn(),
      post(`${SHOP}/address`, { street: 'x', csrf_token: ID }, { status: 422 }),
      post(`${SHOP}/address`, { street: 'y', csrf_token: ID }, { status: 422 }),
      post(`${SHOP}/address`, { street: 'z', csrf_token: ID }, to('/account')),
      hop(`${SHOP}/account`),
    ],
  ],
  [
    'languages and consent by redirects to the page itself',
    [
      page(`${SHOP}/`, { ...to('/'), sets: ['lang=de; Path=/; Max-Age=31536000'] }),
      hop(`${SHOP}/`, { ...to('/'), sets: ['cookietest=1; Path=/'] }),
      hop(`${SHOP}/`, to('/de/')),
      hop(`${SHOP}/de/`),
    ],
  ],
  [
    'who pays elsewhere comes back by a link and is still signed in',
    [
      ...signedIn(),
      post(`${SHOP}/pay`, { item: '7' }, to('https://bank.test/pay/7')),
      { ask: 'GET https://bank.test/pay/7', isRedirect: true },
      page(`${SHOP}/paid?order=7`, { from: 'https://bank.test' }),
    ],
  ],
  [
    'the bank tells the shop by a POST that needs no session',
    [
      ...signedIn(),
      { ask: `POST ${SHOP}/notify`, from: 'https://bank.test', fields: { order: '7', hash: 'h' }, ...to('/thanks') },
      hop(`${SHOP}/thanks`, { from: 'https://bank.test' }),
    ],
  ],
  [
    'a code that is typed wrong, then right',
    [
      page(`${SHOP}/login`),
      post(`${SHOP}/login`, LOGIN, { ...to('/2fa'), sets: [session()] }),
      hop(`${SHOP}/2fa`),
      call(`POST ${SHOP}/api/2fa`, { fields: { token: '123456' }, status: 401 }),
      call(`POST ${SHOP}/api/2fa`, {
        fields: { token: '654321' },
        sets: [`sid=${OTHER}; Path=/; Secure; HttpOnly; SameSite=Lax`],
      }),
      page(`${SHOP}/account`),
    ],
  ],
  [
    'the session idles out over lunch',
    [
      ...signedIn('; Max-Age=1800; SameSite=Lax'),
      page(`${SHOP}/orders`, { after: 4000, ...to('/login') }),
      hop(`${SHOP}/login`),
      post(`${SHOP}/login`, LOGIN, { ...to('/orders'), sets: [`sid=${OTHER}; Path=/; Secure; HttpOnly; SameSite=Lax`] }),
      hop(`${SHOP}/orders`),
    ],
  ],
];

test.each(SITES)('no incident: %s', (_, steps) => {
  expect(toldOf(steps)).toEqual([]);
});
