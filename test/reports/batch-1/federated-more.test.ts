import { describe, expect, test } from 'vitest';
import { answered, type Report } from '../incident-answers';
import { authorize, ID, LOGIN, OTHER, STATE } from '../steps';

const REPORTS: readonly Report[] = [
  // https://github.com/dotnet-architecture/eShopOnContainers/issues/1391
  [
    'Correlation failed in Docker over http',
    [
      {
        ask: 'GET http://host.docker.internal:5100/Account/SignIn',
        status: 302,
        answers: { location: authorize('http://host.docker.internal:5100/signin-oidc', '&response_mode=form_post') },
        sets: [
          `.AspNetCore.Correlation.OpenIdConnect.${OTHER}=N; path=/signin-oidc; samesite=none; httponly`,
          `.AspNetCore.OpenIdConnect.Nonce.${ID}=N; path=/signin-oidc; samesite=none; httponly`,
        ],
      },
      { ask: `GET ${authorize('http://host.docker.internal:5100/signin-oidc', '&response_mode=form_post')}`, isRedirect: true },
      {
        ask: 'POST http://host.docker.internal:5100/signin-oidc',
        from: 'https://idp.example',
        fields: { code: 'c0de', state: STATE },
        status: 500,
      },
    ],
    {
      kind: 'federated-sign-in',
      cookie: '.AspNetCore.Correlation.OpenIdConnect.9f2c71d0a4e85b3631d4d96e407aad42',
      cause: 'rejected',
      fix: 'https',
    },
  ],
  // https://github.com/keycloak/keycloak/issues/11340
  [
    'Cookie not found at the sign-in page, after my application asked in the background',
    [
      {
        ask: 'GET https://sso.example/realms/r/protocol/openid-connect/auth?client_id=app&response_type=code&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=abc',
        sets: [
          `AUTH_SESSION_ID=${ID}; Path=/realms/r/; Secure; HttpOnly; SameSite=None`,
          `KC_RESTART=${OTHER}; Path=/realms/r/; Secure; HttpOnly`,
        ],
      },
      {
        ask: 'GET https://sso.example/realms/r/protocol/openid-connect/auth?client_id=app&response_type=none&prompt=none&redirect_uri=https%3A%2F%2Fapp.example%2Fsilent',
        status: 302,
        sets: [
          `KC_RESTART=; Path=/realms/r/; Max-Age=0; Secure; HttpOnly`,
          `AUTH_SESSION_ID=; Path=/realms/r/; Max-Age=0; Secure; HttpOnly; SameSite=None`,
        ],
        answers: { location: 'https://app.example/silent?error=login_required' },
      },
      {
        ask: 'POST https://sso.example/realms/r/login-actions/authenticate?session_code=x&client_id=app',
        from: 'https://sso.example',
        fields: { username: 'a', password: 'b' },
        status: 400,
      },
    ],
    { kind: 'deleted-meanwhile', cookie: 'AUTH_SESSION_ID', cause: 'deleted', fix: 'another page still needs it' },
  ],
  // https://github.com/PowerDNS-AuthAdmin/powerdns-authadmin/issues/108
  [
    'SAML login fails with saml-state-missing',
    [
      {
        ask: 'GET https://dns.example/api/auth/saml/okta/login',
        status: 302,
        sets: [`pda_saml_state=${ID}; Path=/; HttpOnly; Secure; SameSite=Lax`],
        answers: { location: 'https://okta.example/sso/saml?SAMLRequest=fZJ&RelayState=abc' },
      },
      { ask: 'GET https://okta.example/sso/saml?SAMLRequest=fZJ&RelayState=abc', isRedirect: true },
      {
        ask: 'POST https://dns.example/api/auth/saml/okta/acs',
        from: 'https://okta.example',
        fields: { SAMLResponse: 'PHNhbWw=', RelayState: 'abc' },
        status: 302,
        answers: { location: '/login?error=saml-state-missing' },
      },
    ],
    { kind: 'federated-sign-in', cookie: 'pda_saml_state', cause: 'withheld', fix: 'SameSite=None; Secure' },
  ],
  // https://github.com/istio-ecosystem/authservice/pull/351
  [
    '__Host- and a Domain: the user bounces between the application and the provider',
    [
      {
        ask: 'GET https://app.example/',
        status: 302,
        answers: { location: authorize('https://app.example/callback') },
        sets: [`__Host-authservice-session-id-cookie=${ID}; HttpOnly; Secure; Path=/; SameSite=Lax; Domain=app.example`],
      },
      { ask: `GET ${authorize('https://app.example/callback')}`, isRedirect: true },
      {
        ask: `GET https://app.example/callback?code=c0de&state=${STATE}`,
        from: 'https://idp.example',
        status: 302,
        answers: { location: authorize('https://app.example/callback') },
        sets: [`__Host-authservice-session-id-cookie=${OTHER}; HttpOnly; Secure; Path=/; SameSite=Lax; Domain=app.example`],
      },
    ],
    { kind: 'federated-sign-in', cookie: '__Host-authservice-session-id-cookie', cause: 'rejected', fix: '; SameSite=Lax' },
  ],
  // https://github.com/auth0/express-openid-connect/issues/43
  [
    'sign-in in two tabs: state mismatch',
    [
      {
        ask: 'GET https://app.example/login',
        status: 302,
        answers: { location: authorize('https://app.example/callback') },
        sets: [
          `state=${STATE}.sig1; Path=/; HttpOnly; Secure; SameSite=Lax`,
          `nonce=${ID}.sig; Path=/; HttpOnly; Secure; SameSite=Lax`,
        ],
      },
      { ask: `GET ${authorize('https://app.example/callback')}`, isRedirect: true },
      {
        ask: 'GET https://app.example/login',
        status: 302,
        answers: { location: authorize('https://app.example/callback').replace(STATE, 'other8state8w0rds88x') },
        sets: [
          `state=other8state8w0rds88x.sig2; Path=/; HttpOnly; Secure; SameSite=Lax`,
          `nonce=${OTHER}.sig; Path=/; HttpOnly; Secure; SameSite=Lax`,
        ],
      },
      { ask: `GET ${authorize('https://app.example/callback').replace(STATE, 'other8state8w0rds88x')}`, isRedirect: true },
      { ask: `GET https://app.example/callback?code=c0de&state=${STATE}`, from: 'https://idp.example', status: 400 },
    ],
    { kind: 'federated-sign-in', cookie: 'state', cause: 'overwritten', fix: 'first letters' },
  ],
  // https://github.com/sidebase/nuxt-auth/issues/473
  [
    'missing state cookie: the server asked for the sign-in address itself',
    [
      {
        ask: 'GET http://localhost:3000/protected/globally',
        status: 302,
        answers: { location: authorize('http://localhost:3000/api/auth/callback/keycloak') },
      },
      { ask: `GET ${authorize('http://localhost:3000/api/auth/callback/keycloak')}`, isRedirect: true },
      {
        ask: `GET http://localhost:3000/api/auth/callback/keycloak?code=c0de&state=${STATE}`,
        from: 'https://idp.example',
        status: 302,
        answers: { location: 'http://localhost:3000/api/auth/signin?error=OAuthCallback' },
      },
    ],
    { kind: 'federated-sign-in', cookie: '', cause: 'not-set', fix: 'pass the Set-Cookie lines' },
  ],
  // https://github.com/flipboxfactory/saml-sp/issues/207
  [
    'SSO logout works with SameSite=None only',
    [
      {
        ask: 'POST https://craft.example/admin/login',
        from: 'https://craft.example',
        fields: LOGIN,
        status: 302,
        answers: { location: '/admin' },
        sets: [`CraftSessionId=${ID}; path=/; HttpOnly; Secure; SameSite=Lax`],
      },
      { ask: 'GET https://craft.example/admin', isRedirect: true, from: 'https://craft.example' },
      {
        ask: 'GET https://craft.example/sso/logout/request',
        from: 'https://craft.example',
        status: 302,
        answers: { location: 'https://idp.example/slo?SAMLRequest=x' },
      },
      { ask: 'GET https://idp.example/slo?SAMLRequest=x', isRedirect: true },
      {
        ask: 'POST https://craft.example/sso/logout',
        from: 'https://idp.example',
        fields: { SAMLResponse: 'PHNhbWw=' },
        status: 400,
        after: 3,
      },
    ],
    { kind: 'federated-sign-in', cookie: 'CraftSessionId', cause: 'withheld', fix: 'SameSite=None; Secure' },
  ],
];

describe('sign-in through another site', () => {
  test.each(REPORTS.map((report) => [report[0], report] as const))('“%s”', (_, report) => {
    expect(answered(report)).toEqual(report[2]);
  });
});
