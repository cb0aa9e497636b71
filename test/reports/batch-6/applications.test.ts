import { describe, expect, test } from 'vitest';
import { bothAnswered, type MendedReport } from '../incident-answers';
import { authorize, call, hop, ID, LOGIN, OTHER, page, post, STATE, to } from '../steps';

const REPORTS: readonly MendedReport[] = [
  // https://github.com/clerk/javascript/issues/2595
  [
    'production and development below one domain: endless redirects',
    (ok) => {
      const [main, dev] = ['https://app.mysite.example', 'https://a.b.mysite.example'];
      const domain = ok ? 'a.b.mysite.example' : 'mysite.example';
      return [
        page(`${dev}/`, { sets: [`__session=${OTHER}${OTHER}; Path=/; Domain=${domain}; Secure; SameSite=Lax`] }),
        post(`${main}/sign-in`, LOGIN, {
          ...to('/'),
          sets: [`__session=${ID}${ID}; Path=/; Secure; SameSite=Lax`],
        }),
        hop(`${main}/`, ok ? {} : to('/sign-in', 307)),
        ...(ok ? [] : [hop(`${main}/sign-in`, to('/', 307)), hop(`${main}/`, to('/sign-in', 307))]),
      ];
    },
    { kind: 'wrong-cookie-first', cookie: '__session', cause: 'shadowed', fix: 'Domain=mysite.example' },
  ],
  // https://github.com/awslabs/cognito-at-edge/issues/69
  [
    'tokens renewed at a deep link: a redirect loop, the old one comes last and is read',
    (ok) => {
      const app = 'https://edge.example';
      const name = 'CognitoIdentityServiceProvider.app.u1.idToken';
      const path = ok ? '; Path=/' : '; Path=/deep/link';
      const set = (value: string, more: string) => `${name}=${value}; Secure; HttpOnly${more}`;
      return [
        page(`${app}/?code=c0de&state=${STATE}`, { ...to('/'), sets: [set(`${ID}${ID}`, '; Path=/')] }),
        hop(`${app}/`),
        page(`${app}/deep/link/page`, { after: 3600, ...to('/deep/link/page'), sets: [set(`${OTHER}${OTHER}`, path)] }),
        hop(`${app}/deep/link/page`, ok ? {} : { ...to('/deep/link/page'), sets: [set(`${OTHER}${ID}`, path)] }),
        ...(ok ? [] : [hop(`${app}/deep/link/page`, { ...to('/deep/link/page'), sets: [set(`${ID}${OTHER}`, path)] })]),
        ...(ok ? [] : [hop(`${app}/deep/link/page`, { ...to('/deep/link/page'), sets: [set(`${ID}${OTHER}1`, path)] })]),
      ];
    },
    { kind: 'wrong-cookie-first', cookie: 'CognitoIdentityServiceProvider.app.u1.idToken', cause: 'shadowed', fix: 'Path=/' },
  ],
  // https://github.com/pombase/canto/issues/102
  [
    'who changes from /pombe to /test is signed out at the first',
    (ok) => {
      const host = 'https://curation.example';
      const name = ok ? 'canto_test_session' : 'canto_session';
      return [
        post(`${host}/pombe/login`, LOGIN, { ...to('/pombe/'), sets: [`canto_session=${ID}; path=/; secure; HttpOnly`] }),
        hop(`${host}/pombe/`),
        page(`${host}/test/`, { sets: [`${name}=${OTHER}; path=/; secure; HttpOnly`] }),
        page(`${host}/pombe/curs/1`, ok ? {} : to('/pombe/login')),
        ...(ok ? [] : [hop(`${host}/pombe/login`)]),
      ];
    },
    { kind: 'applications-overwrite', cookie: 'canto_session', cause: 'overwritten', fix: 'differently' },
  ],
  // https://github.com/msupply-foundation/open-msupply/issues/11094
  [
    'two instances on two ports sign each other out',
    (ok) => {
      const [one, two] = ['http://localhost:3003', 'http://localhost:3009'];
      const name = ok ? 'refresh_token_3009' : 'refresh_token';
      return [
        call(`POST ${one}/graphql`, { fields: LOGIN, sets: [`refresh_token=${ID}${OTHER}; Path=/; HttpOnly; SameSite=Strict`] }),
        call(`POST ${one}/refresh`),
        call(`POST ${two}/graphql`, { fields: LOGIN, sets: [`${name}=${OTHER}${ID}; Path=/; HttpOnly; SameSite=Strict`] }),
        call(`POST ${two}/refresh`),
        call(`POST ${one}/refresh`, { status: ok ? 200 : 401 }),
      ];
    },
    { kind: 'applications-overwrite', cookie: 'refresh_token', cause: 'overwritten', fix: 'differently' },
  ],
  // https://github.com/aspnetboilerplate/module-zero-template/issues/28
  [
    'two local web sites sign each other out',
    (ok) => {
      const [one, two] = ['http://localhost:55', 'http://localhost:56'];
      const name = ok ? '.AspNet.Spa' : '.AspNet.ApplicationCookie';
      return [
        post(`${one}/Account/Login`, LOGIN, { ...to('/'), sets: [`.AspNet.ApplicationCookie=${ID}${OTHER}; path=/; HttpOnly`] }),
        hop(`${one}/`),
        post(`${two}/Account/Login`, LOGIN, { ...to('/'), sets: [`${name}=${OTHER}${ID}; path=/; HttpOnly`] }),
        hop(`${two}/`),
        page(`${one}/Users`, ok ? {} : to('/Account/Login?ReturnUrl=%2FUsers')),
        ...(ok ? [] : [hop(`${one}/Account/Login?ReturnUrl=%2FUsers`)]),
      ];
    },
    { kind: 'applications-overwrite', cookie: '.AspNet.ApplicationCookie', cause: 'overwritten', fix: 'differently' },
  ],
  // https://github.com/senchalabs/connect/issues/765
  [
    'provider and consumer on two ports of localhost: the session is lost on the way back',
    (ok) => {
      const [app, idp] = ['http://localhost:7788', 'http://localhost:4455'];
      const name = ok ? 'provider.sid' : 'connect.sid';
      const back = encodeURIComponent(`${app}/auth/callback`);
      const asked = `${idp}/oauth/authorize?client_id=app&response_type=code&state=${STATE}&redirect_uri=${back}`;
      return [
        page(`${app}/auth`, { ...to(asked), sets: [`connect.sid=s%3A${ID}.${OTHER}; Path=/; HttpOnly`] }),
        hop(asked, to('/login')),
        hop(`${idp}/login`, { sets: ok ? [] : [`${name}=s%3A${OTHER}.${ID}; Path=/; HttpOnly`] }),
        post(`${idp}/login`, LOGIN, {
          ...to(`${app}/auth/callback?code=c0de&state=${STATE}`),
          sets: [`${name}=s%3A${OTHER}1.${ID}; Path=/; HttpOnly`],
        }),
        hop(`${app}/auth/callback?code=c0de&state=${STATE}`, ok ? to('/') : { status: 500 }),
        ...(ok ? [hop(`${app}/`)] : []),
      ];
    },
    { kind: 'applications-overwrite', cookie: 'connect.sid', cause: 'overwritten', fix: 'differently' },
  ],
  // https://github.com/authlib/authlib/issues/376
  [
    'state not equal: an answer to a script that comes late puts the old session back',
    (ok) => {
      const app = 'https://star.example';
      const back = `${app}/auth`;
      const session = (value: string) => `session=${value}; path=/; Max-Age=1209600; httponly; samesite=lax; secure`;
      return [
        page(`${app}/`, { sets: [session(`eyJhIjoxfQ.${ID}`)] }),
        page(`${app}/login`, { ...to(authorize(back)), sets: [session(`eyJzdGF0ZSI6MX0.${OTHER}`)] }),
        { ask: `GET ${authorize(back)}`, isRedirect: true },
        ...(ok ? [] : [call(`GET ${app}/api/items`, { sends: `session=eyJhIjoxfQ.${ID}`, sets: [session(`eyJhIjoxfQ.${ID}`)] })]),
        {
          ask: `GET ${back}?code=c0de&state=${STATE}`,
          from: 'https://idp.example',
          ...(ok ? { ...to('/'), sets: [session(`eyJ1IjoxfQ.${ID}${OTHER}`)] } : { status: 500 }),
        },
        ...(ok ? [hop(`${app}/`, { from: 'https://idp.example' })] : []),
      ];
    },
    { kind: 'federated-sign-in', cookie: 'session', cause: 'overwritten', fix: 'session' },
  ],
  // https://github.com/kinde-oss/kinde-auth-nextjs/pull/528
  [
    'the link to sign in is fetched ahead and begins a sign-in of its own',
    (ok) => {
      const app = 'https://kinde.example';
      const begin = (state: string) => ({
        ...to(authorize(`${app}/api/auth/kinde_callback`).replace(STATE, state)),
        sets: [`ac-state-key=${state}; Path=/; HttpOnly; Secure; SameSite=Lax`],
      });
      return [
        page(`${app}/api/auth/login`, begin(STATE)),
        { ask: `GET ${authorize(`${app}/api/auth/kinde_callback`)}`, isRedirect: true },
        ...(ok
          ? []
          : [
              page(`${app}/`),
              call(`GET ${app}/api/auth/login?_rsc=1x2y`, {
                tokens: { rsc: '1', 'next-router-prefetch': '1' },
                ...begin('an0therstatevalue99'),
              }),
            ]),
        {
          ask: `GET ${app}/api/auth/kinde_callback?code=c0de&state=${STATE}`,
          from: 'https://idp.example',
          ...(ok ? { ...to('/'), sets: [`session=${ID}${OTHER}; Path=/; HttpOnly; Secure; SameSite=Lax`] } : { status: 400 }),
        },
        ...(ok ? [hop(`${app}/`, { from: 'https://idp.example' })] : []),
      ];
    },
    { kind: 'federated-sign-in', cookie: 'ac-state-key', cause: 'overwritten', fix: 'Begin no sign-in' },
  ],
  // https://github.com/dotkom/monoweb/pull/2048
  [
    'opening the menu of the profile signs out',
    (ok) => {
      const app = 'https://line.example';
      return [
        post(`${app}/login`, LOGIN, { ...to('/'), sets: [`session=${ID}${OTHER}; Path=/; HttpOnly; Secure; SameSite=Lax`] }),
        hop(`${app}/`),
        ...(ok
          ? []
          : [
              call(`GET ${app}/api/auth/logout`, {
                tokens: { 'next-router-prefetch': '1' },
                ...to('/', 307),
                sets: ['session=; Path=/; Max-Age=0; HttpOnly; Secure'],
              }),
            ]),
        page(`${app}/profil`, ok ? {} : to('/login')),
        ...(ok ? [] : [hop(`${app}/login`)]),
      ];
    },
    { kind: 'prefetch-signs-out', cookie: 'session', cause: 'deleted', fix: 'POST' },
  ],
  // https://github.com/bigcommerce/catalyst/pull/1954
  [
    'the pointer above “Sign out” signs out',
    (ok) => {
      const app = 'https://store.example';
      return [
        post(`${app}/login`, LOGIN, {
          ...to('/account'),
          sets: [`authjs.session-token=${ID}${OTHER}; Path=/; HttpOnly; Secure; SameSite=Lax`],
        }),
        hop(`${app}/account`),
        ...(ok
          ? []
          : [
              page(`${app}/logout`, {
                purpose: 'prefetch',
                headers: { 'sec-purpose': 'prefetch' },
                ...to('/login'),
                sets: ['authjs.session-token=; Path=/; Max-Age=0; HttpOnly; Secure'],
              }),
            ]),
        page(`${app}/account/orders`, ok ? {} : to('/login')),
        ...(ok ? [] : [hop(`${app}/login`)]),
      ];
    },
    { kind: 'prefetch-signs-out', cookie: 'authjs.session-token', cause: 'deleted', fix: 'POST' },
  ],
];

describe('several applications, tabs and requests at once', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(bothAnswered(report)).toEqual({ broken: report[2], mended: null });
  });
});
