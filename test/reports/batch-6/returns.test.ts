import { describe, expect, test } from 'vitest';
import { bothAnswered, type MendedReport } from '../incident-answers';
import { hop, ID, LOGIN, OTHER, page, post, to } from '../steps';

/** Somebody signs in to a shop, and its page sends on to pay elsewhere. */
const paying = (shop: string, line: string, login = '/login') => [
  page(`${shop}${login}`),
  post(`${shop}${login}`, LOGIN, { ...to('/home'), sets: [line] }),
  hop(`${shop}/home`),
  post(`${shop}/pay`, { item: '7' }, to('https://bank.example/gateway/7')),
  { ask: 'GET https://bank.example/gateway/7', isRedirect: true } as const,
];

const REPORTS: readonly MendedReport[] = [
  // https://github.com/magento/magento2/issues/38889
  [
    'back from the payment gateway by POST, and the customer is a stranger',
    (ok) => {
      const shop = 'https://shop.example';
      const back = `${shop}/payment/return`;
      return [
        ...paying(shop, `PHPSESSID=${ID}; path=/; secure; HttpOnly; SameSite=${ok ? 'None' : 'Lax'}`, '/customer/account/login'),
        {
          ask: `POST ${back}`,
          from: 'https://bank.example',
          fields: { order: '7', hash: 'h' },
          ...(ok ? to('/checkout/success') : to('/customer/account/login')),
        },
        hop(`${shop}${ok ? '/checkout/success' : '/customer/account/login'}`, { from: 'https://bank.example' }),
      ];
    },
    { kind: 'session-lost', cookie: 'PHPSESSID', cause: 'withheld', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/anandsiddharth/laravel-paytm-wallet/pull/50
  [
    'the wallet posts back, the shop takes the user for a guest and signs out',
    (ok) => {
      const shop = 'https://shop.example';
      const same = ok ? 'none' : 'lax';
      return [
        ...paying(shop, `laravel_session=${ID}${OTHER}; path=/; secure; httponly; samesite=${same}`),
        {
          ask: `POST ${shop}/payment/status`,
          from: 'https://bank.example',
          fields: { ORDERID: '7', CHECKSUMHASH: 'h' },
          ...to('/home'),
          ...(ok ? {} : { sets: [`laravel_session=${OTHER}${ID}; path=/; secure; httponly; samesite=lax`] }),
        },
        hop(`${shop}/home`, { from: 'https://bank.example', ...(ok ? {} : to('/login')) }),
      ];
    },
    { kind: 'session-lost', cookie: 'laravel_session', cause: 'withheld', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/dotnet/aspnetcore/issues/15021
  [
    'HttpContext.Session is empty after the bank’s page',
    (ok) => {
      const shop = 'https://shop.example';
      const same = ok ? 'none' : 'lax';
      return [
        page(`${shop}/cart`, { sets: [`.AspNetCore.Session=CfDJ8${ID}${OTHER}; path=/; secure; samesite=${same}; httponly`] }),
        post(`${shop}/cart/pay`, { item: '7' }, to('https://bank.example/gateway/7')),
        { ask: 'GET https://bank.example/gateway/7', isRedirect: true },
        {
          ask: `POST ${shop}/cart/result`,
          from: 'https://bank.example',
          fields: { order: '7' },
          status: ok ? 200 : 500,
          sets: ok ? [] : [`.AspNetCore.Session=CfDJ8${OTHER}${ID}; path=/; secure; samesite=lax; httponly`],
        },
      ];
    },
    { kind: 'session-lost', cookie: '.AspNetCore.Session', cause: 'withheld', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/alexedwards/scs/issues/223
  [
    'back from the checkout the page to sign in is shown',
    (ok) => {
      const shop = 'https://go.example';
      return [
        ...paying(shop, `my_session=${ID}; Path=/; HttpOnly; Secure; SameSite=${ok ? 'Lax' : 'Strict'}`),
        page(`${shop}/checkout/success?id=7`, { from: 'https://bank.example', ...(ok ? {} : to('/login')) }),
        ...(ok
          ? []
          : [
              hop(`${shop}/login`, {
                from: 'https://bank.example',
                sets: [`my_session=${OTHER}; Path=/; HttpOnly; Secure; SameSite=Strict`],
              }),
            ]),
      ];
    },
    { kind: 'session-lost', cookie: 'my_session', cause: 'withheld', fix: 'SameSite=Lax' },
  ],
  // https://github.com/rapidez/core/pull/1395
  [
    'back from a cancelled payment the cart is empty',
    (ok) => {
      const shop = 'https://rapid.example';
      return [
        page(`${shop}/cart`, { sets: [`mask=${ID}; Path=/; Secure; SameSite=${ok ? 'Lax' : 'Strict'}`] }),
        page(`${shop}/checkout/payment`),
        page(`${shop}/payment/success?order=7`, { from: 'https://bank.example', ...to('/checkout/payment') }),
        hop(`${shop}/checkout/payment`, { from: 'https://bank.example', ...(ok ? {} : to('/cart')) }),
        ...(ok ? [] : [hop(`${shop}/cart`, { from: 'https://bank.example' })]),
      ];
    },
    // Not answered: that /cart is where strangers are sent to does not show.
    null,
  ],
  // https://github.com/GoogleChromeLabs/samesite-examples/issues/36
  [
    'the form stands on another site: its answer sets the session, and the next hop goes without',
    (ok) => {
      const app = 'https://b.example';
      return [
        {
          ask: `POST ${app}/login.php`,
          from: 'https://a.example',
          fields: LOGIN,
          ...to('/loggedin.php'),
          sets: [`session=${ID}; path=/; secure; HttpOnly; SameSite=${ok ? 'Lax' : 'Strict'}`],
        },
        hop(`${app}/loggedin.php`, { from: 'https://a.example', ...(ok ? {} : to('/login.php')) }),
        ...(ok ? [] : [hop(`${app}/login.php`, { from: 'https://a.example' })]),
      ];
    },
    { kind: 'sign-in-loop', cookie: 'session', cause: 'withheld', fix: 'SameSite=Lax' },
  ],
  // https://github.com/rubygems/rubygems.org/issues/6792
  [
    'the link of the mail leads to the sign-in and not to the form for a new password',
    (ok) => {
      const app = 'https://gems.example';
      return [
        page(`${app}/password/edit?token=t0ken`, {
          from: 'https://mail.example',
          ...to('/password/reset'),
          sets: [`_gems_session=${ID}${OTHER}; path=/; secure; HttpOnly; SameSite=${ok ? 'Lax' : 'Strict'}`],
        }),
        hop(`${app}/password/reset`, { from: 'https://mail.example', ...(ok ? {} : to('/sign_in')) }),
        ...(ok ? [] : [hop(`${app}/sign_in`, { from: 'https://mail.example' })]),
      ];
    },
    { kind: 'session-lost', cookie: '_gems_session', cause: 'withheld', fix: 'SameSite=Lax' },
  ],
  // https://github.com/pbteja1998/remix-auth-email-link/issues/5
  [
    'the magic link does not sign in at once; after a reload it does',
    (ok) => {
      const app = 'https://notes.example';
      return [
        page(`${app}/magic?token=t0ken`, {
          from: 'https://mail.example',
          ...to('/me'),
          sets: [`_session=${ID}${OTHER}; Path=/; HttpOnly; Secure; SameSite=${ok ? 'Lax' : 'Strict'}`],
        }),
        hop(`${app}/me`, { from: 'https://mail.example', ...(ok ? {} : to('/login')) }),
        ...(ok ? [] : [hop(`${app}/login`, { from: 'https://mail.example' })]),
      ];
    },
    { kind: 'session-lost', cookie: '_session', cause: 'withheld', fix: 'SameSite=Lax' },
  ],
];

describe('coming back from another site', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(bothAnswered(report)).toEqual({ broken: report[2], mended: null });
  });
});
