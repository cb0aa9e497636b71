import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { fromPage, ID, LOGIN, OTHER } from '../steps';

/** A document in a frame of this page. */
const frameOf = (top: string, from = top) => ({ as: 'subdocument', from, top: `${top}/` }) as const;
const allow = (origin: string) => ({ 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' });
const SSO = 'https://idp.example/sso?SAMLRequest=fZJ&RelayState=abc';
const SAML = { SAMLResponse: 'PHNhbWw=', RelayState: 'abc' };

const REPORTS: readonly Report[] = [
  // https://github.com/apache/superset/issues/8382
  [
    'the CSRF session token is missing, in a frame',
    [
      {
        ask: 'GET http://192.168.11.118:8088/superset/explore/?form_data=1',
        ...frameOf('http://intranet.corp.test'),
        sets: [`session=.eJw${ID}; HttpOnly; Path=/`],
      },
      {
        ask: 'POST http://192.168.11.118:8088/superset/explore_json/',
        as: 'fetch',
        from: 'http://192.168.11.118:8088',
        top: 'http://intranet.corp.test/',
        fields: { form_data: '1' },
        tokens: { 'x-csrftoken': 'ImE4NzY1NDMyMTBhYmNkZWYi' },
        status: 400,
      },
    ],
    { kind: 'embedded-session', cookie: 'session', cause: 'rejected', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/openequella/openEQUELLA/issues/1458
  [
    'the launch from the learning platform shows the sign-in page',
    [
      {
        ask: 'POST https://equella.example/lti/consumers.do',
        ...frameOf('https://lms.corp.test'),
        fields: { oauth_consumer_key: 'k', user_id: '1' },
        status: 302,
        answers: { location: '/home.do' },
        sets: [`JSESSIONID=${ID}; Path=/; Secure; HttpOnly`],
      },
      {
        ask: 'GET https://equella.example/home.do',
        ...frameOf('https://lms.corp.test'),
        isRedirect: true,
        status: 302,
        answers: { location: '/logon.do?.page=home.do' },
      },
    ],
    { kind: 'embedded-session', cookie: 'JSESSIONID', cause: 'rejected', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/openwebwork/webwork2/issues/2982
  [
    'LTI 1.3 fails since an update of Moodle, which asks to sign in',
    [
      {
        ask: 'POST https://moodle.example/login/index.php',
        from: 'https://moodle.example',
        fields: LOGIN,
        status: 303,
        answers: { location: '/my/' },
        sets: [`MoodleSession=${ID}; path=/; secure; HttpOnly; SameSite=Lax`],
      },
      { ask: 'GET https://moodle.example/my/', isRedirect: true, from: 'https://moodle.example' },
      { ask: 'GET https://moodle.example/mod/lti/launch.php?id=7', from: 'https://moodle.example' },
      {
        ask: 'POST https://webwork.corp.test/webwork2/ltiadvantage/login',
        from: 'https://moodle.example',
        fields: { iss: 'https://moodle.example', login_hint: '3', target_link_uri: 'https://webwork.corp.test/webwork2' },
      },
      {
        ask: 'POST https://moodle.example/mod/lti/auth.php',
        from: 'https://webwork.corp.test',
        fields: {
          client_id: 'w',
          redirect_uri: 'https://webwork.corp.test/webwork2/ltiadvantage/launch',
          response_type: 'id_token',
        },
        status: 303,
        answers: { location: '/login/index.php' },
      },
    ],
    { kind: 'session-lost', cookie: 'MoodleSession', cause: 'withheld', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/better-auth/better-auth/issues/1043
  [
    'web and api at fly.dev: the cookie across subdomains is not set',
    [
      { ask: 'GET https://latch-web.fly.dev/sign-in' },
      {
        ask: 'POST https://latch-api.fly.dev/api/auth/sign-in/email',
        ...fromPage('https://latch-web.fly.dev', 'cross-site'),
        fields: LOGIN,
        answers: allow('https://latch-web.fly.dev'),
        sets: [
          `__Secure-better-auth.session_token=${ID}.${OTHER}; Max-Age=604800; Domain=.fly.dev; Path=/; HttpOnly; Secure; SameSite=Lax`,
        ],
      },
      {
        ask: 'GET https://latch-api.fly.dev/api/me',
        ...fromPage('https://latch-web.fly.dev', 'cross-site'),
        answers: allow('https://latch-web.fly.dev'),
        status: 401,
      },
    ],
    { kind: 'session-lost', cookie: '__Secure-better-auth.session_token', cause: 'rejected', fix: 'two sites' },
  ],
  // https://github.com/better-auth/better-auth/issues/2157
  [
    'in production there is no session after the sign-in: the page is at netlify.app',
    [
      { ask: 'GET https://typing.netlify.app/' },
      {
        ask: 'POST https://api.typing.example/api/auth/sign-in/email',
        ...fromPage('https://typing.netlify.app', 'cross-site'),
        fields: LOGIN,
        answers: allow('https://typing.netlify.app'),
        sets: [`__Secure-better-auth.session_token=${ID}.${OTHER}; Max-Age=604800; Path=/; HttpOnly; Secure; SameSite=Lax`],
      },
      {
        ask: 'GET https://api.typing.example/api/user',
        ...fromPage('https://typing.netlify.app', 'cross-site'),
        answers: allow('https://typing.netlify.app'),
        status: 401,
      },
    ],
    {
      kind: 'embedded-session',
      cookie: '__Secure-better-auth.session_token',
      cause: 'rejected',
      fix: 'SameSite=None; Secure',
    },
  ],
  // https://github.com/mewebstudio/laravel-pos/issues/10
  [
    '3-D Secure comes back with a new session, and the user is signed out',
    [
      {
        ask: 'POST https://shop.example/login',
        from: 'https://shop.example',
        fields: LOGIN,
        status: 302,
        answers: { location: '/' },
        sets: [`laravel_session=${ID}; path=/; secure; httponly; samesite=lax`],
      },
      { ask: 'GET https://shop.example/', isRedirect: true, from: 'https://shop.example' },
      { ask: 'POST https://acs.bank.test/3ds', from: 'https://shop.example', fields: { PaReq: 'x' } },
      {
        ask: 'POST https://shop.example/odeme/sonuc',
        from: 'https://acs.bank.test',
        fields: { mdStatus: '1', oid: '7' },
        after: 40,
        status: 302,
        answers: { location: '/login' },
        sets: [`laravel_session=${OTHER}; path=/; secure; httponly; samesite=lax`],
      },
    ],
    { kind: 'session-lost', cookie: 'laravel_session', cause: 'withheld', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/bikeindex/bike_index/pull/4026
  [
    'SAML session mismatch at every real sign-in',
    [
      {
        ask: 'GET https://bikes.example/o/acme/saml/sign_in',
        status: 302,
        answers: { location: SSO },
        sets: [`_bikeindex_session=${ID}${OTHER}; path=/; secure; HttpOnly; SameSite=Lax`],
      },
      { ask: `GET ${SSO}`, isRedirect: true },
      {
        ask: 'POST https://bikes.example/saml/acs',
        from: 'https://idp.example',
        fields: SAML,
        status: 302,
        answers: { location: '/session/new' },
        sets: [`_bikeindex_session=${OTHER}${ID}; path=/; secure; HttpOnly; SameSite=Lax`],
      },
    ],
    { kind: 'federated-sign-in', cookie: '_bikeindex_session', cause: 'withheld', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/handnot2/samly/issues/62
  [
    'mismatched or missing RelayState: 403 access_denied',
    [
      {
        ask: 'GET https://phoenix.example/sso/auth/signin/okta',
        status: 302,
        answers: { location: SSO },
        sets: [`_app_key=SFMyNTY.${ID}${OTHER}; path=/; HttpOnly; SameSite=Lax`],
      },
      { ask: `GET ${SSO}`, isRedirect: true },
      { ask: 'POST https://phoenix.example/sso/sp/consume/okta', from: 'https://idp.example', fields: SAML, status: 403 },
    ],
    { kind: 'federated-sign-in', cookie: '_app_key', cause: 'withheld', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/Adyen/adyen-magento2/issues/796
  [
    'a shop for members: after 3-D Secure Magento leads to the account’s sign-in page',
    [
      {
        ask: 'POST https://store.example/customer/account/loginPost/',
        from: 'https://store.example',
        fields: { ...LOGIN, form_key: 'a8Kd93kf02mfKq1l' },
        status: 302,
        answers: { location: '/customer/account/' },
        sets: [`PHPSESSID=${ID}; path=/; domain=store.example; secure; HttpOnly`],
      },
      { ask: 'GET https://store.example/customer/account/', isRedirect: true, from: 'https://store.example' },
      { ask: 'GET https://store.example/adyen/process/redirect/', from: 'https://store.example', after: 90 },
      { ask: 'POST https://acs.bank.test/3ds1', from: 'https://store.example', fields: { PaReq: 'x' } },
      {
        ask: 'POST https://store.example/adyen/transparent/redirect/',
        from: 'https://acs.bank.test',
        fields: { MD: 'x', PaRes: 'y' },
        after: 60,
        status: 302,
        answers: { location: '/customer/account/login/' },
      },
    ],
    { kind: 'one-browser-only', cookie: 'PHPSESSID', cause: 'withheld', fix: 'SameSite=None; Secure' },
  ],
];

describe('other sites', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
