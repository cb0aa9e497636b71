import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { authorize, fromPage, ID, LOGIN, OTHER, STATE } from '../steps';

const own = (host: string) => ({ as: 'fetch', from: `https://${host}` }) as const;
const allow = (origin: string) => ({ 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' });
/** Credentials that lead to this page. */
const signIn = (url: string, to: string) =>
  ({ ask: `POST ${url}`, from: new URL(url).origin, fields: LOGIN, status: 302, answers: { location: to } }) as const;
/** The page that a redirect led to, which sends on. */
const sentOn = (url: string, to: string) =>
  ({ ask: `GET ${url}`, isRedirect: true, from: new URL(url).origin, status: 302, answers: { location: to } }) as const;
const BIG = 'k3Jw9xQ1'.repeat(580);

const REPORTS: readonly Report[] = [
  // https://github.com/revive-adserver/revive-adserver/issues/1396
  [
    'behind the proxy the admin cookie has the domain of the inner host',
    [
      {
        ...signIn('https://ad.corp.test/www/admin/index.php', '/www/admin/dashboard.php'),
        sets: [`sessionID=${ID}; path=/; domain=ad-proxy.corp.test; secure; HttpOnly; SameSite=Lax`],
      },
      sentOn('https://ad.corp.test/www/admin/dashboard.php', '/www/admin/index.php'),
    ],
    { kind: 'sign-in-loop', cookie: 'sessionID', cause: 'rejected', fix: 'Leave Domain out' },
  ],
  // https://github.com/Cacti/cacti/pull/7869
  [
    'Cacti: the configured cookie domain is not the host, and the sign-in never ends',
    [
      {
        ask: 'GET https://cacti.corp.test/cacti/',
        sets: [`Cacti=${ID}; path=/cacti/; domain=monitor.example; secure; HttpOnly`],
      },
      {
        ask: 'POST https://cacti.corp.test/cacti/index.php',
        from: 'https://cacti.corp.test',
        fields: { ...LOGIN, __csrf_magic: 'sid:a8Kd93kf02mfKq1l' },
        status: 403,
        sets: [`Cacti=${OTHER}; path=/cacti/; domain=monitor.example; secure; HttpOnly`],
      },
    ],
    { kind: 'csrf-check', cookie: 'Cacti', cause: 'rejected', fix: 'Leave Domain out' },
  ],
  // https://github.com/warp-tech/warpgate/issues/2048
  [
    'the backend’s cookies have an IP address as Domain: sign-in loop behind the proxy',
    [
      {
        ...signIn('https://warp.corp.test/login.php', '/index.php'),
        sets: [
          `lsws_uid=${ID}; HttpOnly; Secure; Path=/; Domain=100.0.0.1`,
          `lsws_pass=${OTHER}; HttpOnly; Secure; Path=/; Domain=100.0.0.1`,
        ],
      },
      sentOn('https://warp.corp.test/index.php', '/login.php'),
    ],
    { kind: 'sign-in-loop', cookie: 'lsws_uid', cause: 'rejected', fix: 'Leave Domain out' },
  ],
  // https://github.com/DefGuard/defguard/issues/736
  [
    'behind a reverse proxy the button to sign in does nothing',
    [
      {
        ask: 'POST https://wireguard.corp.test/api/v1/auth',
        ...own('wireguard.corp.test'),
        fields: LOGIN,
        sets: [`defguard_session=${ID}; HttpOnly; SameSite=Lax; Secure; Path=/; Domain=vpn.corp.test`],
      },
      { ask: 'GET https://wireguard.corp.test/api/v1/me', ...own('wireguard.corp.test'), status: 401 },
    ],
    { kind: 'sign-in-loop', cookie: 'defguard_session', cause: 'rejected', fix: 'Leave Domain out' },
  ],
  // https://github.com/expressjs/session/issues/794
  [
    'the sign-in is asked without credentials, the rest with: session not recognised',
    [
      { ask: 'GET http://localhost:5000/' },
      {
        ask: 'POST http://localhost:3000/account/login',
        ...fromPage('http://localhost:5000'),
        answers: allow('http://localhost:5000'),
        sets: [`session=s%3A${ID}.sig; Path=/; HttpOnly`],
      },
      {
        ask: 'GET http://localhost:3000/profile/details',
        ...fromPage('http://localhost:5000'),
        sends: '',
        answers: allow('http://localhost:5000'),
        status: 401,
      },
    ],
    { kind: 'session-not-set', cookie: 'session', cause: 'rejected', fix: 'credentials' },
  ],
  // https://github.com/matomo-org/matomo/pull/15602
  [
    'the cookie path is encoded: two sessions, and after a sign-out no sign-in works',
    [
      {
        ask: 'GET https://web.corp.test/analytics/index.php',
        sets: [`MATOMO_SESSID=${ID}; path=%2Fanalytics%2F; secure; HttpOnly`],
      },
      {
        ...signIn('https://web.corp.test/analytics/index.php?module=Login', '/analytics/index.php?module=CoreHome'),
        sets: [`MATOMO_SESSID=${OTHER}; path=/; secure; HttpOnly`],
      },
      sentOn('https://web.corp.test/analytics/index.php?module=CoreHome', '/analytics/index.php?module=Login'),
    ],
    { kind: 'wrong-cookie-first', cookie: 'MATOMO_SESSID', cause: 'shadowed', fix: 'Path=/analytics' },
  ],
  // https://github.com/pomerium/pomerium/pull/382
  [
    'infinite redirect after the upgrade: the old cookie is the parent domain’s',
    [
      { ask: 'GET https://app.corp.test/', sets: [`_pomerium=${OTHER}${ID}; Domain=corp.test; Path=/; Secure; HttpOnly`] },
      {
        ask: 'GET https://app.corp.test/.pomerium/callback?code=x1',
        from: 'https://auth.corp.test',
        status: 302,
        answers: { location: '/' },
        sets: [`_pomerium=${ID}${OTHER}; Path=/; Secure; HttpOnly`],
      },
      {
        ...sentOn('https://app.corp.test/', 'https://auth.corp.test/.pomerium/sign_in?redirect_uri=x'),
        from: 'https://auth.corp.test',
      },
    ],
    { kind: 'wrong-cookie-first', cookie: '_pomerium', cause: 'shadowed', fix: 'Domain=corp.test' },
  ],
  // https://github.com/auth0/nextjs-auth0/issues/142
  [
    'sign-in in two tabs gives a state mismatch',
    [
      {
        ask: 'GET https://next.example/api/login',
        status: 302,
        answers: { location: authorize('https://next.example/api/callback') },
        sets: [`a0:state=${STATE}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=3600`],
      },
      { ask: `GET ${authorize('https://next.example/api/callback')}`, isRedirect: true },
      {
        ask: 'GET https://next.example/api/login',
        status: 302,
        answers: { location: authorize('https://next.example/api/callback').replace(STATE, 'other8state8w0rds88x') },
        sets: ['a0:state=other8state8w0rds88x; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=3600'],
      },
      { ask: `GET ${authorize('https://next.example/api/callback').replace(STATE, 'other8state8w0rds88x')}`, isRedirect: true },
      { ask: `GET https://next.example/api/callback?code=c0de&state=${STATE}`, from: 'https://idp.example', status: 500 },
    ],
    { kind: 'federated-sign-in', cookie: 'a0:state', cause: 'overwritten', fix: 'first letters' },
  ],
  // https://github.com/canonical/charmhub.io/issues/888
  [
    'I loop on the sign-in screen: the session is too large',
    [
      {
        ask: 'GET https://charms.example/login?code=x1',
        from: 'https://candid.corp.test',
        status: 302,
        answers: { location: '/charms' },
        sets: [`session=${BIG}; Secure; HttpOnly; Path=/; SameSite=Lax`],
      },
      { ...sentOn('https://charms.example/charms', '/login'), from: 'https://candid.corp.test' },
    ],
    { kind: 'cookie-limits', cookie: 'session', cause: 'rejected', fix: 'only an id' },
  ],
  // https://github.com/Chainlit/chainlit/issues/1685
  [
    'users with large tokens get 401',
    [
      {
        ask: `GET https://chat.example/auth/oauth/azure-ad/callback?code=c0de&state=${STATE}`,
        from: 'https://idp.example',
        status: 302,
        answers: { location: '/login/callback?success=True' },
        sets: [`access_token=${BIG}; HttpOnly; Max-Age=1296000; Path=/; SameSite=lax; Secure`],
      },
      { ask: 'GET https://chat.example/login/callback?success=True', isRedirect: true, from: 'https://idp.example' },
      { ask: 'GET https://chat.example/user', ...own('chat.example'), status: 401 },
    ],
    { kind: 'cookie-limits', cookie: 'access_token', cause: 'rejected', fix: '4,096' },
  ],
  // https://github.com/topoteretes/cognee/issues/4582
  [
    'opened at 127.0.0.1 the page asks again and again; at localhost all is well',
    [
      { ask: 'GET http://127.0.0.1:3000/' },
      {
        ask: 'POST http://localhost:8000/api/v1/auth/login',
        ...fromPage('http://127.0.0.1:3000', 'cross-site'),
        fields: LOGIN,
        answers: allow('http://127.0.0.1:3000'),
        sets: [`auth_token=${ID}.${OTHER}; HttpOnly; Path=/; SameSite=Lax`],
      },
      {
        ask: 'GET http://localhost:8000/api/v1/users/me',
        ...fromPage('http://127.0.0.1:3000', 'cross-site'),
        answers: allow('http://127.0.0.1:3000'),
        status: 401,
      },
    ],
    { kind: 'embedded-session', cookie: 'auth_token', cause: 'rejected', fix: 'one name' },
  ],
  // https://github.com/peeringdb/docs/pull/233
  [
    'at 127.0.0.1 the sign-in fails with “CSRF cookie not set”',
    [
      {
        ask: 'GET http://127.0.0.1:8000/login',
        sets: [`csrftoken=${ID}; Domain=localhost; Max-Age=31449600; Path=/; SameSite=Lax`],
      },
      {
        ask: 'POST http://127.0.0.1:8000/auth',
        from: 'http://127.0.0.1:8000',
        fields: { ...LOGIN, csrfmiddlewaretoken: OTHER },
        status: 403,
      },
    ],
    { kind: 'csrf-check', cookie: 'csrftoken', cause: 'rejected', fix: 'Leave Domain out' },
  ],
];

describe('domains, sizes, names of this machine', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
