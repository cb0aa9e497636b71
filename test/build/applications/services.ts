import type { Application } from './application';

/** Services in Go, Ruby and JavaScript with interfaces of their own. */
export const SERVICES: readonly Application[] = [
  {
    app: 'Rails 8, its own generator: a signed number of the session for twenty years beside the sealed one',
    source:
      'https://github.com/rails/rails/blob/main/railties/lib/rails/generators/rails/authentication/templates/app/controllers/concerns/authentication.rb.tt',
    traffic: `
      GET /posts/new 302 /session/new | _app_session={A1:60}%3D%3D--{A2:16}--{A3:22}%3D%3D; path=/; secure; httponly; samesite=lax
      -> /session/new 200 | _app_session={B1:80}{B5:30}%3D%3D--{B2:16}--{B3:22}%3D%3D; path=/; secure; httponly; samesite=lax
      POST /session [authenticity_token={T1:86} email_address password] 302 /session/new | _app_session={C1:80}{C5:30}%3D%3D--{C2:16}--{C3:22}%3D%3D; path=/; secure; httponly; samesite=lax
      -> /session/new 200 | _app_session={D1:80}{D5:30}%3D%3D--{D2:16}--{D3:22}%3D%3D; path=/; secure; httponly; samesite=lax
      POST /session [authenticity_token={T2:86} email_address password] 302 /posts/new | session_id=eyJfcmFpbHMiOnsibWVzc2FnZSI6Ik1RPT0iLCJleHAiOiIyMDQ2LTExLTMwVDEyOjAwOjAwLjAwMFoiLCJwdXIiOiJjb29raWUuc2Vzc2lvbl9pZCJ9fQ%3D%3D--31d4d96e407aad42f3c1b7a09e5d8c26aabbccdd; path=/; expires=Fri, 30 Nov 2046 12:00:00 GMT; secure; httponly; samesite=lax | _app_session={E1:80}{E5:30}%3D%3D--{E2:16}--{E3:22}%3D%3D; path=/; secure; httponly; samesite=lax
      -> /posts/new 200 | _app_session={F1:80}{F5:30}%3D%3D--{F2:16}--{F3:22}%3D%3D; path=/; secure; httponly; samesite=lax
      POST /posts [authenticity_token={T3:86} post[title]] 302 /posts/1 | _app_session={G1:80}{G5:30}%3D%3D--{G2:16}--{G3:22}%3D%3D; path=/; secure; httponly; samesite=lax
      -> /posts/1 200 | _app_session={H1:80}{H5:30}%3D%3D--{H2:16}--{H3:22}%3D%3D; path=/; secure; httponly; samesite=lax
      POST /session [_method=delete authenticity_token={T4:86}] 302 /session/new | session_id=; path=/; max-age=0; expires=Thu, 01 Jan 1970 00:00:00 GMT | _app_session={I1:80}{I5:30}%3D%3D--{I2:16}--{I3:22}%3D%3D; path=/; secure; httponly; samesite=lax
      -> /session/new 200 | _app_session={J1:80}{J5:30}%3D%3D--{J2:16}--{J3:22}%3D%3D; path=/; secure; httponly; samesite=lax
      GET /posts/new 302 /session/new | _app_session={K1:80}{K5:30}%3D%3D--{K2:16}--{K3:22}%3D%3D; path=/; secure; httponly; samesite=lax
      -> /session/new 200
    `,
    by: ['session_id'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    csrf: 'in-request field authenticity_token',
  },
  {
    app: 'Devise with OmniAuth: a form leaves for the provider, the state is in the sealed session',
    source: 'https://github.com/heartcombo/devise/wiki/OmniAuth:-Overview',
    traffic: `
      GET /users/sign_in 200 | _shop_session={A1:80}{A5:30}%3D%3D--{A2:16}--{A3:22}%3D%3D; path=/; secure; httponly; samesite=lax
      POST /users/auth/google_oauth2 [authenticity_token={T1:86}] 302 https://accounts.test/o/oauth2/auth?client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fusers%2Fauth%2Fgoogle_oauth2%2Fcallback&response_type=code&scope=email+profile&state={S:48} | _shop_session={B1:80}{B5:60}%3D%3D--{B2:16}--{B3:22}%3D%3D; path=/; secure; httponly; samesite=lax
      -> https://accounts.test/o/oauth2/auth?client_id=app&redirect_uri=https%3A%2F%2Fapp.example%2Fusers%2Fauth%2Fgoogle_oauth2%2Fcallback&response_type=code&scope=email+profile&state={S:48} 302 https://app.example/users/auth/google_oauth2/callback?state={S:48}&code=4/{K:70}&scope=email
      -> https://app.example/users/auth/google_oauth2/callback?state={S:48}&code=4/{K:70}&scope=email 302 /orders | remember_user_token=eyJfcmFpbHMiOnsibWVzc2FnZSI6Ilcxc3hYU3dpSkRKaEpERXlKRVoxT1RKdldXNGlMQ0l4TnprMU5ETTFNakF3TGpFaVhRPT0iLCJleHAiOiIyMDI2LTEyLTE0VDEyOjAwOjAwLjAwMFoiLCJwdXIiOiJjb29raWUucmVtZW1iZXJfdXNlcl90b2tlbiJ9fQ%3D%3D--9f2c71d0a4e85b3631d4d96e407aad42f3c1b7a0; path=/; expires=Mon, 14 Dec 2026 12:00:00 GMT; secure; httponly; samesite=lax | _shop_session={C1:80}{C5:88}{C6:20}%3D%3D--{C2:16}--{C3:22}%3D%3D; path=/; secure; httponly; samesite=lax
      -> https://app.example/orders 200 | _shop_session={D1:80}{D5:88}{D6:20}%3D%3D--{D2:16}--{D3:22}%3D%3D; path=/; secure; httponly; samesite=lax
      GET https://app.example/orders/7 200 | _shop_session={E1:80}{E5:88}{E6:20}%3D%3D--{E2:16}--{E3:22}%3D%3D; path=/; secure; httponly; samesite=lax
      POST https://app.example/users/sign_out [_method=delete authenticity_token={T2:86}] 303 / | remember_user_token=; path=/; max-age=0; expires=Thu, 01 Jan 1970 00:00:00 GMT | _shop_session={F1:80}%3D%3D--{F2:16}--{F3:22}%3D%3D; path=/; secure; httponly; samesite=lax
      -> https://app.example/ 200 | _shop_session={G1:80}%3D%3D--{G2:16}--{G3:22}%3D%3D; path=/; secure; httponly; samesite=lax
    `,
    roles: { remember_user_token: 'remember-me' },
    by: ['_shop_session'],
    id: 'self-contained',
    end: 'signed out by form',
    csrf: 'in-request field authenticity_token',
  },
  {
    app: 'Harbor: the id stays, a token of gorilla in a cookie and a header: fixation',
    source: 'https://github.com/goharbor/harbor/blob/main/src/server/middleware/csrf/csrf.go',
    traffic: `
      GET /account/sign-in 200 | sid={A}; Path=/; HttpOnly; Secure | _gorilla_csrf={G:86}; Path=/; HttpOnly; Secure; SameSite=Strict | __csrf={C1:86}==; Path=/; Secure; SameSite=Strict
      fetch GET /api/v2.0/users/current 401
      fetch POST /c/login [principal password] (x-harbor-csrf-token={C1:86}==) 401 | __csrf={C2:86}==; Path=/; Secure; SameSite=Strict
      fetch POST /c/login [principal password] (x-harbor-csrf-token={C2:86}==) 200 | __csrf={C3:86}==; Path=/; Secure; SameSite=Strict
      fetch GET /api/v2.0/users/current 200 | __csrf={C4:86}==; Path=/; Secure; SameSite=Strict
      fetch POST /api/v2.0/projects [project_name] (x-harbor-csrf-token={C4:86}==) 201 | __csrf={C5:86}==; Path=/; Secure; SameSite=Strict
      fetch GET /c/log_out 200 | sid={B}; Path=/; HttpOnly; Secure
      fetch GET /api/v2.0/users/current 401
    `,
    roles: { sid: 'session-id', __csrf: 'csrf-token' },
    by: ['sid'],
    id: 'not-rotated',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by script',
    csrf: 'double-submit header x-harbor-csrf-token',
  },
  {
    app: 'Rancher: a name and a secret in one token, CSRF repeated in a header',
    source: 'https://github.com/rancher/rancher/blob/main/pkg/auth/tokens/cookies.go',
    traffic: `
      GET /dashboard/auth/login 200 | CSRF=31d4d96e40; Path=/; Secure
      fetch GET /v3/users?me=true 401
      fetch POST /v3-public/localProviders/local?action=login [username password description responseType ttl] (x-api-csrf=31d4d96e40) 401
      fetch POST /v3-public/localProviders/local?action=login [username password description responseType ttl] (x-api-csrf=31d4d96e40) 200 | R_SESS=token-7xk2p:{S:54}; Path=/; Max-Age=57600; HttpOnly; Secure
      fetch GET /v3/users?me=true 200
      fetch PUT /v1/userpreferences/u-1 [data] (x-api-csrf=31d4d96e40) 200
      fetch POST /v3/tokens?action=logout (x-api-csrf=31d4d96e40) 200 | R_SESS=; Path=/; Max-Age=0; HttpOnly; Secure
      fetch GET /v3/users?me=true 401
    `,
    roles: { CSRF: 'csrf-token' },
    by: ['R_SESS'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by script',
    csrf: 'double-submit header x-api-csrf',
  },
  {
    app: 'MinIO’s console: keys instead of a name and a password, one sealed token',
    source: 'https://github.com/minio/console/blob/master/api/user_login.go',
    traffic: `
      GET /login 200
      fetch GET /api/v1/session 403
      fetch POST /api/v1/login [accessKey secretKey] 401
      fetch POST /api/v1/login [accessKey secretKey] 204 | token={T1:80}{T2:80}{T3:80}==; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax
      fetch GET /api/v1/session 200
      fetch PUT /api/v1/buckets/a/tags [tags] 200
      fetch POST /api/v1/logout [state] 200 | token=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax
      fetch GET /api/v1/session 403
    `,
    roles: { token: 'auth-token' },
    by: ['token'],
    id: 'issued',
    end: 'signed out by script',
    csrf: null,
  },
  {
    app: 'Vault: the token is in bodies and a header of its own',
    source: 'https://developer.hashicorp.com/vault/api-docs/auth/userpass',
    traffic: `
      GET /ui/vault/auth 200
      fetch POST /v1/auth/userpass/login/anna [password] 400
      fetch POST /v1/auth/userpass/login/anna [password] 200
      fetch GET /v1/sys/internal/ui/mounts (x-vault-token=hvs.{T:90}) 200
      fetch POST /v1/secret/data/a [data] (x-vault-token=hvs.{T:90}) 200
      fetch POST /v1/auth/token/revoke-self (x-vault-token=hvs.{T:90}) 204
    `,
    attempts: ['password refused', 'password succeeded'],
  },
  {
    app: 'a refresh token at a path of its own, another with each use, the access token in bodies',
    source: 'https://docs.nestjs.com/security/authentication',
    traffic: `
      GET / 200
      fetch POST /auth/login [email password] 401
      fetch POST /auth/login [email password] 200 | jid={R1:64}; Path=/auth/refresh; Max-Age=604800; HttpOnly; Secure; SameSite=Strict
      fetch GET /api/me (authorization=Bearer_{T1:120}) 200
      wait 900
      fetch GET /api/me (authorization=Bearer_{T1:120}) 401
      fetch POST /auth/refresh 200 | jid={R2:64}; Path=/auth/refresh; Max-Age=604800; HttpOnly; Secure; SameSite=Strict
      fetch GET /api/me (authorization=Bearer_{T2:120}) 200
      fetch POST /api/items [name] (authorization=Bearer_{T2:120}) 201
      fetch POST /auth/logout (authorization=Bearer_{T2:120}) 204 | jid=; Path=/auth/refresh; Max-Age=0; HttpOnly; Secure; SameSite=Strict
    `,
    attempts: ['password refused', 'password succeeded'],
  },
  {
    app: 'Koa with koa-session: the session in base64 beside its signature, dated anew by each answer',
    source: 'https://github.com/koajs/session',
    traffic: `
      GET /inside 302 /login | koa.sess=eyJ2aWV3cyI6MSwiX2V4cGlyZSI6MTc5NTUyMTYwMDAwMCwiX21heEFnZSI6ODY0MDAwMDB9; path=/; expires=Tue, 01 Dec 2026 12:00:00 GMT; httponly | koa.sess.sig={S1:27}; path=/; expires=Tue, 01 Dec 2026 12:00:00 GMT; httponly
      -> /login 200 | koa.sess=eyJ2aWV3cyI6MiwiX2V4cGlyZSI6MTc5NTUyMTYwMTAwMCwiX21heEFnZSI6ODY0MDAwMDB9; path=/; expires=Tue, 01 Dec 2026 12:00:01 GMT; httponly | koa.sess.sig={S2:27}; path=/; expires=Tue, 01 Dec 2026 12:00:01 GMT; httponly
      POST /login [username password] 302 /login?e=1
      -> /login?e=1 200
      POST /login [username password] 302 /inside | koa.sess=eyJ2aWV3cyI6MiwidXNlciI6NywiX2V4cGlyZSI6MTc5NTUyMTYwMjAwMCwiX21heEFnZSI6ODY0MDAwMDB9; path=/; expires=Tue, 01 Dec 2026 12:00:02 GMT; httponly | koa.sess.sig={S3:27}; path=/; expires=Tue, 01 Dec 2026 12:00:02 GMT; httponly
      -> /inside 200 | koa.sess=eyJ2aWV3cyI6MywidXNlciI6NywiX2V4cGlyZSI6MTc5NTUyMTYwMzAwMCwiX21heEFnZSI6ODY0MDAwMDB9; path=/; expires=Tue, 01 Dec 2026 12:00:03 GMT; httponly | koa.sess.sig={S4:27}; path=/; expires=Tue, 01 Dec 2026 12:00:03 GMT; httponly
      GET /mail 200 | koa.sess=eyJ2aWV3cyI6NCwidXNlciI6NywiX2V4cGlyZSI6MTc5NTUyMTYwNDAwMCwiX21heEFnZSI6ODY0MDAwMDB9; path=/; expires=Tue, 01 Dec 2026 12:00:04 GMT; httponly | koa.sess.sig={S5:27}; path=/; expires=Tue, 01 Dec 2026 12:00:04 GMT; httponly
      GET /logout 302 / | koa.sess=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT; httponly | koa.sess.sig=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT; httponly
      -> / 200
    `,
    by: ['koa.sess'],
    id: 'self-contained',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by link',
    csrf: null,
  },
  {
    app: 'Lucia: one id, given for longer again and again with the same value',
    source: 'https://lucia-auth.com/sessions/cookies/',
    traffic: `
      GET /inside 302 /login
      -> /login 200
      POST /login [username password] 400
      POST /login [username password] 302 /inside | auth_session={A:40}; HttpOnly; Max-Age=2592000; Path=/; SameSite=Lax; Secure
      -> /inside 200 | auth_session={A:40}; HttpOnly; Max-Age=2592000; Path=/; SameSite=Lax; Secure
      GET /orders 200 | auth_session={A:40}; HttpOnly; Max-Age=2592000; Path=/; SameSite=Lax; Secure
      POST /logout [] 302 /login | auth_session=; HttpOnly; Max-Age=0; Path=/; SameSite=Lax; Secure
      -> /login 200
    `,
    roles: { auth_session: 'session-id' },
    by: ['auth_session'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by form',
    csrf: null,
  },
];
