import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { authorize, call, hop, ID, LOGIN, OTHER, page, post, STATE, to } from '../steps';

const APP = 'https://app.example';
const IDP = 'https://idp.example';
/** Leaves for the other site with such cookies. */
const leaves = (begin: string, back: string, sets: readonly string[], more = '') => [
  page(`${APP}${begin}`, { ...to(authorize(`${APP}${back}`, more)), sets }),
  { ask: `GET ${authorize(`${APP}${back}`, more)}`, isRedirect: true } as const,
];
const session = (value: string) => `session=${value}; path=/; Max-Age=1209600; httponly; samesite=lax; secure`;

const REPORTS: readonly Report[] = [
  [
    'the details are not in the session, if it is Strict: the user said no at the other site',
    [
      ...leaves('/login', '/authorization-code/callback', [
        `connect.sid=s%3A${ID}.${OTHER}; Path=/; HttpOnly; Secure; SameSite=Lax`,
      ]),
      {
        ask: `GET ${APP}/authorization-code/callback?error=access_denied&state=${STATE}`,
        from: IDP,
        ...to('/login?error=access_denied'),
      },
    ],
    null,
  ],
  [
    'Azure AD: correlation failed: no SameSite, and two minutes were not over',
    [
      ...leaves(
        '/external/challenge',
        '/signin-oidc',
        [`.AspNetCore.Correlation.aad.${STATE}=N; path=/signin-oidc; secure; httponly`],
        '&response_mode=form_post',
      ),
      { ask: `POST ${APP}/signin-oidc`, from: IDP, after: 20, fields: { code: 'c0de', state: STATE }, status: 500 },
    ],
    null,
  ],
  [
    'Azure AD: correlation failed: no SameSite, and two minutes were over',
    [
      ...leaves(
        '/external/challenge',
        '/signin-oidc',
        [`.AspNetCore.Correlation.aad.${STATE}=N; path=/signin-oidc; secure; httponly`],
        '&response_mode=form_post',
      ),
      { ask: `POST ${APP}/signin-oidc`, from: IDP, after: 200, fields: { code: 'c0de', state: STATE }, status: 500 },
    ],
    {
      kind: 'federated-sign-in',
      cookie: `.AspNetCore.Correlation.aad.${STATE}`,
      cause: 'withheld',
      fix: 'SameSite=None; Secure',
    },
  ],
  [
    'state_mismatch with providers that answer by POST: this one answers by a link',
    [
      ...leaves('/api/auth/sign-in/apple', '/api/auth/callback/apple', [
        `__Secure-better-auth.state=${OTHER}.${ID}; Path=/; Max-Age=300; HttpOnly; Secure; SameSite=Lax`,
      ]),
      {
        ask: `GET ${APP}/api/auth/callback/apple?code=c0de&state=${STATE}`,
        from: IDP,
        ...to('/api/auth/error?error=state_mismatch'),
      },
    ],
    null,
  ],
  [
    'state not equal: the answer that puts the old session back comes after the callback',
    [
      page(`${APP}/`, { sets: [session(`eyJhIjoxfQ.${ID}`)] }),
      ...leaves('/login', '/auth', [session(`eyJzdGF0ZSI6MX0.${OTHER}`)]),
      { ask: `GET ${APP}/auth?code=c0de&state=${STATE}`, from: IDP, status: 500 },
      call(`GET ${APP}/api/items`, { sends: `session=eyJhIjoxfQ.${ID}`, sets: [session(`eyJhIjoxfQ.${ID}`)] }),
    ],
    null,
  ],
  [
    'the link to sign in is fetched ahead: its cookie has a name of its own',
    [
      ...leaves('/api/auth/login', '/api/auth/callback', [`ac-state-${STATE}=1; Path=/; HttpOnly; Secure; SameSite=Lax`]),
      page(`${APP}/`),
      call(`GET ${APP}/api/auth/login?_rsc=1x2y`, {
        tokens: { rsc: '1', 'next-router-prefetch': '1' },
        ...to(authorize(`${APP}/api/auth/callback`).replace(STATE, 'an0therstatevalue99')),
        sets: ['ac-state-an0therstatevalue99=1; Path=/; HttpOnly; Secure; SameSite=Lax'],
      }),
      { ask: `GET ${APP}/api/auth/callback?code=c0de&state=${STATE}`, from: IDP, status: 400 },
    ],
    null,
  ],
  [
    'the form stands on another site: the password was wrong',
    [
      {
        ask: `POST ${APP}/login.php`,
        from: 'https://a.example',
        fields: LOGIN,
        ...to('https://a.example/login.html?error=1'),
      },
      { ask: 'GET https://a.example/login.html?error=1', from: 'https://a.example', isRedirect: true },
    ],
    null,
  ],
  [
    'behind a proxy the session is not stored: the password was wrong',
    [
      page(`${APP}/account`, to('/login')),
      hop(`${APP}/login`),
      post(`${APP}/login`, LOGIN, to('/login?error')),
      hop(`${APP}/login?error`),
      page(`${APP}/account`, to('/login')),
    ],
    null,
  ],
  [
    'the callback leads on without a session: the session had been set before',
    [
      page(`${APP}/`, to('/auth/login')),
      hop(`${APP}/auth/login`, {
        ...to(authorize(`${APP}/auth/callback`)),
        sets: [`__txn_a=${ID}${OTHER}; Path=/; Max-Age=3600; HttpOnly; Secure; SameSite=Lax`],
      }),
      { ask: `GET ${authorize(`${APP}/auth/callback`)}`, isRedirect: true },
      {
        ask: `GET ${APP}/auth/callback?code=c0de&state=${STATE}`,
        from: IDP,
        ...to('/'),
        sets: [`__session=${OTHER}${ID}; Path=/; HttpOnly; Secure; SameSite=Lax`],
      },
      hop(`${APP}/`, { from: IDP }),
      page(`${APP}/`, { after: 8000, ...to('/auth/login') }),
    ],
    null,
  ],
  [
    'behind nginx the details are not in the session: what went wrong is an address that is not there',
    [
      ...leaves('/auth/login', '/auth/callback', []),
      { ask: `GET ${APP}/auth/callback?code=c0de&state=${STATE}`, from: IDP, status: 404 },
    ],
    null,
  ],
  [
    'back from the payment gateway by POST: the page is shown',
    [
      post(`${APP}/login`, LOGIN, { ...to('/home'), sets: [`PHPSESSID=${ID}; path=/; secure; HttpOnly; SameSite=Lax`] }),
      hop(`${APP}/home`),
      { ask: `POST ${APP}/payment/return`, from: 'https://bank.example', fields: { order: '7', hash: 'h' } },
    ],
    null,
  ],
  [
    'back from the checkout the page to sign in is shown: by a link of its own, for the session was over',
    [
      post(`${APP}/login`, LOGIN, { ...to('/home'), sets: [`my_session=${ID}; Path=/; HttpOnly; Secure; SameSite=Strict`] }),
      hop(`${APP}/home`),
      page(`${APP}/checkout/success?id=7`, { after: 8000, ...to('/login') }),
      hop(`${APP}/login`),
    ],
    null,
  ],
  [
    'the link of the mail leads to the sign-in: its token is old',
    [
      page(`${APP}/password/edit?token=t0ken`, {
        from: 'https://mail.example',
        ...to('/sign_in'),
        sets: [`_gems_session=${ID}${OTHER}; path=/; secure; HttpOnly; SameSite=Strict`],
      }),
      hop(`${APP}/sign_in`, { from: 'https://mail.example' }),
    ],
    null,
  ],
];

describe('one thing differs: signing in', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
