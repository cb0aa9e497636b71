import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { fromPage, ID, LOGIN, OTHER } from '../steps';

const allow = (origin: string) => ({ 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' });

const REPORTS: readonly Report[] = [
  // https://github.com/JakeChampion/fetch/issues/199
  [
    'cookies of localhost:8000 do not go along from localhost:3000, though ports should not matter',
    [
      {
        ask: 'POST http://localhost:8000/login',
        from: 'http://localhost:8000',
        fields: LOGIN,
        status: 302,
        answers: { location: '/' },
        sets: [`sid=${ID}; Path=/; HttpOnly`],
      },
      { ask: 'GET http://localhost:8000/', isRedirect: true, from: 'http://localhost:8000' },
      { ask: 'GET http://localhost:3000/' },
      {
        ask: 'GET http://localhost:8000/api/items',
        ...fromPage('http://localhost:3000'),
        sends: '',
        answers: { 'access-control-allow-origin': 'http://localhost:3000' },
        status: 401,
      },
    ],
    { kind: 'embedded-session', cookie: 'sid', cause: 'withheld', fix: 'credentials' },
  ],
  // https://github.com/JakeChampion/fetch/issues/639
  [
    'credentials: same-origin, and the cookie of the API at another port is not kept',
    [
      { ask: 'GET http://localhost:3000/' },
      {
        ask: 'POST http://localhost:3001/users/login',
        ...fromPage('http://localhost:3000'),
        sends: '',
        fields: LOGIN,
        answers: { 'access-control-allow-origin': '*' },
        sets: [`connect.sid=s%3A${ID}.sig; Path=/; HttpOnly`],
      },
      { ask: 'GET http://localhost:3000/', sends: '' },
      {
        ask: 'GET http://localhost:3001/users/me',
        ...fromPage('http://localhost:3000'),
        sends: '',
        answers: { 'access-control-allow-origin': '*' },
        status: 401,
      },
    ],
    { kind: 'session-not-set', cookie: 'connect.sid', cause: 'rejected', fix: 'credentials' },
  ],
  // https://github.com/hughfenghen/hughfenghen.github.io/issues/91
  [
    'credentials: include from localhost to the API of the test system does nothing',
    [
      {
        ask: 'POST https://api.corp.example/login',
        from: 'https://api.corp.example',
        fields: LOGIN,
        status: 302,
        answers: { location: '/' },
        sets: [`token=${ID}${OTHER}; Path=/; HttpOnly; Secure`],
      },
      { ask: 'GET https://api.corp.example/', isRedirect: true, from: 'https://api.corp.example' },
      { ask: 'GET http://localhost:8080/', after: 300 },
      {
        ask: 'GET https://api.corp.example/foo',
        ...fromPage('http://localhost:8080', 'cross-site'),
        headers: { 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'cross-site', 'sec-fetch-storage-access': 'active' },
        answers: allow('http://localhost:8080'),
        status: 401,
      },
    ],
    { kind: 'embedded-session', cookie: 'token', cause: 'withheld', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/fastapi/fastapi/pull/1895
  [
    'credentials do not work with allow_origins set to *',
    [
      {
        ask: 'POST http://localhost:8000/token',
        ...fromPage('http://localhost:3000'),
        fields: LOGIN,
        answers: allow('http://localhost:3000'),
        sets: [`access_token=${ID}.${OTHER}; HttpOnly; Path=/; SameSite=lax`],
      },
      {
        ask: 'GET http://localhost:8000/users/me',
        ...fromPage('http://localhost:3000'),
        sends: `access_token=${ID}.${OTHER}`,
        answers: allow('*'),
      },
    ],
    { kind: 'embedded-session', cookie: 'access_token', cause: 'unreadable', fix: 'http://localhost:3000' },
  ],
  // https://openillumi.com/?p=116810
  [
    'frontend and backend both at vercel.app: the cookie is gone after a reload',
    [
      { ask: 'GET https://tm-frontend.vercel.app/' },
      {
        ask: 'POST https://tm-backend.vercel.app/login',
        ...fromPage('https://tm-frontend.vercel.app', 'cross-site'),
        fields: LOGIN,
        answers: allow('https://tm-frontend.vercel.app'),
        sets: [`session=${ID}${OTHER}; Domain=.vercel.app; Max-Age=259200; Secure; HttpOnly; Path=/; SameSite=None`],
      },
      {
        ask: 'GET https://tm-backend.vercel.app/me',
        ...fromPage('https://tm-frontend.vercel.app', 'cross-site'),
        answers: allow('https://tm-frontend.vercel.app'),
        status: 401,
      },
    ],
    { kind: 'session-lost', cookie: 'session', cause: 'rejected', fix: 'Leave Domain out' },
  ],
];

describe('scripts that ask another origin', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
