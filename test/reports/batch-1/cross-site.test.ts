import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { authorize, cors, fromPage, ID, LOGIN, OTHER } from '../steps';

const REPORTS: readonly Report[] = [
  // https://github.com/axios/axios/issues/1661
  [
    'withCredentials is true, and no cookie goes to 127.0.0.1:9000 from localhost:8080',
    [
      { ask: 'GET http://127.0.0.1:9000/api/v1/auth', sets: [`SESSION=${ID}; Path=/; HttpOnly`] },
      { ask: 'GET http://localhost:8080/' },
      {
        ask: 'GET http://127.0.0.1:9000/api/v1/inventory',
        ...fromPage('http://localhost:8080', 'cross-site'),
        answers: { 'access-control-allow-origin': 'http://localhost:8080', 'access-control-allow-credentials': 'true' },
        status: 401,
      },
    ],
    { kind: 'embedded-session', cookie: 'SESSION', cause: 'withheld', fix: 'one name' },
  ],
  // https://github.com/laravel/framework/issues/31992
  [
    'the payment gateway posts back and the user is logged out',
    [
      {
        ask: 'POST http://localhost:8000/login',
        from: 'http://localhost:8000',
        fields: LOGIN,
        status: 302,
        answers: { location: '/home' },
        sets: [`laravel_session=${ID}; path=/; httponly; samesite=lax`],
      },
      { ask: 'GET http://localhost:8000/home', isRedirect: true, from: 'http://localhost:8000' },
      {
        ask: 'POST http://localhost:8000/subscription',
        from: 'http://localhost:8000',
        fields: { plan: '1' },
        status: 302,
        answers: { location: 'https://pay.example/checkout' },
      },
      { ask: 'GET https://pay.example/checkout', isRedirect: true, from: 'http://localhost:8000' },
      {
        ask: 'POST http://localhost:8000/subscription/process',
        from: 'https://pay.example',
        fields: { txn: '1' },
        after: 60,
        status: 302,
        answers: { location: 'http://localhost:8000/login' },
      },
    ],
    { kind: 'session-lost', cookie: 'laravel_session', cause: 'withheld', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/privacycg/CHIPS/issues/79
  [
    'partitioned cookies: signed in on top, and the frame asks again and again',
    [
      {
        ask: 'POST https://product.example/login',
        from: 'https://product.example',
        fields: LOGIN,
        sets: [`session=${ID}; Path=/; HttpOnly; Secure; SameSite=None; Partitioned`],
        status: 302,
        answers: { location: 'https://host-app.example/' },
      },
      { ask: 'GET https://host-app.example/', isRedirect: true },
      {
        ask: 'GET https://product.example/embed',
        as: 'subdocument',
        from: 'https://host-app.example',
        top: 'https://host-app.example/',
        status: 302,
        answers: { location: '/login?return_to=host-app' },
      },
    ],
    { kind: 'embedded-session', cookie: 'session', cause: 'other-partition', fix: 'from inside this one' },
  ],
  // https://github.com/Shopify/shopify_app/issues/677
  [
    'infinite loop in the admin frame if Chrome blocks third-party cookies',
    [
      {
        ask: 'GET https://app.example/?shop=x',
        as: 'subdocument',
        from: 'https://admin.shopify.example',
        top: 'https://admin.shopify.example/',
        headers: { 'sec-fetch-storage-access': 'none' },
        status: 302,
        answers: { location: '/login' },
        sets: [`_app_session=${ID}; Path=/; Secure; HttpOnly; SameSite=None`],
      },
      {
        ask: 'GET https://app.example/login',
        as: 'subdocument',
        from: 'https://admin.shopify.example',
        top: 'https://admin.shopify.example/',
        headers: { 'sec-fetch-storage-access': 'none' },
        isRedirect: true,
        status: 302,
        answers: { location: '/enable_cookies' },
        sets: [`_app_session=${OTHER}; Path=/; Secure; HttpOnly; SameSite=None`],
      },
      {
        ask: 'GET https://app.example/enable_cookies',
        as: 'subdocument',
        from: 'https://admin.shopify.example',
        top: 'https://admin.shopify.example/',
        headers: { 'sec-fetch-storage-access': 'none' },
        isRedirect: true,
        status: 302,
        answers: { location: '/login' },
        sets: [`_app_session=${ID}1; Path=/; Secure; HttpOnly; SameSite=None`],
      },
      {
        ask: 'GET https://app.example/login',
        as: 'subdocument',
        from: 'https://admin.shopify.example',
        top: 'https://admin.shopify.example/',
        headers: { 'sec-fetch-storage-access': 'none' },
        isRedirect: true,
        status: 302,
        answers: { location: '/enable_cookies' },
        sets: [`_app_session=${ID}2; Path=/; Secure; HttpOnly; SameSite=None`],
      },
    ],
    { kind: 'embedded-session', cookie: '_app_session', cause: 'rejected', fix: 'Partitioned' },
    { thirdParty: 'block' },
  ],
  // https://github.com/ionic-team/capacitor/issues/1373
  [
    'cookies of my API are not kept in the WebView of an app at http://localhost',
    [
      {
        ask: 'POST https://api.service.example/login',
        ...fromPage('http://localhost', 'cross-site'),
        fields: LOGIN,
        sets: [`sid=${ID}; Path=/; HttpOnly; Secure`],
        answers: { 'access-control-allow-origin': 'http://localhost', 'access-control-allow-credentials': 'true' },
      },
      {
        ask: 'GET https://api.service.example/me',
        ...fromPage('http://localhost', 'cross-site'),
        status: 401,
        answers: { 'access-control-allow-origin': 'http://localhost', 'access-control-allow-credentials': 'true' },
      },
    ],
    { kind: 'embedded-session', cookie: 'sid', cause: 'rejected', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/restify/node-restify/issues/522
  [
    'the preflight answers * though credentials are on',
    [
      {
        ask: 'POST http://localhost:8081/login',
        ...fromPage('http://localhost:8080'),
        fields: LOGIN,
        sets: [`sid=${ID}; Path=/; HttpOnly`],
        answers: { 'access-control-allow-origin': 'http://localhost:8080', 'access-control-allow-credentials': 'true' },
      },
      {
        ask: 'GET http://localhost:8081/api/foo',
        ...fromPage('http://localhost:8080'),
        sends: `sid=${ID}`,
        answers: { 'access-control-allow-origin': 'http://localhost:8080', 'access-control-allow-credentials': 'true' },
      },
      {
        ask: 'OPTIONS http://localhost:8081/api/foo',
        ...fromPage('http://localhost:8080'),
        headers: {
          ...cors('same-site'),
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
          origin: 'http://localhost:8080',
        },
        answers: { 'access-control-allow-origin': '*' },
      },
    ],
    { kind: 'preflight-refused', cookie: 'sid', cause: 'withheld', fix: 'http://localhost:8080' },
  ],
  // https://github.com/OpenIDC/mod_auth_openidc/issues/455
  [
    'cookies are not sent with OPTIONS, and the server redirects to the sign-in',
    [
      { ask: 'GET https://api.corp.example/', sets: [`mod_auth_openidc_session=${ID}; Path=/; Secure; HttpOnly; SameSite=None`] },
      {
        ask: 'OPTIONS https://api.corp.example/v1/things',
        ...fromPage('https://app.corp.example'),
        headers: { ...cors('same-site'), 'access-control-request-method': 'PUT', origin: 'https://app.corp.example' },
        status: 302,
        answers: { location: authorize('https://api.corp.example/cb') },
      },
    ],
    { kind: 'preflight-refused', cookie: 'mod_auth_openidc_session', cause: 'withheld', fix: 'Answer OPTIONS before' },
  ],
];

describe('frames, scripts of other origins, payment', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
