import type { Application } from './application';

const base64 = (text: string): string => Buffer.from(text).toString('base64url');
const jwt = (claims: object, signature: string): string =>
  `${base64('{"alg":"HS256","typ":"JWT"}')}.${base64(JSON.stringify(claims))}.${signature}`;

/** Portals and proxies that sign people in for the applications behind them. */
export const GATEWAYS: readonly Application[] = [
  {
    app: 'Authelia: a portal with a password and a one-time code, each by a call, and a new id with each',
    source: 'https://github.com/authelia/authelia/blob/master/internal/handlers/handler_firstfactor_password.go',
    traffic: `
      GET / 200 | authelia_session={A:32}; Path=/; HttpOnly; Secure; SameSite=Lax
      fetch GET /api/state 200 <content-length: 110>
      fetch POST /api/firstfactor [username password keepMeLoggedIn=false targetURL requestMethod] 401
      fetch POST /api/firstfactor [username password keepMeLoggedIn=false targetURL requestMethod] 200 | authelia_session={B:32}; Path=/; HttpOnly; Secure; SameSite=Lax
      fetch GET /api/user/info 200
      fetch POST /api/secondfactor/totp [token targetURL] 401
      fetch POST /api/secondfactor/totp [token targetURL] 200 | authelia_session={C:32}; Path=/; HttpOnly; Secure; SameSite=Lax
      fetch GET /api/state 200 <content-length: 170>
      GET /settings 200
      fetch POST /api/logout [targetURL] 200 | authelia_session=; Path=/; Max-Age=0
      GET / 200 | authelia_session={D:32}; Path=/; HttpOnly; Secure; SameSite=Lax
    `,
    roles: { authelia_session: 'session-id' },
    by: ['authelia_session'],
    id: 'rotated',
    end: 'signed out by script',
  },
  {
    app: 'Authelia, an older release that kept the id: fixation',
    source: 'https://github.com/authelia/authelia/blob/master/internal/session/provider.go',
    traffic: `
      GET / 200 | authelia_session={A:32}; Path=/; HttpOnly; Secure; SameSite=Lax
      fetch GET /api/user/info 403
      fetch POST /api/firstfactor [username password keepMeLoggedIn=true targetURL] 200
      fetch GET /api/user/info 200
      fetch GET /api/user/info/totp 200
    `,
    roles: { authelia_session: 'session-id' },
    by: ['authelia_session'],
    id: 'not-rotated',
    attempts: ['password succeeded'],
  },
  {
    app: 'oauth2-proxy: a sealed ticket in one cookie, a transaction cookie per state',
    source: 'https://github.com/oauth2-proxy/oauth2-proxy/blob/master/pkg/cookies/csrf.go',
    traffic: `
      GET /dashboard 302 https://idp.test/authorize?client_id=proxy&response_type=code&state={S:43}%3A%2Fdashboard&redirect_uri=https%3A%2F%2Fapp.example%2Foauth2%2Fcallback&code_challenge={H:43}&code_challenge_method=S256 | _oauth2_proxy_csrf_{X:8}={K:88}|1795435200|{M:43}=; Path=/; Max-Age=900; HttpOnly; Secure; SameSite=Lax
      -> https://idp.test/authorize?client_id=proxy&response_type=code&state={S:43}%3A%2Fdashboard&redirect_uri=https%3A%2F%2Fapp.example%2Foauth2%2Fcallback&code_challenge={H:43}&code_challenge_method=S256 200
      POST https://idp.test/login [username password] 302 https://app.example/oauth2/callback?code={C:32}&state={S:43}%3A%2Fdashboard
      -> https://app.example/oauth2/callback?code={C:32}&state={S:43}%3A%2Fdashboard 302 /dashboard | _oauth2_proxy_csrf_{X:8}=; Path=/; Max-Age=0 | _oauth2_proxy={T:88}|1795435201|{N:43}=; Path=/; Max-Age=604800; HttpOnly; Secure; SameSite=Lax
      -> https://app.example/dashboard 200
      GET https://app.example/reports 200
      GET https://app.example/oauth2/sign_out 302 / | _oauth2_proxy=; Path=/; Max-Age=0
      -> https://app.example/ 302 https://idp.test/authorize?client_id=proxy&response_type=code&state={U:43}%3A%2F&redirect_uri=https%3A%2F%2Fapp.example%2Foauth2%2Fcallback
      -> https://idp.test/authorize?client_id=proxy&response_type=code&state={U:43}%3A%2F&redirect_uri=https%3A%2F%2Fapp.example%2Foauth2%2Fcallback 200
    `,
    roles: { _oauth2_proxy: 'auth-token' },
    by: ['_oauth2_proxy'],
    id: 'issued',
    attempts: ['external succeeded'],
    end: 'signed out by link',
  },
  {
    app: 'authentik proxy outpost: an id before, another after',
    source: 'https://github.com/goauthentik/authentik/tree/main/internal/outpost/proxyv2/application',
    traffic: `
      GET /app 302 https://sso.test/application/o/authorize/?client_id=x&response_type=code&scope=openid&state={S:40} | authentik_proxy_8f3a={A:88}; Path=/; HttpOnly; SameSite=Lax
      -> https://sso.test/application/o/authorize/?client_id=x&response_type=code&scope=openid&state={S:40} 200
      POST https://sso.test/api/v3/flows/executor/default/ [uid_field password] 302 https://app.example/outpost.goauthentik.io/callback?code=c&state={S:40}
      -> https://app.example/outpost.goauthentik.io/callback?code=c&state={S:40} 302 /app | authentik_proxy_8f3a={B:88}; Path=/; HttpOnly; SameSite=Lax
      -> https://app.example/app 200
      GET https://app.example/app/items 200
      GET https://app.example/app 200
    `,
    by: ['authentik_proxy_8f3a'],
    id: 'rotated',
    attempts: ['external succeeded'],
  },
  {
    app: 'Cloudflare Access: a signed token is issued, and a binding beside it',
    source: 'https://developers.cloudflare.com/cloudflare-one/identity/authorization-cookie/',
    traffic: `
      GET /wiki 302 https://team.access.test/cdn-cgi/access/login/app.example?kid=k&redirect_url=%2Fwiki | CF_AppSession=n{A:20}; Path=/; HttpOnly; Secure; Max-Age=86400
      -> https://team.access.test/cdn-cgi/access/login/app.example?kid=k&redirect_url=%2Fwiki 200
      POST https://team.access.test/cdn-cgi/access/verify-code/app.example [code nonce] 302 https://app.example/cdn-cgi/access/authorized?nonce=n&state={S:60}
      -> https://app.example/cdn-cgi/access/authorized?nonce=n&state={S:60} 302 /wiki | CF_Authorization=${jwt({ aud: ['a'], email: 'anna@shop.example', exp: 1795521600, iat: 1795435200, type: 'app' }, '{J:43}')}; Path=/; HttpOnly; Secure; SameSite=None
      -> https://app.example/wiki 200
      GET https://app.example/wiki/2 200
    `,
    roles: { CF_Authorization: 'auth-token' },
    by: ['CF_Authorization'],
    id: 'issued',
  },
  {
    app: 'Pomerium: a sealed CSRF cookie for the way, a session token afterwards',
    source: 'https://github.com/pomerium/pomerium/tree/main/internal/sessions/cookie',
    traffic: `
      GET /grafana 302 https://auth.test/.pomerium/sign_in?pomerium_redirect_uri=https%3A%2F%2Fapp.example%2Fgrafana&client_id=p&response_type=code&state={S:40} | _pomerium_csrf={C:60}; Path=/; HttpOnly; Secure; Max-Age=3600
      -> https://auth.test/.pomerium/sign_in?pomerium_redirect_uri=https%3A%2F%2Fapp.example%2Fgrafana&client_id=p&response_type=code&state={S:40} 200
      POST https://auth.test/login [email password] 302 https://app.example/.pomerium/callback?code=c&state={S:40}
      -> https://app.example/.pomerium/callback?code=c&state={S:40} 302 /grafana | _pomerium=${jwt({ jti: '9', iat: 1795435200, databroker_record_version: 3 }, '{J:43}')}; Path=/; HttpOnly; Secure; SameSite=Lax
      -> https://app.example/grafana 200
      GET https://app.example/grafana/api 200
    `,
    by: ['_pomerium'],
    id: 'issued',
  },
  {
    app: 'Keycloak behind Spring Security: the application keeps JSESSIONID at the return: fixation',
    source: 'https://docs.spring.io/spring-security/reference/servlet/oauth2/login/core.html',
    traffic: `
      GET /orders 302 /oauth2/authorization/keycloak | JSESSIONID=0A1B2C3D4E5F60718293A4B5C6D7E8F9; Path=/; HttpOnly
      -> /oauth2/authorization/keycloak 302 https://kc.test/realms/r/protocol/openid-connect/auth?response_type=code&client_id=o&scope=openid&state={S:44}&nonce={N:43}&redirect_uri=https%3A%2F%2Fapp.example%2Flogin%2Foauth2%2Fcode%2Fkeycloak
      -> https://kc.test/realms/r/protocol/openid-connect/auth?response_type=code&client_id=o&scope=openid&state={S:44}&nonce={N:43}&redirect_uri=https%3A%2F%2Fapp.example%2Flogin%2Foauth2%2Fcode%2Fkeycloak 200 | AUTH_SESSION_ID={Q:48}; Path=/realms/r/; HttpOnly
      POST https://kc.test/realms/r/login-actions/authenticate [username password credentialId] 302 https://app.example/login/oauth2/code/keycloak?state={S:44}&session_state=y&code=z | KEYCLOAK_IDENTITY=${jwt({ sub: 's', exp: 1795471200 }, '{V:43}')}; Path=/realms/r/; HttpOnly
      -> https://app.example/login/oauth2/code/keycloak?state={S:44}&session_state=y&code=z 302 /orders
      -> https://app.example/orders 200
      GET https://app.example/orders/4 200
    `,
    roles: { JSESSIONID: 'session-id', AUTH_SESSION_ID: 'session-id', KEYCLOAK_IDENTITY: 'auth-token' },
    by: ['JSESSIONID'],
    id: 'not-rotated',
    attempts: ['external succeeded'],
  },
  {
    app: 'node-saml on Express: a POST to the assertion consumer, RelayState, the id renewed',
    source: 'https://github.com/node-saml/passport-saml',
    traffic: `
      GET /inside 302 https://idp.test/sso?SAMLRequest={R:80}&RelayState={L:24} | connect.sid=s%3A{A:32}.{a:43}; Path=/; HttpOnly; Secure; SameSite=None
      -> https://idp.test/sso?SAMLRequest={R:80}&RelayState={L:24} 200
      POST https://idp.test/login [username password] 200
      POST https://app.example/saml/acs [SAMLResponse={P:80} RelayState={L:24}] 302 /inside | connect.sid=s%3A{B:32}.{b:43}; Path=/; HttpOnly; Secure; SameSite=None
      -> https://app.example/inside 200
      GET https://app.example/inside/2 200
    `,
    roles: { 'connect.sid': 'session-id' },
    by: ['connect.sid'],
    id: 'rotated',
    attempts: ['external succeeded'],
  },
];
