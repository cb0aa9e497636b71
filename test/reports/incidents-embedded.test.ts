import { describe, expect, test } from 'vitest';
import { answered, type Report } from './incident-answers';

const ID = '31d4d96e407aad42f3c1b7a09e5d8c26';
const OTHER = '9f2c71d0a4e85b3631d4d96e407aad42';
const CORS = { 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'cross-site' } as const;

const REPORTS: readonly Report[] = [
  [
    'my frame in a customer’s portal shows the sign-in page',
    [
      {
        ask: 'POST https://app.example/login',
        fields: { user: 'a', password: 'b' },
        sets: [`sid=${ID}; Path=/; Secure; HttpOnly`],
      },
      {
        ask: 'GET https://app.example/embed',
        as: 'subdocument',
        from: 'https://portal.example',
        top: 'https://portal.example/',
        after: 500,
        status: 302,
        answers: { location: '/login' },
      },
    ],
    { kind: 'embedded-session', cookie: 'sid', cause: 'withheld', fix: 'SameSite=None' },
  ],
  [
    'the frame worked until the browser blocked third-party cookies',
    [
      {
        ask: 'POST https://app.example/login',
        fields: { user: 'a', password: 'b' },
        sets: [`sid=${ID}; Path=/; Secure; HttpOnly; SameSite=None`],
      },
      {
        ask: 'GET https://app.example/embed',
        as: 'subdocument',
        from: 'https://portal.example',
        top: 'https://portal.example/',
        headers: { 'sec-fetch-storage-access': 'none' },
        status: 401,
      },
    ],
    { kind: 'embedded-session', cookie: 'sid', cause: 'withheld', fix: 'requestStorageAccess' },
    { thirdParty: 'block' },
  ],
  [
    'Firefox: the frame does not know the session of the first party',
    [
      {
        ask: 'POST https://app.example/login',
        fields: { user: 'a', password: 'b' },
        sets: [`sid=${ID}; Path=/; Secure; HttpOnly; SameSite=None`],
      },
      {
        ask: 'GET https://app.example/embed',
        as: 'subdocument',
        from: 'https://portal.example',
        top: 'https://portal.example/',
        status: 401,
      },
    ],
    { kind: 'embedded-session', cookie: 'sid', cause: 'other-partition', fix: 'Serve both below one domain' },
    { browser: 'firefox' },
  ],
  [
    'credentials are included and the console says: must not be the wildcard',
    [
      {
        ask: 'POST https://api.example/login',
        fields: { user: 'a', password: 'b' },
        sets: [`sid=${ID}; Path=/; Secure; HttpOnly; SameSite=None`],
      },
      {
        ask: 'GET https://api.example/me',
        as: 'fetch',
        from: 'https://app.example',
        top: 'https://app.example/',
        headers: CORS,
        sends: `sid=${ID}`,
        answers: { 'access-control-allow-origin': '*' },
      },
    ],
    { kind: 'embedded-session', cookie: 'sid', cause: 'unreadable', fix: 'Access-Control-Allow-Credentials' },
  ],
  [
    '419 Page Expired on every form: the session is for another domain',
    [
      {
        ask: 'GET https://app.example/form',
        sets: [
          `laravel_session=${ID}; Domain=old.example; Path=/; Secure; HttpOnly`,
          `XSRF-TOKEN=${OTHER}; Domain=old.example; Path=/; Secure`,
        ],
      },
      { ask: 'POST https://app.example/form', from: 'https://app.example', fields: { _token: OTHER }, status: 419 },
    ],
    { kind: 'csrf-check', cookie: 'XSRF-TOKEN', cause: 'rejected', fix: 'Domain' },
  ],
  [
    'CSRF token mismatch after login in another tab',
    [
      { ask: 'GET https://app.example/form', sets: [`csrftoken=${ID}; Path=/; Secure`] },
      {
        ask: 'POST https://app.example/login',
        from: 'https://app.example',
        fields: { user: 'a', password: 'b', csrfmiddlewaretoken: ID },
        sets: [`csrftoken=${OTHER}; Path=/; Secure`],
        status: 302,
        answers: { location: '/' },
      },
      { ask: 'POST https://app.example/save', from: 'https://app.example', fields: { csrfmiddlewaretoken: ID }, status: 403 },
    ],
    { kind: 'csrf-check', cookie: 'csrftoken', cause: 'stale', fix: 'again' },
  ],
  [
    '431 Request Header Fields Too Large for some users only',
    [
      { ask: 'GET https://app.example/', sets: ['a', 'b', 'c'].map((name) => `${name}=${'x7'.repeat(1800)}; Path=/; Secure`) },
      { ask: 'GET https://app.example/', from: 'https://app.example', status: 431 },
    ],
    { kind: 'cookie-limits', cookie: 'a', cause: 'too-large', fix: 'fewer' },
  ],
  [
    '400 Bad Request, Request Header Or Cookie Too Large',
    [
      { ask: 'GET https://app.example/', sets: ['a', 'b', 'c'].map((name) => `${name}=${'x7'.repeat(1800)}; Path=/; Secure`) },
      { ask: 'GET https://app.example/', from: 'https://app.example', status: 400 },
    ],
    { kind: 'cookie-limits', cookie: 'a', cause: 'too-large', fix: 'fewer' },
  ],
];

describe('frames, cross-site requests, tokens and sizes', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
