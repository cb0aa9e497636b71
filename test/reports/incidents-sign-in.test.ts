import { describe, expect, test } from 'vitest';
import { answered, type Report } from './incident-answers';

const ID = '31d4d96e407aad42f3c1b7a09e5d8c26';
const OTHER = '9f2c71d0a4e85b3631d4d96e407aad42';

const REPORTS: readonly Report[] = [
  [
    'the password is right, no cookie is set behind the proxy, and I am asked again',
    [
      { ask: 'GET https://app.example/login' },
      {
        ask: 'POST https://app.example/login',
        from: 'https://app.example',
        fields: { user: 'a', password: 'b' },
        status: 302,
        answers: { location: '/account' },
      },
      {
        ask: 'GET https://app.example/account',
        isRedirect: true,
        from: 'https://app.example',
        status: 302,
        answers: { location: '/login' },
      },
      { ask: 'GET https://app.example/login', isRedirect: true, from: 'https://app.example' },
    ],
    { kind: 'session-not-set', cookie: '', cause: 'not-set', fix: 'proxy' },
  ],
  [
    'my sign-in through another site posts back, and after two minutes it fails',
    [
      { ask: 'GET https://app.example/login', sets: [`auth=v${ID}; Path=/; Secure; HttpOnly`] },
      { ask: 'POST https://app.example/acs', from: 'https://idp.example', after: 150, status: 403 },
    ],
    { kind: 'federated-sign-in', cookie: 'auth', cause: 'withheld', fix: 'SameSite=None' },
  ],
  [
    'the correlation cookie is missing at the callback, 500',
    [
      {
        ask: 'GET https://app.example/login',
        sets: ['corr=N; Path=/signin; Secure; SameSite=Lax'],
        status: 302,
        answers: { location: 'https://idp.example/' },
      },
      { ask: 'POST https://app.example/signin', from: 'https://idp.example', status: 500 },
    ],
    { kind: 'federated-sign-in', cookie: 'corr', cause: 'withheld', fix: 'corr=N; Path=/signin; Secure; SameSite=None' },
  ],
  [
    'people who follow a link in a mail are signed out',
    [
      { ask: 'POST https://app.example/login', sets: [`sid=${ID}; Path=/; Secure; HttpOnly; SameSite=Strict`] },
      { ask: 'GET https://app.example/order', from: 'https://mail.example', status: 302, answers: { location: '/login' } },
    ],
    { kind: 'session-lost', cookie: 'sid', cause: 'withheld', fix: 'SameSite=Lax' },
  ],
  [
    'sign-out does not sign out: the deletion names another path',
    [
      {
        ask: 'POST https://app.example/login',
        fields: { user: 'a', password: 'b' },
        sets: [`sid=${ID}; Path=/; Secure; HttpOnly`],
      },
      { ask: 'GET https://app.example/account', from: 'https://app.example' },
      { ask: 'POST https://app.example/account/logout', from: 'https://app.example', sets: ['sid=; Path=/account; Max-Age=0'] },
      { ask: 'GET https://app.example/account', from: 'https://app.example' },
    ],
    { kind: 'sign-out-ineffective', cookie: 'sid', cause: 'not-deleted', fix: 'Path=/;' },
  ],
  [
    'the session expires at once: the server’s clock',
    [
      {
        ask: 'POST https://app.example/login',
        sets: [`sid=${ID}; Path=/; Expires=Mon, 23 Nov 2026 11:00:00 GMT; Secure; HttpOnly`],
      },
      { ask: 'GET https://app.example/', from: 'https://app.example', status: 401 },
    ],
    { kind: 'dead-on-arrival', cookie: 'sid', cause: 'dead-on-arrival', fix: 'Max-Age' },
  ],
  [
    'connect.sid is not stored after a fetch to another port of the same host',
    [
      { ask: 'GET http://localhost:3000/' },
      {
        ask: 'POST http://localhost:4000/login',
        as: 'fetch',
        from: 'http://localhost:3000',
        top: 'http://localhost:3000/',
        headers: { 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'same-site' },
        sets: [`connect.sid=${ID}; Path=/; HttpOnly`],
      },
      {
        ask: 'GET http://localhost:4000/me',
        as: 'fetch',
        from: 'http://localhost:3000',
        top: 'http://localhost:3000/',
        headers: { 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'same-site' },
        status: 401,
      },
    ],
    { kind: 'session-not-set', cookie: 'connect.sid', cause: 'rejected', fix: "credentials: 'include'" },
  ],
  [
    'POST /api/session/x sets a cookie and GET /api/user does not get it',
    [
      {
        ask: 'POST https://app.example/api/session/x',
        sets: [`s=${ID}; Secure; HttpOnly`],
        as: 'fetch',
        from: 'https://app.example',
      },
      { ask: 'GET https://app.example/api/user', as: 'fetch', from: 'https://app.example', status: 401 },
    ],
    { kind: 'session-lost', cookie: 's', cause: 'withheld', fix: 'Path=/' },
  ],
  [
    'localhost:3000 signs me out whenever I open localhost:4000',
    [
      { ask: 'GET http://localhost:3000/', sets: [`SESSION=${ID}; Path=/; HttpOnly`] },
      { ask: 'GET http://localhost:3000/app', from: 'http://localhost:3000' },
      { ask: 'GET http://localhost:4000/', sets: [`SESSION=${OTHER}; Path=/; HttpOnly`] },
      { ask: 'GET http://localhost:3000/app', status: 401 },
    ],
    { kind: 'applications-overwrite', cookie: 'SESSION', cause: 'overwritten', fix: 'differently' },
  ],
  [
    'the login redirects to /account and back to /login: a server behind a proxy',
    [
      {
        ask: 'POST https://app.example/login',
        fields: { username: 'a', password: 'b' },
        from: 'https://app.example',
        status: 302,
        answers: { location: '/account' },
      },
      {
        ask: 'GET https://app.example/account',
        from: 'https://app.example',
        isRedirect: true,
        status: 302,
        answers: { location: '/login' },
      },
      { ask: 'GET https://app.example/login', from: 'https://app.example', isRedirect: true },
    ],
    { kind: 'session-not-set', cookie: '', cause: 'not-set', fix: 'proxy' },
  ],
];

describe('sign-in and sign-out that fail', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
