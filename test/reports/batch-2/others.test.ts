import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { ID, LOGIN, OTHER, STATE } from '../steps';

const own = (host: string) => ({ as: 'fetch', from: `https://${host}` }) as const;

const REPORTS: readonly Report[] = [
  // https://github.com/zazuko/cube-creator/issues/236
  [
    '400 Request Header Or Cookie Too Large after signing in: a long list of oidc cookies',
    [
      ...Array.from({ length: 16 }, (_, i) => ({
        ask: `GET https://cube.example/app?n=${i}`,
        writes: [`oidc.${OTHER.slice(0, 16)}${i}=${'k3Jw9xQ1'.repeat(75)}; Path=/`],
      })),
      { ask: 'GET https://cube.example/app', status: 400 },
    ],
    {
      kind: 'cookie-limits',
      cookie: `oidc.${OTHER.slice(0, 16)}0`,
      cause: 'too-large',
      fix: 'Each sign-in that is begun sets one',
    },
    { browser: 'firefox' },
  ],
  // https://github.com/PicPeak/picpeak/issues/591
  [
    'Request Header or Cookie too Large, nginx; a private window works',
    [
      ...Array.from({ length: 20 }, (_, i) => ({
        ask: `POST https://pics.example/api/gallery/wedding-${i}/verify-password`,
        ...own('pics.example'),
        fields: { password: 'b' },
        sets: [
          `gallery_token_wedding-${i}=eyJhbGciOi.${'k3Jw9xQ1'.repeat(55)}.sig; Path=/; Max-Age=86400; HttpOnly; Secure; SameSite=Lax`,
        ],
      })),
      { ask: 'GET https://pics.example/gallery/wedding-20', from: 'https://pics.example', status: 400 },
    ],
    { kind: 'cookie-limits', cookie: 'gallery_token_wedding-0', cause: 'too-large', fix: 'delete the older ones' },
  ],
  // https://github.com/Automattic/wp-calypso/pull/15817
  [
    'a redirect loop at the sign-in, when the time inside of wordpress_logged_in is over',
    [
      {
        ask: 'POST https://wp.example/wp-login.php',
        from: 'https://wp.example',
        fields: LOGIN,
        status: 302,
        answers: { location: '/' },
        sets: [`wordpress_logged_in=a|1795780000|${ID}; path=/; domain=.wp.example; secure; HttpOnly`],
      },
      { ask: 'GET https://wp.example/', isRedirect: true, from: 'https://wp.example' },
      { ask: 'GET https://wp.example/', after: 90000, status: 302, answers: { location: '/log-in?redirect_to=%2F' } },
      { ask: 'GET https://wp.example/log-in?redirect_to=%2F', isRedirect: true, status: 302, answers: { location: '/' } },
      { ask: 'GET https://wp.example/', isRedirect: true, status: 302, answers: { location: '/log-in?redirect_to=%2F' } },
      { ask: 'GET https://wp.example/log-in?redirect_to=%2F', isRedirect: true, status: 302, answers: { location: '/' } },
      { ask: 'GET https://wp.example/', isRedirect: true, status: 302, answers: { location: '/log-in?redirect_to=%2F' } },
    ],
    { kind: 'sign-in-loop', cookie: 'wordpress_logged_in', cause: 'stale', fix: 'Delete wordpress_logged_in' },
  ],
  // https://github.com/directus/directus/issues/2669
  [
    'suddenly I cannot sign in to one project: it works with a longer auto_sign_out',
    [
      {
        ask: 'POST https://cms.example/app/auth/authenticate',
        ...own('cms.example'),
        fields: LOGIN,
        answers: { date: 'Mon, 23 Nov 2026 12:00:01 GMT' },
        sets: [`directus-app-session=${ID}; path=/; expires=Mon, 23-Nov-2026 11:00:01 UTC; httponly`],
      },
      { ask: 'GET https://cms.example/app/users/me', ...own('cms.example'), status: 401 },
    ],
    { kind: 'dead-on-arrival', cookie: 'directus-app-session', cause: 'dead-on-arrival', fix: 'Max-Age' },
  ],
  // https://github.com/UPDOT/payload-auth-plugin/pull/54
  [
    'the expiry of the cookie is not in UTC',
    [
      {
        ask: `GET https://cms.example/api/admin/oauth/callback/google?code=c0de&state=${STATE}`,
        from: 'https://idp.example',
        status: 302,
        answers: { location: '/admin', date: 'Mon, 23 Nov 2026 12:00:01 GMT' },
        sets: [
          `payload-token=${ID}.${OTHER};Path=/;HttpOnly;SameSite=lax;Expires=Mon Nov 23 2026 07:00:01 GMT-0700 (Mountain Standard Time).`,
        ],
      },
      {
        ask: 'GET https://cms.example/admin',
        isRedirect: true,
        from: 'https://idp.example',
        status: 302,
        answers: { location: '/admin/login?redirect=%2Fadmin' },
      },
    ],
    { kind: 'dead-on-arrival', cookie: 'payload-token', cause: 'dead-on-arrival', fix: 'Max-Age' },
  ],
  // https://github.com/keycloak/keycloak/issues/22599
  [
    'Keycloak below /auth/ of nginx: cookie not found when I sign in',
    [
      {
        ask: 'GET https://proxy.example/auth/realms/master/protocol/openid-connect/auth?client_id=security-admin-console&response_type=code&redirect_uri=https%3A%2F%2Fproxy.example%2Fauth%2Fadmin%2F',
        sets: [
          `AUTH_SESSION_ID=${ID}; Version=1; Path=/realms/master/; SameSite=None; Secure; HttpOnly`,
          `KC_RESTART=${OTHER}.${ID}; Version=1; Path=/realms/master/; HttpOnly`,
        ],
      },
      {
        ask: 'POST https://proxy.example/auth/realms/master/login-actions/authenticate?session_code=x&client_id=security-admin-console',
        from: 'https://proxy.example',
        fields: { username: 'a', password: 'b' },
        status: 400,
      },
    ],
    { kind: 'session-lost', cookie: 'AUTH_SESSION_ID', cause: 'withheld', fix: 'proxy_cookie_path' },
  ],
  // https://github.com/spring-attic/spring-security-saml/issues/139
  [
    'Tomcat: signed in over https, sent on to http, and there is a new session',
    [
      { ask: 'GET https://app.example/login', sets: [`JSESSIONID=${ID}; Path=/; Secure; HttpOnly`] },
      {
        ask: 'POST https://app.example/login',
        from: 'https://app.example',
        fields: LOGIN,
        status: 302,
        answers: { location: 'http://app.example/home' },
        sets: [`JSESSIONID=${OTHER}; Path=/; Secure; HttpOnly`],
      },
      {
        ask: 'GET http://app.example/home',
        isRedirect: true,
        from: 'https://app.example',
        status: 302,
        answers: { location: 'https://app.example/login' },
        sets: [`JSESSIONID=${ID}9; Path=/; HttpOnly`],
      },
    ],
    { kind: 'scheme-change', cookie: 'JSESSIONID', cause: 'withheld', fix: 'https' },
  ],
  // https://github.com/maxcountryman/flask-login/issues/687
  [
    'is_authenticated is lost on the redirect, in Docker alone',
    [
      {
        ask: 'POST http://dockerhost.example:5000/login',
        from: 'http://dockerhost.example:5000',
        fields: LOGIN,
        status: 302,
        answers: { location: '/dashboard' },
        sets: [`session=.eJw${ID}; Secure; HttpOnly; Path=/`],
      },
      {
        ask: 'GET http://dockerhost.example:5000/dashboard',
        isRedirect: true,
        from: 'http://dockerhost.example:5000',
        status: 302,
        answers: { location: '/login?next=%2Fdashboard' },
      },
    ],
    { kind: 'scheme-change', cookie: 'session', cause: 'rejected', fix: 'must be left out' },
  ],
  // https://github.com/supabase/supabase/issues/28342
  [
    'both auth code and code verifier should be non-empty: the verifier is not there at /auth/callback',
    [
      {
        ask: 'GET https://app.example/login',
        writes: [`sb-abc-auth-token-code-verifier=base64-${ID}${OTHER}; Path=/; SameSite=Lax; Max-Age=31536000`],
      },
      {
        ask: 'GET https://abc.supabase.test/auth/v1/authorize?provider=google&redirect_to=https%3A%2F%2Fapp.example%2Fauth%2Fcallback&code_challenge=x1&code_challenge_method=s256',
        from: 'https://app.example',
        status: 302,
        answers: {
          location:
            'https://accounts.google.example/o/oauth2/v2/auth?client_id=g1&response_type=code&redirect_uri=https%3A%2F%2Fabc.supabase.test%2Fauth%2Fv1%2Fcallback&state=zz9',
        },
      },
      {
        ask: 'GET https://accounts.google.example/o/oauth2/v2/auth?client_id=g1&response_type=code&redirect_uri=https%3A%2F%2Fabc.supabase.test%2Fauth%2Fv1%2Fcallback&state=zz9',
        isRedirect: true,
        from: 'https://app.example',
      },
      {
        ask: 'GET https://abc.supabase.test/auth/v1/callback?code=g0de&state=zz9',
        from: 'https://accounts.google.example',
        after: 20,
        status: 302,
        answers: { location: 'http://localhost:3000/auth/callback?code=5f3c' },
      },
      {
        ask: 'GET http://localhost:3000/auth/callback?code=5f3c',
        isRedirect: true,
        from: 'https://accounts.google.example',
        status: 307,
        answers: { location: '/auth/auth-code-error' },
      },
    ],
    { kind: 'federated-sign-in', cookie: 'sb-abc-auth-token-code-verifier', cause: 'other-host', fix: 'redirect' },
  ],
];

describe('sizes, times, schemes, proxies', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
