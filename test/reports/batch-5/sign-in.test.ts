import { describe, expect, test } from 'vitest';
import { bothAnswered, type MendedReport } from '../incident-answers';
import { authorize, call, hop, ID, LOGIN, OTHER, page, post, STATE, to } from '../steps';

const REPORTS: readonly MendedReport[] = [
  // https://github.com/BookStackApp/BookStack/pull/2996
  [
    'the SAML answer comes by POST, and the session is lost',
    (ok) => {
      const wiki = 'https://wiki.example';
      const idp = `https://idp.example/saml?SAMLRequest=fZJN&RelayState=${STATE}`;
      const line = `bookstack_session=${ID}; path=/; httponly; secure; samesite=lax`;
      return [
        post(`${wiki}/saml2/login`, { _token: 'tokAAAAAAAAAAAA1' }, { ...to(idp), sets: [line] }),
        { ask: `GET ${idp}`, isRedirect: true },
        {
          ask: `POST ${wiki}/saml2/acs`,
          from: 'https://idp.example',
          fields: { SAMLResponse: 'PHNhbWw', RelayState: STATE },
          ...(ok ? to('/saml2/acs?id=7f3a') : to('/login')),
        },
        ...(ok
          ? [
              { ask: `GET ${wiki}/saml2/acs?id=7f3a`, from: 'https://idp.example', isRedirect: true, ...to('/') } as const,
              { ask: `GET ${wiki}/`, from: 'https://idp.example', isRedirect: true } as const,
            ]
          : []),
      ];
    },
    { kind: 'federated-sign-in', cookie: 'bookstack_session', cause: 'withheld', fix: 'SameSite=None' },
  ],
  // https://github.com/oauth2-proxy/oauth2-proxy/issues/2897
  [
    'unable to obtain CSRF cookie, at localhost',
    (ok) => {
      const [opened, back] = [ok ? 'http://127.0.0.1:4180' : 'http://localhost:4180', 'http://127.0.0.1:4180/oauth2/callback'];
      return [
        page(`${opened}/`, { ...to(authorize(back)), sets: [`_oauth2_proxy_csrf=${OTHER}${ID}; Path=/; Max-Age=900; HttpOnly`] }),
        { ask: `GET ${authorize(back)}`, isRedirect: true },
        {
          ask: `GET ${back}?code=c0de&state=${STATE}`,
          from: 'https://idp.example',
          ...(ok ? { ...to('/'), sets: [`_oauth2_proxy=${ID}${OTHER}; Path=/; HttpOnly`] } : { status: 403 }),
        },
        ...(ok ? [{ ask: `GET ${opened}/`, from: 'https://idp.example', isRedirect: true } as const] : []),
      ];
    },
    { kind: 'federated-sign-in', cookie: '_oauth2_proxy_csrf', cause: 'other-host', fix: '127.0.0.1' },
  ],
  // https://github.com/bitly/oauth2_proxy/issues/507
  [
    '403 csrf token mismatch: a cookie of an older configuration is there too',
    (ok) => {
      const app = 'https://dash.k8s.example';
      const name = '_oauth2_proxy_csrf';
      return [
        ...(ok
          ? []
          : [
              page(`${app}/old`, {
                sets: [`${name}=${OTHER}${OTHER}; Path=/; Domain=k8s.example; Max-Age=604800; HttpOnly; Secure`],
              }),
            ]),
        page(`${app}/oauth2/start`, {
          ...to(authorize(`${app}/oauth2/callback`)),
          sets: [`${name}=${ID}${OTHER}; Path=/; Max-Age=604800; HttpOnly; Secure`],
        }),
        { ask: `GET ${authorize(`${app}/oauth2/callback`)}`, isRedirect: true },
        {
          ask: `GET ${app}/oauth2/callback?code=c0de&state=${STATE}`,
          from: 'https://idp.example',
          ...(ok ? { ...to('/'), sets: [`_oauth2_proxy=${ID}; Path=/; HttpOnly; Secure`] } : { status: 403 }),
        },
        ...(ok ? [{ ask: `GET ${app}/`, from: 'https://idp.example', isRedirect: true } as const] : []),
      ];
    },
    { kind: 'wrong-cookie-first', cookie: '_oauth2_proxy_csrf', cause: 'shadowed', fix: 'Delete' },
  ],
  // https://github.com/supabase/auth-helpers/issues/437
  [
    'supabase-auth-token is deleted soon after the sign-in',
    (ok) => {
      const app = 'https://app.example';
      return [
        {
          ask: `GET ${app}/api/auth/callback?code=c0de`,
          from: 'https://idp.example',
          ...to('/'),
          sets: [`supabase-auth-token=${ID}${OTHER}; Path=/; Max-Age=31536000; Secure; SameSite=Lax`],
        },
        {
          ask: `GET ${app}/`,
          from: 'https://idp.example',
          isRedirect: true,
          ...(ok ? {} : { sets: ['supabase-auth-token=; Path=/; Max-Age=0; Secure; SameSite=Lax'] }),
        },
        page(`${app}/profile`, ok ? {} : to('/auth')),
      ];
    },
    // Not answered: nothing says that /auth asks to sign in, and a server may well delete a session that has ended.
    null,
  ],
  // https://github.com/spring-projects/spring-security/issues/7752
  [
    'from https to http: JSESSIONID is lost at the sign-in',
    (ok) => {
      const app = 'http://dev.corp.test:8082';
      return [
        ...(ok
          ? []
          : [
              page('https://dev.corp.test:8443/login', {
                sets: ['JSESSIONID=0C1D77A2E3B94F5586D1A0B2C3D4E5F6; Path=/; Secure; HttpOnly'],
              }),
            ]),
        post(`${app}/login`, LOGIN, {
          ...to(`${app}/account/`),
          sets: ['JSESSIONID=A34E160948D0BBB81EFE06FAE3CA2EBE; Path=/; HttpOnly'],
        }),
        hop(`${app}/account/`, ok ? {} : to(`${app}/login`)),
        ...(ok ? [] : [hop(`${app}/login`)]),
      ];
    },
    { kind: 'scheme-change', cookie: 'JSESSIONID', cause: 'rejected', fix: 'Secure' },
  ],
  // https://github.com/edumeet/edumeet/issues/400
  [
    'behind nginx the details of the authorization request are not in the session',
    (ok) => {
      const app = 'https://meet.example';
      return [
        page(`${app}/auth/login?id=a`, {
          ...to(authorize(`${app}/auth/callback`)),
          sets: ok ? [`edumeet.sid=s%3A${ID}.${OTHER}; Path=/; HttpOnly; Secure`] : [],
        }),
        { ask: `GET ${authorize(`${app}/auth/callback`)}`, isRedirect: true },
        {
          ask: `GET ${app}/auth/callback?code=c0de&state=${STATE}`,
          from: 'https://idp.example',
          ...(ok ? to('/') : { status: 500 }),
        },
        ...(ok ? [{ ask: `GET ${app}/`, from: 'https://idp.example', isRedirect: true } as const] : []),
      ];
    },
    { kind: 'federated-sign-in', cookie: '', cause: 'not-set', fix: 'Behind a proxy that ends TLS' },
  ],
  // https://github.com/DSACMS/iv-cbv-payroll/pull/187
  [
    'SameSite=Strict broke the single sign-on',
    (ok) => {
      const app = 'https://pay.example';
      const back = `${app}/users/auth/azure/callback`;
      return [
        post(
          `${app}/users/auth/azure`,
          { authenticity_token: 'tokAAAAAAAAAAAA1' },
          {
            ...to(authorize(back)),
            sets: [`_cbv_session=${ID}${OTHER}; path=/; secure; HttpOnly; SameSite=${ok ? 'Lax' : 'Strict'}`],
          },
        ),
        { ask: `GET ${authorize(back)}`, isRedirect: true },
        { ask: `GET ${back}?code=c0de&state=${STATE}`, from: 'https://idp.example', ...(ok ? to('/') : to('/users/sign_in')) },
        ...(ok ? [{ ask: `GET ${app}/`, from: 'https://idp.example', isRedirect: true } as const] : []),
      ];
    },
    { kind: 'federated-sign-in', cookie: '_cbv_session', cause: 'withheld', fix: 'SameSite=Lax' },
  ],
  // https://github.com/opennextjs/opennextjs-aws/issues/742
  [
    'the callback leads on without a session, and round again',
    (ok) => {
      const app = 'https://web.example';
      const round = [
        page(`${app}/`, to('/auth/login')),
        hop(`${app}/auth/login`, {
          ...to(authorize(`${app}/auth/callback`)),
          sets: [`__txn_a=${ID}${OTHER}; Path=/; Max-Age=3600; HttpOnly; Secure; SameSite=Lax`],
        }),
        { ask: `GET ${authorize(`${app}/auth/callback`)}`, isRedirect: true } as const,
        {
          ask: `GET ${app}/auth/callback?code=c0de&state=${STATE}`,
          from: 'https://idp.example',
          ...to('/'),
          ...(ok ? { sets: [`__session=${OTHER}${ID}; Path=/; HttpOnly; Secure; SameSite=Lax`] } : {}),
        },
        { ask: `GET ${app}/`, from: 'https://idp.example', isRedirect: true, ...(ok ? {} : to('/auth/login')) } as const,
      ];
      return round;
    },
    { kind: 'session-not-set', cookie: '', cause: 'not-set', fix: 'must pass Set-Cookie on' },
  ],
  // https://github.com/papermark/papermark/issues/2182
  [
    'self-hosted: each page leads back to /login, though the session is valid',
    () => {
      const app = 'https://paper.example';
      return [
        page(`${app}/api/auth/callback/email?token=t0ken`, {
          ...to('/'),
          sets: [`next-auth.session-token=${ID}${OTHER}; Path=/; HttpOnly; Secure; SameSite=Lax`],
        }),
        hop(`${app}/`, to('/login', 307)),
        hop(`${app}/login`),
        call(`GET ${app}/api/auth/session`),
      ];
    },
    null,
  ],
  // https://github.com/etesync/server/issues/186
  [
    'CSRF verification fails behind a proxy: the origin is taken for http',
    () => {
      const app = 'https://dav.example';
      return [
        page(`${app}/admin/login/`, { sets: [`csrftoken=${ID}; Max-Age=31449600; Path=/; SameSite=Lax; Secure`] }),
        post(`${app}/admin/login/`, { ...LOGIN, csrfmiddlewaretoken: ID }, { status: 403 }),
      ];
    },
    null,
  ],
];

describe('signing in', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(bothAnswered(report)).toEqual({ broken: report[2], mended: null });
  });
});
