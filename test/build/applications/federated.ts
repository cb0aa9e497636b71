import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { Application } from './application';

const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
const authorize = (back: string, rest = '') =>
  `https://idp.test/authorize?client_id=shop&response_type=code&scope=openid&redirect_uri=${encodeURIComponent(`https://app.example${back}`)}&state={S:24}&nonce={N:24}&code_challenge=${CHALLENGE}&code_challenge_method=S256${rest}`;
const NONCE = '.AspNetCore.OpenIdConnect.Nonce.CfDJ8Hq7Zk9aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789';
const CORRELATION = '.AspNetCore.Correlation.x7Kq2mPzW9aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456';

/** The request of another site, seen at the provider. */
const own = (rest: string) =>
  `/auth?client_id=shop&response_type=code&scope=openid&redirect_uri=https%3A%2F%2Fshop.test%2Fcb&state={S:24}${rest}`;
const keycloak =
  '/realms/shop/protocol/openid-connect/auth?client_id=shop&redirect_uri=https%3A%2F%2Fshop.test%2Fcb&response_type=code&scope=openid&state={S:24}';
const SAML_REQUEST = encodeURIComponent(
  deflateRawSync(
    '<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r1" Version="2.0" IssueInstant="2026-11-30T12:00:00Z" AssertionConsumerServiceURL="https://app.example/Shibboleth.sso/SAML2/POST"><saml:Issuer>https://app.example/sp</saml:Issuer></samlp:AuthnRequest>',
  ).toString('base64'),
);

/** Applications and providers that sign in through another site. */
export const FEDERATED: readonly Application[] = [
  {
    app: 'ASP.NET Core, OpenID Connect by form_post, chunks',
    source: 'https://github.com/dotnet/aspnetcore/tree/main/src/Security/Authentication/OpenIdConnect/src',
    traffic: `
      GET /account 302 ${authorize('/signin-oidc', '&response_mode=form_post')} | ${NONCE}=N; expires=Mon, 30 Nov 2026 12:15:00 GMT; path=/signin-oidc; secure; samesite=none; httponly | ${CORRELATION}=N; expires=Mon, 30 Nov 2026 12:15:00 GMT; path=/signin-oidc; secure; samesite=none; httponly
      -> ${authorize('/signin-oidc', '&response_mode=form_post')} 200
      POST https://app.example/signin-oidc [code state={S:24} session_state iss] 302 /account | ${NONCE}=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/signin-oidc | ${CORRELATION}=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/signin-oidc | .AspNetCore.Cookies=chunks-2; path=/; secure; samesite=lax; httponly | .AspNetCore.CookiesC1=CfDJ8${'Zq7k'.repeat(1000)}; path=/; secure; samesite=lax; httponly | .AspNetCore.CookiesC2=CfDJ8${'Pm3x'.repeat(300)}; path=/; secure; samesite=lax; httponly
      -> https://app.example/account 200
      GET https://app.example/orders 200
      POST https://app.example/signout [__RequestVerificationToken=CfDJ8{V:80}] 302 / | .AspNetCore.Cookies=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/ | .AspNetCore.CookiesC1=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/ | .AspNetCore.CookiesC2=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/
      -> https://app.example/ 200
    `,
    roles: {
      [NONCE]: 'sign-in-transaction',
      [CORRELATION]: 'sign-in-transaction',
      '.AspNetCore.CookiesC1': 'auth-token',
      '.AspNetCore.CookiesC2': 'auth-token',
    },
    by: ['.AspNetCore.Cookies'],
    id: 'issued',
    attempts: ['external succeeded'],
    end: 'signed out by form',
  },
  {
    app: 'express-openid-connect with its fallback cookie for old browsers',
    source: 'https://github.com/auth0/express-openid-connect/blob/master/lib/transientHandler.js',
    traffic: `
      GET /account 302 ${authorize('/callback')} | auth_verification={J:80}.{K:43}; Path=/; HttpOnly; Secure; SameSite=None | _auth_verification={J:80}.{K:43}; Path=/; HttpOnly
      -> ${authorize('/callback')} 200
      POST https://app.example/callback [id_token state={S:24}] 302 /account | auth_verification=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT | _auth_verification=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT | appSession=${jwe('a')}; Path=/; HttpOnly; Secure; SameSite=Lax; Expires=Tue, 01 Dec 2026 12:00:00 GMT
      -> https://app.example/account 200 | appSession=${jwe('b')}; Path=/; HttpOnly; Secure; SameSite=Lax; Expires=Tue, 01 Dec 2026 12:00:00 GMT
      GET https://app.example/orders 200 | appSession=${jwe('c')}; Path=/; HttpOnly; Secure; SameSite=Lax; Expires=Tue, 01 Dec 2026 12:00:00 GMT
      GET https://app.example/logout 302 / | appSession=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT
      -> https://app.example/ 200
    `,
    roles: { auth_verification: 'sign-in-transaction', _auth_verification: 'sign-in-transaction' },
    by: ['appSession'],
    id: 'issued',
    attempts: ['external succeeded'],
    end: 'signed out by link',
  },
  {
    app: 'express-openid-connect, the person turned back at the provider',
    source: 'https://github.com/auth0/express-openid-connect/blob/master/lib/transientHandler.js',
    traffic: `
      GET /account 302 ${authorize('/callback')} | auth_verification={J:80}.{K:43}; Path=/; HttpOnly; Secure; SameSite=None | _auth_verification={J:80}.{K:43}; Path=/; HttpOnly
      -> ${authorize('/callback')} 200
      GET https://app.example/ 200
      GET https://app.example/about 200
    `,
    roles: { auth_verification: 'sign-in-transaction', _auth_verification: 'sign-in-transaction' },
  },
  {
    app: 'Auth0 for Next.js 4',
    source: 'https://github.com/auth0/nextjs-auth0/blob/main/src/server/transaction-store.ts',
    traffic: `
      GET /auth/login 307 ${authorize('/auth/callback')} | __txn_{S:24}=${jwe('t')}; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure
      -> ${authorize('/auth/callback')} 200
      POST https://idp.test/u/login [state username password action] 302 https://app.example/auth/callback?code=c0de&state={S:24}
      -> https://app.example/auth/callback?code=c0de&state={S:24} 307 / | __session=${jwe('a')}; Path=/; Max-Age=259200; HttpOnly; SameSite=Lax; Secure | __txn_{S:24}=; Path=/; Max-Age=0
      -> https://app.example/ 200 | __session=${jwe('b')}; Path=/; Max-Age=259200; HttpOnly; SameSite=Lax; Secure
      GET https://app.example/profile 200 | __session=${jwe('c')}; Path=/; Max-Age=259200; HttpOnly; SameSite=Lax; Secure
      GET https://app.example/auth/logout 307 https://idp.test/oidc/logout?client_id=shop&post_logout_redirect_uri=https%3A%2F%2Fapp.example | __session=; Path=/; Max-Age=0
      -> https://idp.test/oidc/logout?client_id=shop&post_logout_redirect_uri=https%3A%2F%2Fapp.example 302 https://app.example/
      -> https://app.example/ 200
    `,
    roles: { __session: 'auth-token' },
    by: ['__session'],
    id: 'issued',
    attempts: ['external succeeded'],
    end: 'signed out by link',
  },
  {
    app: 'oidc-provider, seen at the provider',
    source: 'https://github.com/panva/node-oidc-provider/blob/main/lib/helpers/defaults.js',
    traffic: `
      GET ${own('')} 303 /interaction/{X:21} | _interaction={X:21}; path=/interaction/{X:21}; expires=Mon, 30 Nov 2026 13:00:00 GMT; samesite=lax; httponly | _interaction.sig={V:27}; path=/interaction/{X:21}; expires=Mon, 30 Nov 2026 13:00:00 GMT; samesite=lax; httponly | _interaction_resume={X:21}; path=/auth/{X:21}; expires=Mon, 30 Nov 2026 13:00:00 GMT; samesite=lax; httponly | _interaction_resume.sig={W:27}; path=/auth/{X:21}; expires=Mon, 30 Nov 2026 13:00:00 GMT; samesite=lax; httponly
      -> /interaction/{X:21} 200
      POST /interaction/{X:21}/login [prompt login password] 303 /auth/{X:21}
      -> /auth/{X:21} 303 https://shop.test/cb?code=c0de&state={S:24} | _interaction=; path=/interaction/{X:21}; expires=Thu, 01 Jan 1970 00:00:00 GMT | _interaction_resume=; path=/auth/{X:21}; expires=Thu, 01 Jan 1970 00:00:00 GMT | _session={Y:21}; path=/; expires=Mon, 14 Dec 2026 12:00:00 GMT; samesite=none; secure; httponly | _session.sig={Z:27}; path=/; expires=Mon, 14 Dec 2026 12:00:00 GMT; samesite=none; secure; httponly
      -> https://shop.test/cb?code=c0de&state={S:24} 302 / | sid={B}; HttpOnly
      -> https://shop.test/ 200
      GET ${own('&prompt=none')} 303 https://shop.test/cb?code=c0df&state={S:24} | _session={Y:21}; path=/; expires=Mon, 14 Dec 2026 12:00:00 GMT; samesite=none; secure; httponly
      -> https://shop.test/cb?code=c0df&state={S:24} 302 /
      -> https://shop.test/ 200
    `,
    roles: {
      _interaction: 'sign-in-transaction',
      '_interaction.sig': 'sign-in-transaction',
      _interaction_resume: 'sign-in-transaction',
      _session: 'session-id',
    },
    by: ['_session'],
    id: 'issued',
  },
  {
    app: 'Keycloak, seen at the provider',
    source:
      'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/cookie/DefaultCookieProvider.java',
    traffic: `
      GET ${keycloak} 200 | AUTH_SESSION_ID={A:86}; Path=/realms/shop/; Secure; HttpOnly; SameSite=None | KC_AUTH_SESSION_HASH={H:43}; Max-Age=60; Path=/realms/shop/; Secure; SameSite=None | KC_RESTART=${jwe('r')}; Path=/realms/shop/; Secure; HttpOnly
      POST /realms/shop/login-actions/authenticate?session_code=abc&execution=def&client_id=shop&tab_id=ghi [username password credentialId] 200
      POST /realms/shop/login-actions/authenticate?session_code=abd&execution=def&client_id=shop&tab_id=ghi [username password credentialId] 302 https://shop.test/cb?code=c0de&state={S:24} | KC_RESTART=; Max-Age=0; Path=/realms/shop/ | KEYCLOAK_IDENTITY=${jwt('a')}; Path=/realms/shop/; Secure; HttpOnly; SameSite=None | KEYCLOAK_SESSION={K:43}; Max-Age=36000; Path=/realms/shop/; Secure; SameSite=None
      -> https://shop.test/cb?code=c0de&state={S:24} 302 / | sid={B}; HttpOnly
      -> https://shop.test/ 200
      GET ${keycloak} 302 https://shop.test/cb?code=c0df&state={S:24} | KEYCLOAK_IDENTITY=${jwt('b')}; Path=/realms/shop/; Secure; HttpOnly; SameSite=None
      -> https://shop.test/cb?code=c0df&state={S:24} 302 /
      -> https://shop.test/ 200
      GET /realms/shop/account 200
    `,
    roles: { KEYCLOAK_IDENTITY: 'auth-token', KC_RESTART: 'sign-in-transaction', AUTH_SESSION_ID: 'session-id' },
    by: ['KEYCLOAK_IDENTITY'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
  },
  {
    app: 'Shibboleth, seen at the application',
    source: 'https://shibboleth.atlassian.net/wiki/spaces/SP3/pages/2065334342/Sessions',
    traffic: `
      GET /secure 302 https://idp.test/idp/profile/SAML2/Redirect/SSO?SAMLRequest=${SAML_REQUEST}&RelayState=ss%3Amem%3A{R:64} | _shibstate_1764500000_ab12=https%3A%2F%2Fapp.example%2Fsecure; path=/; HttpOnly; SameSite=None; Secure
      -> https://idp.test/idp/profile/SAML2/Redirect/SSO?SAMLRequest=${SAML_REQUEST}&RelayState=ss%3Amem%3A{R:64} 200
      POST https://app.example/Shibboleth.sso/SAML2/POST [RelayState=ss:mem:{R:64} SAMLResponse] 302 /secure | _shibstate_1764500000_ab12=; path=/; expires=Mon, 01 Jan 2001 00:00:00 GMT | _shibsession_64656661756c7468747470733a2f2f=_{B:32}; path=/; HttpOnly; Secure
      -> https://app.example/secure 200
      GET https://app.example/secure/a 200
      GET https://app.example/Shibboleth.sso/Logout 200 | _shibsession_64656661756c7468747470733a2f2f=; path=/; expires=Mon, 01 Jan 2001 00:00:00 GMT
      GET https://app.example/ 200
    `,
    roles: { _shibsession_64656661756c7468747470733a2f2f: 'session-id', _shibstate_1764500000_ab12: 'sign-in-transaction' },
    by: ['_shibsession_64656661756c7468747470733a2f2f'],
    id: 'issued',
    attempts: ['external succeeded'],
    end: 'signed out by link',
  },
  {
    app: 'Okta, its own sign-in page',
    source: 'https://developer.okta.com/docs/guides/oie-intro/',
    traffic: `
      GET /login/login.htm 200 | JSESSIONID=3F2504E04F8911D39A0C0305E82C3301; Path=/; Secure; HttpOnly | DT=DI1{D:20}; Expires=Tue, 30 Nov 2027 12:00:00 GMT; Path=/; Secure | oktaStateToken={O:64}; Path=/; Secure
      fetch POST /idp/idx/identify [identifier stateHandle] 200
      fetch POST /idp/idx/challenge/answer [credentials.passcode stateHandle] 200
      GET /login/token/redirect?stateToken=x 302 /app/UserHome | idx=eyJ6aXAiOiJERUYi{I:80}; Expires=Tue, 30 Nov 2027 12:00:00 GMT; Path=/; Secure; HttpOnly; SameSite=None | oktaStateToken=; Max-Age=0; Path=/
      -> /app/UserHome 200
      fetch GET /api/v1/users/me 200
      GET /login/signout 302 /login/login.htm | idx=; Max-Age=0; Path=/
      -> /login/login.htm 200
    `,
    roles: { idx: 'session-id', oktaStateToken: 'sign-in-transaction' },
  },
];

function part(json: object): string {
  return Buffer.from(JSON.stringify(json)).toString('base64url');
}

function jwe(mark: string): string {
  const octets = (length: number) => Buffer.alloc(length, `${mark}Zq7`).toString('base64url');
  return `${part({ alg: 'dir', enc: 'A256GCM', uat: mark })}..${octets(12)}.${octets(120)}.${octets(16)}`;
}

function jwt(mark: string): string {
  return `${part({ alg: 'HS512', typ: 'JWT' })}.${part({ sub: '42', sid: '3f9c2d7e8a1b4c5d', jti: `${mark}3f9c2d7e8a1b`, iat: 1764500000 })}.${Buffer.alloc(64, `${mark}Zq7`).toString('base64url')}`;
}
