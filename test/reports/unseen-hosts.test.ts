import { describe, expect, test } from 'vitest';
import { authorize, fromPage, ID, LOGIN, OTHER, STATE } from './fresh-steps';
import { answered, type Report } from './incident-answers';

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
  // https://github.com/necdetsanli/do-not-ghost-me/issues/37
  [
    '__Host-dg_admin is refused in development: Secure is left out there',
    [
      {
        ask: 'POST http://localhost:3000/api/admin/login',
        from: 'http://localhost:3000',
        fields: LOGIN,
        status: 303,
        answers: { location: '/admin' },
        sets: [`__Host-dg_admin=${ID}.${OTHER}; Path=/; HttpOnly; SameSite=Strict; Max-Age=28800`],
      },
      {
        ask: 'GET http://localhost:3000/admin',
        isRedirect: true,
        from: 'http://localhost:3000',
        status: 307,
        answers: { location: '/admin/login' },
      },
    ],
    { kind: 'sign-in-loop', cookie: '__Host-dg_admin', cause: 'rejected', fix: 'Secure' },
  ],
  // https://github.com/NodeBB/NodeBB/issues/5430
  [
    'session mismatch, when socket.io has a host of its own',
    [
      {
        ask: 'POST https://forum.example/login',
        from: 'https://forum.example',
        fields: LOGIN,
        status: 302,
        answers: { location: '/' },
        sets: [`express.sid=s%3A${ID}.sig1; Path=/; HttpOnly; Secure`],
      },
      { ask: 'GET https://forum.example/', isRedirect: true, from: 'https://forum.example' },
      {
        ask: 'GET https://live.forum.example/socket.io/?EIO=3&transport=polling',
        ...fromPage('https://forum.example'),
        answers: { 'access-control-allow-origin': 'https://forum.example', 'access-control-allow-credentials': 'true' },
        sets: [`express.sid=s%3A${OTHER}.sig2; Path=/; HttpOnly; Secure`],
      },
    ],
    { kind: 'session-lost', cookie: 'express.sid', cause: 'other-host', fix: 'Domain=forum.example' },
  ],
  // https://github.com/wundergraph/cosmo/issues/2163
  [
    'at an IP address one cannot sign in: the Domain of the cookie is made of its last parts',
    [
      {
        ask: 'GET http://10.0.0.5:3001/v1/auth/callback?code=c0de&state=x',
        from: 'http://10.0.0.5:8080',
        status: 302,
        answers: { location: 'http://10.0.0.5:3000/' },
        sets: [`cosmo_user_session=${ID}${OTHER}; Domain=.0.5; Path=/; HttpOnly; SameSite=Lax`],
      },
      { ask: 'GET http://10.0.0.5:3000/', isRedirect: true, from: 'http://10.0.0.5:8080' },
      {
        ask: 'GET http://10.0.0.5:3001/v1/auth/session',
        ...fromPage('http://10.0.0.5:3000'),
        answers: { 'access-control-allow-origin': 'http://10.0.0.5:3000', 'access-control-allow-credentials': 'true' },
        status: 401,
      },
    ],
    { kind: 'session-lost', cookie: 'cosmo_user_session', cause: 'rejected', fix: 'Leave Domain out' },
  ],
  // https://github.com/tmiland/invidious-updater/issues/80
  [
    'the default DOMAIN is another instance’s: nobody can sign in',
    [
      {
        ask: 'POST http://tube.corp.test:3000/login?referer=%2F',
        from: 'http://tube.corp.test:3000',
        fields: LOGIN,
        status: 302,
        answers: { location: '/feed/subscriptions' },
        sets: [`SID=${ID}; domain=invidious.snopyta.org; path=/; expires=Tue, 23 Nov 2027 12:00:00 GMT; HttpOnly`],
      },
      {
        ask: 'GET http://tube.corp.test:3000/feed/subscriptions',
        isRedirect: true,
        from: 'http://tube.corp.test:3000',
        status: 302,
        answers: { location: '/login?referer=%2Ffeed%2Fsubscriptions' },
      },
    ],
    { kind: 'sign-in-loop', cookie: 'SID', cause: 'rejected', fix: 'Leave Domain out' },
  ],
  // https://github.com/ExpressionEngine/ExpressionEngine/issues/813
  [
    'I wrote a mere name as the cookie domain, and nobody can sign in any more',
    [
      { ask: 'GET https://ee.example/admin.php?/cp/login' },
      {
        ask: 'POST https://ee.example/admin.php?/cp/login/authenticate',
        from: 'https://ee.example',
        fields: LOGIN,
        status: 302,
        answers: { location: '/admin.php?/cp/homepage' },
        sets: [`exp_sessionid=${ID}; path=/; domain=MySuperCookie; secure; HttpOnly`],
      },
      {
        ask: 'GET https://ee.example/admin.php?/cp/homepage',
        isRedirect: true,
        from: 'https://ee.example',
        status: 302,
        answers: { location: '/admin.php?/cp/login&return=' },
      },
    ],
    { kind: 'sign-in-loop', cookie: 'exp_sessionid', cause: 'rejected', fix: 'Leave Domain out' },
  ],
  // https://github.com/multica-ai/multica/issues/1321
  [
    'self-hosted over http with an IP address: no token found',
    [
      {
        ask: 'POST http://192.168.1.20:8080/auth/verify-code',
        ...fromPage('http://192.168.1.20:3000'),
        fields: { email: 'a', code: '123456' },
        answers: { 'access-control-allow-origin': 'http://192.168.1.20:3000', 'access-control-allow-credentials': 'true' },
        sets: [`multica_auth=${ID}.${OTHER}; Path=/; Domain=192.168.1.20; Max-Age=2592000; HttpOnly; Secure; SameSite=Strict`],
      },
      {
        ask: 'POST http://192.168.1.20:8080/api/workspaces',
        ...fromPage('http://192.168.1.20:3000'),
        fields: { name: 'x' },
        answers: { 'access-control-allow-origin': 'http://192.168.1.20:3000', 'access-control-allow-credentials': 'true' },
        status: 401,
      },
    ],
    { kind: 'scheme-change', cookie: 'multica_auth', cause: 'rejected', fix: 'leave Secure out' },
  ],
  // https://github.com/PlaidWeb/Publ/issues/267
  [
    'the browser fetches the sign-out page ahead and signs me out',
    [
      {
        ask: 'POST https://publ.example/_login',
        from: 'https://publ.example',
        fields: LOGIN,
        status: 302,
        answers: { location: '/' },
        sets: [`session=.eJw${ID}${OTHER}; Secure; HttpOnly; Path=/`],
      },
      { ask: 'GET https://publ.example/', isRedirect: true, from: 'https://publ.example' },
      {
        ask: 'GET https://publ.example/_logout/',
        from: 'https://publ.example',
        purpose: 'prefetch',
        sets: ['session=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/'],
      },
      {
        ask: 'GET https://publ.example/private',
        from: 'https://publ.example',
        status: 302,
        answers: { location: '/_login/private' },
      },
    ],
    { kind: 'prefetch-signs-out', cookie: 'session', cause: 'deleted', fix: 'POST' },
  ],
];

describe('played once: hosts, paths, schemes', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
