import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { authorize, ID, LOGIN, OTHER, STATE } from '../steps';

/** A document in a frame of this page. */
const frameOf = (top: string, from = top) => ({ as: 'subdocument', from, top: `${top}/` }) as const;
const BLOCKED = { 'sec-fetch-storage-access': 'none' };
const APP = 'https://app.example';
const NEXT = 'https://next.example/api/auth/callback';

const REPORTS: readonly Report[] = [
  // https://github.com/cypress-io/cypress/issues/31877
  [
    'the sign-in works by hand, and in Cypress its Lax cookie is lost',
    [
      {
        ask: 'POST https://sso.example/login',
        ...frameOf(APP, 'https://sso.example'),
        fields: LOGIN,
        status: 302,
        answers: { location: '/connect/authorize/callback?client_id=spa' },
        sets: [
          `idsrv.session=${ID}; path=/; secure; samesite=lax`,
          `idsrv=${OTHER}${ID}; path=/; secure; httponly; samesite=lax`,
        ],
      },
      {
        ask: 'GET https://sso.example/connect/authorize/callback?client_id=spa',
        ...frameOf(APP, 'https://sso.example'),
        isRedirect: true,
        status: 302,
        answers: { location: '/login?ReturnUrl=%2Fconnect' },
      },
    ],
    { kind: 'embedded-session', cookie: 'idsrv.session', cause: 'rejected', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/matomo-org/matomo/issues/15414
  [
    'since 3.13.1 the automatic sign-in in a frame answers 403',
    [
      {
        ask: 'GET https://stats.example/index.php?module=Login&action=logme&login=a&password=x',
        ...frameOf('https://intranet.corp.test'),
        status: 302,
        answers: { location: '/index.php?module=Widgetize&action=iframe' },
        sets: [`MATOMO_SESSID=${ID}; path=/; secure; HttpOnly; SameSite=Lax`],
      },
      {
        ask: 'GET https://stats.example/index.php?module=Widgetize&action=iframe',
        ...frameOf('https://intranet.corp.test'),
        isRedirect: true,
        status: 403,
      },
    ],
    { kind: 'embedded-session', cookie: 'MATOMO_SESSID', cause: 'rejected', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/coder/code-server/issues/1401
  [
    'code-server in a frame: the password is right, and the form comes again',
    [
      { ask: 'GET https://code.example/login', ...frameOf(APP) },
      {
        ask: 'POST https://code.example/login',
        ...frameOf(APP, 'https://code.example'),
        fields: { password: 'b' },
        status: 302,
        answers: { location: './' },
        sets: [`key=${ID}${OTHER}; Path=/; SameSite=Lax`],
      },
      {
        ask: 'GET https://code.example/',
        ...frameOf(APP, 'https://code.example'),
        isRedirect: true,
        status: 302,
        answers: { location: './login' },
      },
    ],
    { kind: 'embedded-session', cookie: 'key', cause: 'rejected', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/osTicket/osTicket/pull/6796
  [
    'osTicket in a frame refuses the sign-in',
    [
      { ask: 'GET https://help.example/login.php', ...frameOf(APP), sets: [`OSTSESSID=${ID}; path=/; secure; HttpOnly`] },
      {
        ask: 'POST https://help.example/login.php',
        ...frameOf(APP, 'https://help.example'),
        fields: { ...LOGIN, __CSRFToken__: OTHER },
        status: 422,
        sets: [`OSTSESSID=${OTHER}; path=/; secure; HttpOnly`],
      },
    ],
    { kind: 'embedded-session', cookie: 'OSTSESSID', cause: 'rejected', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/userfront/userfront-core/issues/32
  [
    'Incognito: this Set-Cookie was blocked due to user preferences',
    [
      {
        ask: 'POST https://auth.userfront.example/v0/auth/basic',
        as: 'fetch',
        from: 'https://auth.userfront.example',
        top: 'https://app.example/',
        headers: { ...BLOCKED, 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'same-origin' },
        fields: LOGIN,
        sets: [`refresh.abcd=${ID}.${OTHER}; Path=/; HttpOnly; Secure; SameSite=None`],
      },
      {
        ask: 'GET https://auth.userfront.example/v0/auth/refresh',
        as: 'fetch',
        from: 'https://auth.userfront.example',
        top: 'https://app.example/',
        headers: { ...BLOCKED, 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'same-origin' },
        status: 401,
      },
    ],
    { kind: 'embedded-session', cookie: 'refresh.abcd', cause: 'rejected', fix: 'Partitioned' },
    { thirdParty: 'block' },
  ],
  // https://github.com/auth0/nextjs-auth0/pull/571
  [
    'AUTH0_COOKIE_SAME_SITE=none, and the sign-in in a frame still fails',
    [
      {
        ask: 'GET https://next.example/api/auth/login',
        ...frameOf('https://codepen.example'),
        status: 302,
        answers: { location: authorize(NEXT) },
        sets: [
          `state=${STATE}.sig1; Path=/; HttpOnly; Secure; SameSite=Lax`,
          `nonce=${ID}.sig2; Path=/; HttpOnly; Secure; SameSite=Lax`,
        ],
      },
      { ask: `GET ${authorize(NEXT)}`, ...frameOf('https://codepen.example'), isRedirect: true },
      {
        ask: `GET ${NEXT}?code=c0de&state=${STATE}`,
        ...frameOf('https://codepen.example', 'https://idp.example'),
        status: 400,
      },
    ],
    { kind: 'federated-sign-in', cookie: 'state', cause: 'rejected', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/buhlergroup/buhler-chat/pull/140
  [
    'in a frame of SharePoint the session that the popup made is not seen',
    [
      { ask: 'GET https://chat.example/embed', ...frameOf('https://sharepoint.example'), headers: BLOCKED },
      {
        ask: `GET https://chat.example/auth/callback?code=c0de&state=${STATE}`,
        from: 'https://idp.example',
        status: 302,
        answers: { location: '/auth/done' },
        sets: [`chat_session=${ID}${OTHER}; Path=/; HttpOnly; Secure; SameSite=None`],
      },
      { ask: 'GET https://chat.example/auth/done', isRedirect: true, from: 'https://idp.example' },
      {
        ask: 'GET https://chat.example/embed/chat',
        ...frameOf('https://sharepoint.example', 'https://chat.example'),
        headers: BLOCKED,
        status: 302,
        answers: { location: '/embed/login' },
      },
    ],
    { kind: 'embedded-session', cookie: 'chat_session', cause: 'withheld', fix: 'requestStorageAccess' },
    { thirdParty: 'block' },
  ],
  // https://www.technetexperts.com/oauth-redirect-cookie-failure/amp
  [
    'the callback at the API sets the token, and in Firefox the page’s requests go without it',
    [
      {
        ask: `GET https://api.backend.test/user/oauth/callback?code=c0de&state=${STATE}`,
        from: 'https://idp.example',
        status: 302,
        answers: { location: 'https://front.example/dashboard' },
        sets: [`oauth_token=${ID}.${OTHER}; Max-Age=3420; Path=/; HttpOnly; Secure; SameSite=None`],
      },
      { ask: 'GET https://front.example/dashboard', isRedirect: true, from: 'https://idp.example' },
      {
        ask: 'GET https://api.backend.test/user/me',
        as: 'fetch',
        from: 'https://front.example',
        top: 'https://front.example/dashboard',
        headers: { 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'cross-site' },
        answers: { 'access-control-allow-origin': 'https://front.example', 'access-control-allow-credentials': 'true' },
        status: 401,
      },
    ],
    { kind: 'embedded-session', cookie: 'oauth_token', cause: 'other-partition', fix: 'Serve both below one domain' },
    { browser: 'firefox' },
  ],
];

describe('inside a page of another site', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
