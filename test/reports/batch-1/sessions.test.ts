import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { ID, LOGIN, OTHER } from '../steps';

const REPORTS: readonly Report[] = [
  // https://github.com/expressjs/session/issues/281
  [
    'behind nginx the secure session cookie is not set, and my single-page application stays signed out',
    [
      { ask: 'GET https://app.example/' },
      { ask: 'GET https://app.example/api/me', as: 'fetch', from: 'https://app.example', status: 401 },
      { ask: 'POST https://app.example/api/login', as: 'fetch', from: 'https://app.example', fields: LOGIN, status: 200 },
      { ask: 'GET https://app.example/api/me', as: 'fetch', from: 'https://app.example', status: 401 },
    ],
    { kind: 'session-not-set', cookie: '', cause: 'not-set', fix: 'proxy' },
  ],
  // https://github.com/gitroomhq/postiz-app/pull/2076
  [
    'login returns 200 and I am sent back to the login page on vercel.app',
    [
      { ask: 'GET https://myapp.vercel.app/auth/login' },
      {
        ask: 'POST https://myapp.vercel.app/api/auth/login',
        as: 'fetch',
        from: 'https://myapp.vercel.app',
        fields: LOGIN,
        sets: [`auth=${ID}; Domain=.vercel.app; Path=/; HttpOnly; Secure; SameSite=None`],
      },
      {
        ask: 'GET https://myapp.vercel.app/launches',
        from: 'https://myapp.vercel.app',
        status: 307,
        answers: { location: '/auth/login' },
      },
    ],
    { kind: 'sign-in-loop', cookie: 'auth', cause: 'rejected', fix: 'Leave Domain out' },
  ],
  // https://github.com/lukevella/rallly/pull/2941
  [
    'COOKIE_DOMAIN=localhost: every sign-in answers 200 and the login loops forever',
    [
      { ask: 'GET http://localhost:3000/login' },
      {
        ask: 'POST http://localhost:3000/api/auth/sign-in/email',
        as: 'fetch',
        from: 'http://localhost:3000',
        fields: LOGIN,
        sets: [
          `better-auth.session_token=${ID}; Domain=localhost; Path=/; HttpOnly; SameSite=Lax`,
          `better-auth.session_token=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax`,
        ],
      },
      {
        ask: 'GET http://localhost:3000/api/auth/get-session',
        as: 'fetch',
        from: 'http://localhost:3000',
        status: 200,
        answers: { 'content-length': '4' },
      },
      { ask: 'GET http://localhost:3000/', from: 'http://localhost:3000', status: 307, answers: { location: '/login' } },
    ],
    { kind: 'deleted-meanwhile', cookie: 'better-auth.session_token', cause: 'deleted', fix: 'Leave the deletion' },
  ],
  // https://github.com/supabase/supabase/issues/22719
  [
    'only a single Set-Cookie header: the second token is lost',
    [
      {
        ask: 'POST https://app.example/login',
        from: 'https://app.example',
        fields: LOGIN,
        status: 303,
        answers: { location: '/account' },
        sets: [`sb-access-token=${ID}; Path=/; Secure; HttpOnly, sb-refresh-token=${OTHER}; Path=/; Secure; HttpOnly`],
      },
      {
        ask: 'GET https://app.example/account',
        isRedirect: true,
        from: 'https://app.example',
        status: 307,
        answers: { location: '/login' },
      },
    ],
    { kind: 'second-cookie-lost', cookie: 'sb-refresh-token', cause: 'not-set', fix: 'two Set-Cookie headers' },
  ],
  // https://github.com/sveltejs/kit/issues/8643
  [
    'the token has expired, the cookie is not deleted, and the redirects never end',
    [
      { ask: 'GET https://app.example/account', sends: `auth=${ID}`, status: 303, answers: { location: '/login' } },
      {
        ask: 'GET https://app.example/login',
        isRedirect: true,
        sends: `auth=${ID}`,
        status: 303,
        answers: { location: '/account' },
      },
      {
        ask: 'GET https://app.example/account',
        isRedirect: true,
        sends: `auth=${ID}`,
        status: 303,
        answers: { location: '/login' },
      },
      {
        ask: 'GET https://app.example/login',
        isRedirect: true,
        sends: `auth=${ID}`,
        status: 303,
        answers: { location: '/account' },
      },
      {
        ask: 'GET https://app.example/account',
        isRedirect: true,
        sends: `auth=${ID}`,
        status: 303,
        answers: { location: '/login' },
      },
    ],
    { kind: 'sign-in-loop', cookie: 'auth', cause: 'stale', fix: 'Delete auth in the answer' },
  ],
  // https://github.com/jmpsec/osctrl/issues/372
  [
    'two instances behind a load balancer: signed in, and redirected to the sign-in',
    [
      { ask: 'GET https://osc.example/login' },
      {
        ask: 'POST https://osc.example/login',
        from: 'https://osc.example',
        fields: LOGIN,
        status: 302,
        answers: { location: '/dashboard' },
        sets: [`osctrl=${ID}; Path=/; HttpOnly; Secure`],
      },
      {
        ask: 'GET https://osc.example/dashboard',
        isRedirect: true,
        from: 'https://osc.example',
        status: 302,
        answers: { location: '/login' },
      },
      { ask: 'GET https://osc.example/login', isRedirect: true, from: 'https://osc.example' },
    ],
    null,
  ],
];

describe('sessions that are not kept', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
