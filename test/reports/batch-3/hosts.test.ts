import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { authorize, ID, LOGIN, OTHER, STATE } from '../steps';

const REPORTS: readonly Report[] = [
  // https://github.com/apache/superset/issues/25374
  [
    'Superset 3.0: the cookies are Secure though the site is http',
    [
      {
        ask: 'GET http://superset.corp.test:8088/login/',
        sets: [`session=.eJw${ID}; Secure; HttpOnly; Path=/; SameSite=Lax`],
      },
      {
        ask: 'POST http://superset.corp.test:8088/login/',
        from: 'http://superset.corp.test:8088',
        fields: { ...LOGIN, csrf_token: 'ImE4NzY1NDMyMTBhYmNkZWYi' },
        status: 302,
        answers: { location: '/login/?next=' },
        sets: [`session=.eJw${OTHER}; Secure; HttpOnly; Path=/; SameSite=Lax`],
      },
    ],
    { kind: 'scheme-change', cookie: 'session', cause: 'rejected', fix: 'leave Secure out' },
  ],
  // https://github.com/modrinth/knossos/issues/419
  [
    'www and the bare host do not share the sign-in',
    [
      {
        ask: `GET https://mods.example/auth/callback?code=c0de&state=${STATE}`,
        from: 'https://idp.example',
        status: 302,
        answers: { location: '/dashboard' },
        sets: [`auth-token=mra_${ID}${OTHER}; Path=/; Max-Age=31536000; Secure; SameSite=Lax`],
      },
      { ask: 'GET https://mods.example/dashboard', isRedirect: true, from: 'https://idp.example' },
      { ask: 'GET https://www.mods.example/dashboard', status: 302, answers: { location: '/auth/sign-in' } },
    ],
    { kind: 'session-lost', cookie: 'auth-token', cause: 'other-host', fix: 'Domain=mods.example' },
  ],
  // https://github.com/wpo365/wpo365-login/issues/15
  [
    'I can sign in without www only: “login may have been tampered with”',
    [
      {
        ask: 'GET https://www.press.example/wp-admin/',
        status: 302,
        answers: { location: authorize('https://press.example/') },
        sets: [`WPO365_NONCE=${STATE}; path=/; secure`],
      },
      { ask: `GET ${authorize('https://press.example/')}`, isRedirect: true },
      {
        ask: 'POST https://press.example/',
        from: 'https://idp.example',
        fields: { id_token: 'eyJ', state: STATE },
        status: 302,
        answers: { location: '/wp-login.php?login_errors=TAMPERED_WITH' },
      },
    ],
    { kind: 'federated-sign-in', cookie: 'WPO365_NONCE', cause: 'other-host', fix: 'Domain=press.example' },
  ],
  // https://github.com/openlinker-project/openlinker/issues/748
  [
    'ol_csrf has Path=/auth, the page cannot read it, and the refresh is answered 403',
    [
      {
        ask: 'POST http://localhost:4173/auth/login',
        as: 'fetch',
        from: 'http://localhost:4173',
        fields: LOGIN,
        sets: [
          `ol_refresh=${ID}${OTHER}; Path=/auth; HttpOnly; SameSite=Lax; Max-Age=604800`,
          `ol_csrf=${OTHER}; Path=/auth; SameSite=Lax; Max-Age=604800`,
        ],
      },
      { ask: 'GET http://localhost:4173/integrations/connected' },
      {
        ask: 'POST http://localhost:4173/auth/refresh',
        as: 'fetch',
        from: 'http://localhost:4173',
        headers: { referer: 'http://localhost:4173/integrations/connected' },
        status: 403,
      },
    ],
    { kind: 'csrf-check', cookie: 'ol_csrf', cause: 'unreadable', fix: 'Path=/' },
  ],
  // https://github.com/openlinker-project/openlinker/issues/1327
  [
    'the refresh token has Path=/auth, and the API is below /v1 now',
    [
      {
        ask: 'POST https://linker.example/v1/auth/login',
        as: 'fetch',
        from: 'https://linker.example',
        fields: LOGIN,
        sets: [`ol_refresh=${ID}${OTHER}; Path=/auth; HttpOnly; Secure; SameSite=Lax; Max-Age=604800`],
      },
      { ask: 'POST https://linker.example/v1/auth/refresh', as: 'fetch', from: 'https://linker.example', status: 401 },
    ],
    { kind: 'sign-in-loop', cookie: 'ol_refresh', cause: 'withheld', fix: 'Path=/' },
  ],
  // https://github.com/better-auth-rs/better-auth-rs/issues/45
  [
    'one gate for several applications, and its cookie has no Domain',
    [
      {
        ask: 'POST https://auth.dev.example/api/auth/sign-in/email',
        as: 'fetch',
        from: 'https://auth.dev.example',
        fields: LOGIN,
        sets: [`better-auth.session_token=${ID}.${OTHER}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=604800`],
      },
      { ask: 'GET https://auth.dev.example/account', from: 'https://auth.dev.example' },
      {
        ask: 'GET https://wiki.dev.example/',
        from: 'https://auth.dev.example',
        status: 302,
        answers: { location: 'https://auth.dev.example/sign-in?redirect=https%3A%2F%2Fwiki.dev.example%2F' },
      },
    ],
    { kind: 'session-lost', cookie: 'better-auth.session_token', cause: 'other-host', fix: 'Domain=dev.example' },
  ],
  // https://github.com/CroissanceCommune/autonomie/issues/256
  [
    'the remember-me cookie is not deleted at the sign-out',
    [
      {
        ask: 'POST https://books.example/login',
        from: 'https://books.example',
        fields: { ...LOGIN, remember_me: 'true' },
        status: 302,
        answers: { location: '/' },
        sets: [
          `beaker.session.id=${ID}; httponly; Path=/; secure`,
          `remember_me=${OTHER}${ID}; Max-Age=2592000; Path=/; secure; httponly`,
        ],
      },
      { ask: 'GET https://books.example/', isRedirect: true, from: 'https://books.example' },
      {
        ask: 'GET https://books.example/logout',
        from: 'https://books.example',
        status: 302,
        answers: { location: '/login' },
        sets: ['beaker.session.id=; Max-Age=0; Path=/; secure; httponly'],
      },
      {
        ask: 'GET https://books.example/login',
        isRedirect: true,
        from: 'https://books.example',
        status: 302,
        answers: { location: '/' },
        sets: [`beaker.session.id=${OTHER}; httponly; Path=/; secure`],
      },
      { ask: 'GET https://books.example/', isRedirect: true, from: 'https://books.example' },
    ],
    { kind: 'sign-out-ineffective', cookie: 'remember_me', cause: 'not-deleted', fix: 'Delete remember_me' },
  ],
];

describe('hosts, paths, sign-outs', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
