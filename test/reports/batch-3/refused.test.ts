import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { fromPage, ID, LOGIN, OTHER } from '../steps';

const REPORTS: readonly Report[] = [
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

describe('lines that are refused', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
