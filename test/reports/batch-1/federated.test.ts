import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { authorize, ID, OTHER, STATE } from '../steps';

const REPORTS: readonly Report[] = [
  // https://github.com/nextauthjs/next-auth/issues/7480
  [
    'State cookie was missing: I open 127.0.0.1 and the callback is at localhost',
    [
      { ask: 'GET http://127.0.0.1:3000/' },
      {
        ask: 'POST http://127.0.0.1:3000/api/auth/signin/azure-ad',
        as: 'fetch',
        from: 'http://127.0.0.1:3000',
        top: 'http://127.0.0.1:3000/',
        sets: [`next-auth.state=${STATE}${OTHER}; Max-Age=900; Path=/; HttpOnly; SameSite=Lax`],
      },
      { ask: `GET ${authorize('http://localhost:3000/api/auth/callback/azure-ad')}`, from: 'http://127.0.0.1:3000' },
      {
        ask: `GET http://localhost:3000/api/auth/callback/azure-ad?code=c0de&state=${STATE}`,
        from: 'https://idp.example',
        status: 302,
        answers: { location: '/api/auth/error?error=OAuthCallback' },
      },
    ],
    { kind: 'federated-sign-in', cookie: 'next-auth.state', cause: 'other-host', fix: 'one name' },
  ],
  // https://github.com/auth0/nextjs-auth0/issues/1063
  [
    'Missing state cookie from login request: a preview deployment signs in through the production address',
    [
      {
        ask: 'GET https://app-git-x.vercel.app/api/auth/login',
        status: 302,
        sets: [`auth_verification=v.${STATE}; Path=/; HttpOnly; Secure; SameSite=Lax`],
        answers: { location: authorize('https://app.vercel.app/api/auth/callback') },
      },
      { ask: `GET ${authorize('https://app.vercel.app/api/auth/callback')}`, isRedirect: true },
      { ask: `GET https://app.vercel.app/api/auth/callback?code=c0de&state=${STATE}`, from: 'https://idp.example', status: 400 },
    ],
    { kind: 'federated-sign-in', cookie: 'auth_verification', cause: 'other-host', fix: 'redirect_uri' },
  ],
  // https://github.com/oauth2-proxy/oauth2-proxy/issues/1937
  [
    'Unable to find a valid CSRF token: the proxy guards one host and signs in at another',
    [
      {
        ask: 'GET https://status.example.com/',
        status: 302,
        answers: { location: authorize('https://oauth2.example.com/oauth2/callback') },
        sets: [`_oauth2_proxy_csrf=${ID}${OTHER}; Path=/; HttpOnly; SameSite=Lax; Max-Age=900`],
      },
      { ask: `GET ${authorize('https://oauth2.example.com/oauth2/callback')}`, isRedirect: true },
      {
        ask: `GET https://oauth2.example.com/oauth2/callback?code=c0de&state=${STATE}`,
        from: 'https://idp.example',
        status: 403,
      },
    ],
    { kind: 'federated-sign-in', cookie: '_oauth2_proxy_csrf', cause: 'other-host', fix: 'Domain=example.com' },
  ],
  // https://github.com/oauth2-proxy/oauth2-proxy/issues/360
  [
    'unable to obtain CSRF cookie: Secure cookies, and the proxy is reached over http',
    [
      {
        ask: 'GET http://nexus.example.com/oauth2/start?rd=%2F',
        status: 302,
        answers: { location: authorize('http://nexus.example.com/oauth2/callback') },
        sets: [`_oauth2_proxy_csrf=${ID}; Path=/; HttpOnly; Secure`],
      },
      { ask: `GET ${authorize('http://nexus.example.com/oauth2/callback')}`, isRedirect: true },
      { ask: `GET http://nexus.example.com/oauth2/callback?code=c0de&state=${STATE}`, from: 'https://idp.example', status: 403 },
    ],
    { kind: 'federated-sign-in', cookie: '_oauth2_proxy_csrf', cause: 'rejected', fix: 'https' },
  ],
  // https://github.com/oauth2-proxy/oauth2-proxy/issues/404
  [
    'sometimes “csrf failed” after the sign-in, until I delete the _csrf cookie',
    [
      {
        ask: 'GET https://app.example/',
        status: 302,
        answers: { location: authorize('https://app.example/oauth2/callback') },
        sets: [`_oauth2_proxy_csrf=${ID}; Path=/; HttpOnly; Secure`],
      },
      { ask: `GET ${authorize('https://app.example/oauth2/callback')}`, isRedirect: true },
      {
        ask: 'GET https://app.example/api/poll',
        as: 'fetch',
        from: 'https://app.example',
        status: 302,
        answers: { location: authorize('https://app.example/oauth2/callback').replace(STATE, 'other8state8w0rds88x') },
        sets: [`_oauth2_proxy_csrf=${OTHER}; Path=/; HttpOnly; Secure`],
      },
      { ask: `GET https://app.example/oauth2/callback?code=c0de&state=${STATE}`, from: 'https://idp.example', status: 403 },
    ],
    { kind: 'federated-sign-in', cookie: '_oauth2_proxy_csrf', cause: 'overwritten', fix: '401' },
  ],
  // https://github.com/aspnet/Security/issues/1839
  [
    'Correlation failed since the upgrade: SameSiteMode.Strict',
    [
      {
        ask: 'POST https://app.example/Account/ExternalLogin',
        from: 'https://app.example',
        fields: { provider: 'Google' },
        status: 302,
        answers: { location: authorize('https://app.example/signin-google') },
        sets: [`.AspNetCore.Correlation.Google.${OTHER}=N; path=/signin-google; secure; httponly; samesite=strict`],
      },
      { ask: `GET ${authorize('https://app.example/signin-google')}`, isRedirect: true },
      { ask: `GET https://app.example/signin-google?state=${STATE}&code=c0de`, from: 'https://idp.example', status: 500 },
    ],
    {
      kind: 'federated-sign-in',
      cookie: '.AspNetCore.Correlation.Google.9f2c71d0a4e85b3631d4d96e407aad42',
      cause: 'withheld',
      fix: 'SameSite=Lax',
    },
  ],
  // https://github.com/aspnet/AspNetKatana/issues/490
  [
    '.AspNet.Correlation cookie not found: Firefox works, Chrome does not',
    [
      {
        ask: 'POST https://app.example/Account/ExternalLogin',
        from: 'https://app.example',
        fields: { provider: 'Steam' },
        status: 302,
        answers: {
          location:
            'https://steam.example/openid/login?openid.mode=checkid_setup&openid.return_to=https%3A%2F%2Fapp.example%2Fsignin-steam%3Fstate%3D' +
            STATE,
        },
        sets: [`.AspNet.Correlation.Steam=${OTHER}; path=/; HttpOnly; SameSite=None`],
      },
      {
        ask:
          'GET https://steam.example/openid/login?openid.mode=checkid_setup&openid.return_to=https%3A%2F%2Fapp.example%2Fsignin-steam%3Fstate%3D' +
          STATE,
        isRedirect: true,
      },
      {
        ask: `GET https://app.example/signin-steam?state=${STATE}&openid.mode=id_res`,
        from: 'https://steam.example',
        status: 302,
        answers: { location: '/Account/ExternalLoginFailure' },
      },
    ],
    { kind: 'federated-sign-in', cookie: '.AspNet.Correlation.Steam', cause: 'rejected', fix: 'Add Secure' },
  ],
];

describe('sign-in through another site', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
