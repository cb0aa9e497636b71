import type { Application } from './application';

/** Applications on .NET, and Microsoft's services that sign in for them. */
export const DOTNET: readonly Application[] = [
  {
    app: 'ASP.NET Core Identity with an external provider: its own cookie of the way, then the application’s',
    source: 'https://learn.microsoft.com/aspnet/core/security/authentication/social/',
    traffic: `
      GET /Identity/Account/Login 200 | .AspNetCore.Antiforgery.VyLW6ORzMgk=CfDJ8{F:147}; path=/; samesite=strict; httponly
      POST /Identity/Account/ExternalLogin [provider __RequestVerificationToken=CfDJ8{V:151}] 302 https://accounts.test/o/oauth2/v2/auth?response_type=code&client_id=app&scope=openid%20profile&state=CfDJ8{S:200}&code_challenge={H:43}&code_challenge_method=S256&redirect_uri=https%3A%2F%2Fapp.example%2Fsignin-google | .AspNetCore.Correlation.{N:43}=N; expires=Mon, 30 Nov 2026 12:15:00 GMT; path=/signin-google; secure; samesite=none; httponly
      -> https://accounts.test/o/oauth2/v2/auth?response_type=code&client_id=app&scope=openid%20profile&state=CfDJ8{S:200}&code_challenge={H:43}&code_challenge_method=S256&redirect_uri=https%3A%2F%2Fapp.example%2Fsignin-google 200
      POST https://accounts.test/signin/challenge [identifier Passwd] 302 https://app.example/signin-google?state=CfDJ8{S:200}&code=4/{K:70}&scope=openid
      -> https://app.example/signin-google?state=CfDJ8{S:200}&code=4/{K:70}&scope=openid 302 /Identity/Account/ExternalLogin?handler=Callback | .AspNetCore.Correlation.{N:43}=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/signin-google; secure; samesite=none; httponly | Identity.External=CfDJ8{X1:80}{X2:80}{X3:80}; path=/; secure; samesite=lax; httponly
      -> https://app.example/Identity/Account/ExternalLogin?handler=Callback 302 / | .AspNetCore.Identity.Application=CfDJ8{A1:80}{A2:80}{A3:80}; path=/; secure; samesite=lax; httponly | Identity.External=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/; secure; samesite=lax; httponly
      -> https://app.example/ 200
      GET https://app.example/Orders 200
      POST https://app.example/Identity/Account/Logout [__RequestVerificationToken=CfDJ8{W:151}] 302 / | .AspNetCore.Identity.Application=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/; secure; samesite=lax; httponly
      -> https://app.example/ 200
    `,
    roles: { '.AspNetCore.Identity.Application': 'auth-token', 'Identity.External': 'sign-in-transaction' },
    by: ['.AspNetCore.Identity.Application'],
    id: 'issued',
    end: 'signed out by form',
    csrf: 'paired field __RequestVerificationToken',
  },
  {
    app: 'ASP.NET Core Identity with a second factor: a cookie between the two steps, a browser remembered',
    source: 'https://learn.microsoft.com/aspnet/core/security/authentication/mfa',
    traffic: `
      GET /Account/Manage 302 /Account/Login?ReturnUrl=%2FAccount%2FManage
      -> /Account/Login?ReturnUrl=%2FAccount%2FManage 200 | .AspNetCore.Antiforgery.9TtSrW0hzOs=CfDJ8{F:147}; path=/; samesite=strict; httponly
      POST /Account/Login?ReturnUrl=%2FAccount%2FManage [Input.Email Input.Password Input.RememberMe=false __RequestVerificationToken=CfDJ8{V:151}] 200
      POST /Account/Login?ReturnUrl=%2FAccount%2FManage [Input.Email Input.Password Input.RememberMe=false __RequestVerificationToken=CfDJ8{V2:151}] 302 /Account/LoginWith2fa?ReturnUrl=%2FAccount%2FManage&RememberMe=False | Identity.TwoFactorUserId=CfDJ8{U1:80}{U2:80}; path=/; secure; samesite=lax; httponly
      -> /Account/LoginWith2fa?ReturnUrl=%2FAccount%2FManage&RememberMe=False 200
      POST /Account/LoginWith2fa?ReturnUrl=%2FAccount%2FManage&RememberMe=False [Input.TwoFactorCode Input.RememberMachine=true __RequestVerificationToken=CfDJ8{V3:151}] 200
      POST /Account/LoginWith2fa?ReturnUrl=%2FAccount%2FManage&RememberMe=False [Input.TwoFactorCode Input.RememberMachine=true __RequestVerificationToken=CfDJ8{V4:151}] 302 /Account/Manage | Identity.TwoFactorRememberMe=CfDJ8{M1:80}{M2:80}; expires=Mon, 14 Dec 2026 12:00:00 GMT; path=/; secure; samesite=lax; httponly | .AspNetCore.Identity.Application=CfDJ8{A1:80}{A2:80}{A3:80}; path=/; secure; samesite=lax; httponly | Identity.TwoFactorUserId=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/; secure; samesite=lax; httponly
      -> /Account/Manage 200
      GET /Orders 200
      POST /Account/Logout [__RequestVerificationToken=CfDJ8{V5:151}] 302 / | .AspNetCore.Identity.Application=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/; secure; samesite=lax; httponly
      -> / 200
    `,
    roles: { '.AspNetCore.Identity.Application': 'auth-token' },
    by: ['.AspNetCore.Identity.Application'],
    id: 'issued',
    attempts: ['password refused', 'password continued', 'second-factor refused', 'second-factor succeeded'],
    end: 'signed out by form',
    csrf: 'paired field __RequestVerificationToken',
  },
  {
    app: 'Entra ID, seen at the provider',
    source: 'https://learn.microsoft.com/entra/identity/authentication/concept-authentication-web-browser-cookies',
    traffic: `
      GET /common/oauth2/v2.0/authorize?client_id=4d9d02e0&response_type=code%20id_token&response_mode=form_post&scope=openid&nonce={N:43}&state={S:60}&redirect_uri=https%3A%2F%2Fshop.test%2Fsignin-oidc 200 | buid={B:120}; expires=Wed, 30-Dec-2026 12:00:00 GMT; path=/; secure; HttpOnly; SameSite=None | fpc={P:22}; expires=Wed, 30-Dec-2026 12:00:00 GMT; path=/; secure; HttpOnly; SameSite=None | esctx={E1:80}{E2:80}; domain=.app.example; path=/; secure; HttpOnly; SameSite=None | x-ms-gateway-slice=estsfd; path=/; secure; httponly | stsservicecookie=estsfd; path=/; secure; httponly
      POST /common/login [i13 login loginfmt type passwd ps canary={C:100} ctx flowToken={F:100} hpgrequestid] 200
      POST /common/login [i13 login loginfmt type passwd ps canary={C2:100} ctx flowToken={F2:100} hpgrequestid] 200 | ESTSAUTHPERSISTENT={A1:80}{A2:80}{A3:80}; domain=.app.example; expires=Sun, 28-Feb-2027 12:00:00 GMT; path=/; secure; HttpOnly; SameSite=None | ESTSAUTH={T1:80}{T2:80}; domain=.app.example; path=/; secure; HttpOnly; SameSite=None | ESTSAUTHLIGHT=+4d9d02e0-1b2a-4c3d-8e4f-5a6b7c8d9e0f; domain=.app.example; path=/; secure; SameSite=None | SignInStateCookie={Q:100}; domain=.app.example; path=/; secure; HttpOnly; SameSite=None
      POST /kmsi [LoginOptions type ctx hpgrequestid flowToken={F3:100} canary={C3:100}] 200 | ESTSAUTHPERSISTENT={A4:80}{A5:80}{A6:80}; domain=.app.example; expires=Sun, 28-Feb-2027 12:00:00 GMT; path=/; secure; HttpOnly; SameSite=None | ESTSAUTH={T3:80}{T4:80}; domain=.app.example; path=/; secure; HttpOnly; SameSite=None
    `,
    attempts: ['password refused', 'password succeeded'],
    roles: {
      ESTSAUTH: 'auth-token',
      ESTSAUTHPERSISTENT: 'remember-me',
      esctx: 'sign-in-transaction',
      'x-ms-gateway-slice': 'load-balancer',
    },
  },
  {
    app: 'Azure App Service: one sealed session, a nonce on the way, the answer by POST',
    source: 'https://learn.microsoft.com/azure/app-service/overview-authentication-authorization',
    traffic: `
      GET /orders 302 https://login.test/common/oauth2/v2.0/authorize?response_type=code+id_token&redirect_uri=https%3A%2F%2Fapp.example%2F.auth%2Flogin%2Faad%2Fcallback&client_id=app&scope=openid&response_mode=form_post&nonce={N}_20261130120000&state=redir%3D%252Forders | Nonce={W1:80}{W2:40}; path=/; secure; HttpOnly; SameSite=None | ARRAffinity={R}{R2}; Path=/; HttpOnly; Secure | ARRAffinitySameSite={R}{R2}; Path=/; HttpOnly; SameSite=None; Secure
      -> https://login.test/common/oauth2/v2.0/authorize?response_type=code+id_token&redirect_uri=https%3A%2F%2Fapp.example%2F.auth%2Flogin%2Faad%2Fcallback&client_id=app&scope=openid&response_mode=form_post&nonce={N}_20261130120000&state=redir%3D%252Forders 200
      POST https://login.test/common/login [login passwd] 200
      POST https://app.example/.auth/login/aad/callback [code={K:80} id_token={I:120} state=redir%3D%252Forders session_state={Z}] 302 /orders | AppServiceAuthSession={A1:80}{A2:80}{A3:80}; path=/; secure; HttpOnly; SameSite=None | Nonce=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/; secure; HttpOnly
      -> https://app.example/orders 200
      GET https://app.example/orders/7 200
      GET https://app.example/.auth/logout 302 https://login.test/common/oauth2/v2.0/logout?post_logout_redirect_uri=https%3A%2F%2Fapp.example%2F | AppServiceAuthSession=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/; secure; HttpOnly
      -> https://login.test/common/oauth2/v2.0/logout?post_logout_redirect_uri=https%3A%2F%2Fapp.example%2F 200
    `,
    roles: { AppServiceAuthSession: 'session-id', Nonce: 'sign-in-transaction', ARRAffinity: 'load-balancer' },
    by: ['AppServiceAuthSession'],
    id: 'issued',
    end: 'signed out by link',
  },
  {
    app: 'Umbraco 10: sealed anew while it is used, a token in a header beside its cookie',
    source: 'https://docs.umbraco.com/umbraco-cms/reference/security',
    traffic: `
      GET /umbraco 200
      fetch POST /umbraco/backoffice/umbracoapi/authentication/PostLogin [username password] 400
      fetch POST /umbraco/backoffice/umbracoapi/authentication/PostLogin [username password] 200 | UMB_UCONTEXT=CfDJ8{A1:80}{A2:80}{A3:80}; path=/; secure; samesite=lax; httponly | UMB-XSRF-V=CfDJ8{V:120}; path=/; secure; samesite=strict; httponly | UMB-XSRF-TOKEN=CfDJ8{T:120}; path=/; secure
      fetch GET /umbraco/backoffice/umbracoapi/dashboard/GetDashboard (x-umb-xsrf-token=CfDJ8{T:120}) 200
      fetch GET /umbraco/backoffice/umbracoapi/authentication/GetRemainingTimeoutSeconds (x-umb-xsrf-token=CfDJ8{T:120}) 200 | UMB_UCONTEXT=CfDJ8{B1:80}{B2:80}{B3:80}; path=/; secure; samesite=lax; httponly
      fetch POST /umbraco/backoffice/umbracoapi/content/PostSave [name] (x-umb-xsrf-token=CfDJ8{T:120}) 200 | UMB_UCONTEXT=CfDJ8{C1:80}{C2:80}{C3:80}; path=/; secure; samesite=lax; httponly
      fetch POST /umbraco/backoffice/umbracoapi/authentication/PostLogout (x-umb-xsrf-token=CfDJ8{T:120}) 200 | UMB_UCONTEXT=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/; secure; samesite=lax; httponly | UMB-XSRF-V=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/ | UMB-XSRF-TOKEN=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/
      GET /umbraco 200
    `,
    roles: { UMB_UCONTEXT: 'auth-token', 'UMB-XSRF-TOKEN': 'csrf-token', 'UMB-XSRF-V': 'csrf-token' },
    by: ['UMB_UCONTEXT'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by script',
    csrf: 'double-submit header x-umb-xsrf-token',
  },
  {
    app: 'Duende BFF: a sealed cookie with a prefix, x-csrf with a fixed value guards calls',
    source: 'https://docs.duendesoftware.com/bff/',
    traffic: `
      GET / 200
      fetch GET /bff/user (x-csrf=1) 401
      GET /bff/login 302 https://idp.test/connect/authorize?client_id=spa&redirect_uri=https%3A%2F%2Fapp.example%2Fsignin-oidc&response_type=code&scope=openid&code_challenge={H:43}&code_challenge_method=S256&response_mode=query&nonce=639{N:86}&state=CfDJ8{S:180} | .AspNetCore.Correlation.{M:43}=N; path=/signin-oidc; secure; samesite=none; httponly | .AspNetCore.OpenIdConnect.Nonce.CfDJ8{O:120}=N; path=/signin-oidc; secure; samesite=none; httponly
      -> https://idp.test/connect/authorize?client_id=spa&redirect_uri=https%3A%2F%2Fapp.example%2Fsignin-oidc&response_type=code&scope=openid&code_challenge={H:43}&code_challenge_method=S256&response_mode=query&nonce=639{N:86}&state=CfDJ8{S:180} 302 https://app.example/signin-oidc?code={K:64}&scope=openid&state=CfDJ8{S:180}
      -> https://app.example/signin-oidc?code={K:64}&scope=openid&state=CfDJ8{S:180} 302 / | __Host-bff=CfDJ8{A1:80}{A2:80}{A3:80}; path=/; secure; samesite=strict; httponly | .AspNetCore.Correlation.{M:43}=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/signin-oidc; secure; samesite=none | .AspNetCore.OpenIdConnect.Nonce.CfDJ8{O:120}=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/signin-oidc; secure; samesite=none
      -> https://app.example/ 200
      fetch GET https://app.example/bff/user (x-csrf=1) 200
      fetch POST https://app.example/api/todos [name] (x-csrf=1) 201
      GET https://app.example/bff/logout?sid={Q} 302 https://idp.test/connect/endsession?post_logout_redirect_uri=https%3A%2F%2Fapp.example%2Fsignout-callback-oidc&id_token_hint={I:200}&state=CfDJ8{Y:100} | __Host-bff=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/; secure; samesite=strict; httponly
      -> https://idp.test/connect/endsession?post_logout_redirect_uri=https%3A%2F%2Fapp.example%2Fsignout-callback-oidc&id_token_hint={I:200}&state=CfDJ8{Y:100} 302 https://app.example/signout-callback-oidc?state=CfDJ8{Y:100}
      -> https://app.example/signout-callback-oidc?state=CfDJ8{Y:100} 302 /
      -> https://app.example/ 200
      fetch GET https://app.example/bff/user (x-csrf=1) 401
    `,
    roles: { '__Host-bff': 'auth-token' },
    by: ['__Host-bff'],
    id: 'issued',
    end: 'signed out by link',
    csrf: 'custom-header header x-csrf',
  },
];
