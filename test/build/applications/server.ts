import type { Application } from './application';

/** Applications in Java, .NET, Go and Python. */
export const SERVER: readonly Application[] = [
  {
    app: 'Gitea',
    source: 'https://github.com/go-gitea/gitea/blob/main/custom/conf/app.example.ini',
    traffic: `
      GET /user/login 200 | i_like_gitea={A:16}; Path=/; HttpOnly; SameSite=Lax | _csrf={T:32}%3AMTcwMDAwMDAwMDAwMDAwMDAwMA; Path=/; Max-Age=86400; HttpOnly; SameSite=Lax
      POST /user/login [_csrf={T:32}:MTcwMDAwMDAwMDAwMDAwMDAwMA user_name password] 200
      POST /user/login [_csrf={T:32}:MTcwMDAwMDAwMDAwMDAwMDAwMA user_name password remember=on] 303 / | i_like_gitea={B:16}; Path=/; HttpOnly; SameSite=Lax | gitea_incredible={R:40}; Path=/; Max-Age=2678400; HttpOnly; SameSite=Lax | lang=en-US; Path=/; HttpOnly; SameSite=Lax | _csrf={U:32}%3AMTcwMDAwMDAwMDAwMDAwMDAwMQ; Path=/; Max-Age=86400; HttpOnly; SameSite=Lax
      -> / 200
      POST /repo/create [_csrf={U:32}:MTcwMDAwMDAwMDAwMDAwMDAwMQ repo_name description] 303 /anna/x
      -> /anna/x 200
      fetch POST /user/logout [] (x-csrf-token={U:32}:MTcwMDAwMDAwMDAwMDAwMDAwMQ) 200 | i_like_gitea=; Path=/; Max-Age=0 | gitea_incredible=; Path=/; Max-Age=0 | _csrf=; Path=/; Max-Age=0
      GET / 200 | i_like_gitea={C:16}; Path=/; HttpOnly; SameSite=Lax
    `,
    roles: { i_like_gitea: 'session-id', _csrf: 'csrf-token', gitea_incredible: 'remember-me', lang: 'preference' },
    by: ['i_like_gitea'],
    id: 'rotated',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by script',
    csrf: 'double-submit field _csrf',
  },
  {
    app: 'Forgejo, where a reverse proxy keeps the id',
    source: 'https://codeberg.org/forgejo/forgejo/src/branch/forgejo/custom/conf/app.example.ini',
    traffic: `
      GET /user/login 200 | session={A:16}; Path=/; HttpOnly; SameSite=Lax
      GET /user/settings 303 /user/login
      -> /user/login 200
      POST /user/login [user_name password remember=on] 303 /user/settings | persistent={R:20}%3A{Q:60}; Path=/; Max-Age=2678400; HttpOnly; SameSite=Lax
      -> /user/settings 200
      GET /issues 200
    `,
    roles: { session: 'session-id', persistent: 'remember-me' },
    by: ['session'],
    id: 'not-rotated',
  },
  {
    app: 'Spring Security with a form and remember-me',
    source: 'https://docs.spring.io/spring-security/reference/servlet/authentication/session-management.html',
    traffic: `
      GET / 302 /login | JSESSIONID=3F2504E04F8911D39A0C0305E82C3301; Path=/; HttpOnly
      -> /login 200
      POST /login [username password _csrf={T:96}] 302 /login?error
      -> /login?error 200
      POST /login [username password remember-me=on _csrf={T:96}] 302 / | JSESSIONID=9B8A7C6D5E4F3A2B1C0D9E8F7A6B5C4D; Path=/; HttpOnly | remember-me=YW5uYToxNzAwMDAwMDAwMDAwOlNIQTI1Njo5Zjg2ZDA4MTg4NGM3ZDY1OWEyZmVhYTBjNTVhZDAxNQ; Max-Age=1209600; Path=/; HttpOnly
      -> / 200
      POST /profile [name _csrf={U:96}] 302 /profile
      -> /profile 200
      POST /logout [_csrf={U:96}] 302 /login?logout | JSESSIONID=; Max-Age=0; Path=/ | remember-me=; Max-Age=0; Path=/
      -> /login?logout 200
    `,
    roles: { JSESSIONID: 'session-id', 'remember-me': 'remember-me' },
    by: ['JSESSIONID'],
    id: 'rotated',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by form',
    csrf: 'in-request field _csrf',
  },
  {
    app: 'Spring Security without session fixation protection, XSRF-TOKEN for scripts',
    source: 'https://docs.spring.io/spring-security/reference/servlet/exploits/csrf.html#csrf-integration-javascript-spa',
    traffic: `
      GET / 200 | XSRF-TOKEN=3f2504e0-4f89-11d3-9a0c-0305e82c3301; Path=/ | JSESSIONID=3F2504E04F8911D39A0C0305E82C3301; Path=/; HttpOnly
      fetch GET /api/me 401
      fetch POST /login [username password remember-me=true] (x-xsrf-token=3f2504e0-4f89-11d3-9a0c-0305e82c3301) 200 | remember-me=YW5uYToxNzAwMDAwMDAwMDAwOlNIQTI1Njo5Zjg2ZDA4MTg4NGM3ZDY1OWEyZmVhYTBjNTVhZDAxNQ; Max-Age=1209600; Path=/; HttpOnly | XSRF-TOKEN=; Max-Age=0; Path=/
      fetch GET /api/me 200 | XSRF-TOKEN=9b8a7c6d-5e4f-11d3-9a0c-0305e82c3301; Path=/
      fetch POST /api/orders [item] (x-xsrf-token=9b8a7c6d-5e4f-11d3-9a0c-0305e82c3301) 201
      fetch POST /logout [] (x-xsrf-token=9b8a7c6d-5e4f-11d3-9a0c-0305e82c3301) 204 | JSESSIONID=; Max-Age=0; Path=/ | remember-me=; Max-Age=0; Path=/
      fetch GET /api/me 401
    `,
    roles: { JSESSIONID: 'session-id', 'XSRF-TOKEN': 'csrf-token', 'remember-me': 'remember-me' },
    by: ['JSESSIONID'],
    id: 'not-rotated',
    end: 'signed out by script',
    csrf: 'double-submit header x-xsrf-token',
  },
  {
    app: 'Jenkins',
    source: 'https://www.jenkins.io/doc/book/security/csrf-protection/',
    traffic: `
      GET / 403 | JSESSIONID.a1b2c3d4=node01x2y3z4a5b6c7d8e9f0g.node0; Path=/; HttpOnly
      GET /login?from=%2F 200
      POST /j_spring_security_check [j_username j_password from Submit] 302 /loginError
      -> /loginError 401
      POST /j_spring_security_check [j_username j_password remember_me=on from Submit] 302 / | remember-me=YW5uYToxNzAwMDAwMDAwMDAwOjlmODZkMDgxODg0YzdkNjU5YTJmZWFhMGM1NWFkMDE1YTNiZjRmMWIyYjBiODIyY2QxNWQ2YzE1YjBmMDBhMDg; Max-Age=1209600; Path=/; HttpOnly | JSESSIONID.a1b2c3d4=node0q9w8e7r6t5y4u3i2o1p.node0; Path=/; HttpOnly
      -> / 200
      POST /createItem [name mode Jenkins-Crumb={K:64} json] 302 /job/x/configure
      -> /job/x/configure 200
      fetch POST /ajaxBuildQueue [x] (jenkins-crumb={K:64}) 200
      GET /logout 302 / | remember-me=""; Max-Age=0; Path=/ | JSESSIONID.a1b2c3d4=""; Max-Age=0; Path=/
      -> / 403
    `,
    roles: { 'JSESSIONID.a1b2c3d4': 'session-id', 'remember-me': 'remember-me' },
    by: ['JSESSIONID.a1b2c3d4'],
    id: 'rotated',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by link',
    csrf: 'in-request field Jenkins-Crumb',
  },
  {
    app: 'ASP.NET Core Identity',
    source: 'https://learn.microsoft.com/aspnet/core/security/authentication/identity',
    traffic: `
      GET /Identity/Account/Login 200 | .AspNetCore.Antiforgery.Xyz1_9aBcDe=CfDJ8{F:80}; path=/; samesite=strict; httponly
      POST /Identity/Account/Login [Input.Email Input.Password __RequestVerificationToken=CfDJ8{T:80} Input.RememberMe=false] 200
      POST /Identity/Account/Login [Input.Email Input.Password __RequestVerificationToken=CfDJ8{U:80} Input.RememberMe=true] 302 / | .AspNetCore.Identity.Application=CfDJ8{A:80}{B:80}{C:80}; expires=Mon, 14 Dec 2026 12:00:00 GMT; path=/; samesite=lax; httponly
      -> / 200
      GET /Privacy 200
      POST /Identity/Account/Logout [__RequestVerificationToken=CfDJ8{V:80}] 302 / | .AspNetCore.Identity.Application=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/; samesite=lax; httponly
      -> / 200
    `,
    roles: { '.AspNetCore.Identity.Application': 'auth-token', '.AspNetCore.Antiforgery.Xyz1_9aBcDe': 'csrf-token' },
    by: ['.AspNetCore.Identity.Application'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by form',
    csrf: 'paired field __RequestVerificationToken',
  },
  {
    app: 'Odoo',
    source: 'https://github.com/odoo/odoo/blob/17.0/odoo/http.py',
    traffic: `
      GET /web/login 200 | session_id={A:40}; Max-Age=604800; HttpOnly; Path=/ | frontend_lang=en_US; Path=/
      POST /web/login [csrf_token={T:56} login password redirect] 200
      POST /web/login [csrf_token={U:56} login password redirect] 303 /web | session_id={B:40}; Max-Age=604800; HttpOnly; Path=/
      -> /web 200 | cids=1; Path=/
      fetch POST /web/dataset/call_kw/res.users/read [jsonrpc method] 200
      GET /web/session/logout 303 /web/login | session_id={C:40}; Max-Age=604800; HttpOnly; Path=/
      -> /web/login 200
    `,
    roles: { session_id: 'session-id', frontend_lang: 'preference' },
    by: ['session_id'],
    id: 'rotated',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by link',
    csrf: 'in-request field csrf_token',
  },
  {
    app: 'Grafana',
    source: 'https://github.com/grafana/grafana/blob/main/pkg/services/authn/authn.go',
    traffic: `
      GET /login 200 | redirect_to=%2F; Path=/; HttpOnly; SameSite=Lax
      fetch POST /login [user password] 401
      fetch POST /login [user password] 200 | grafana_session={A}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax | grafana_session_expiry=1764500000; Path=/; Max-Age=2592000; SameSite=Lax
      GET / 200
      fetch POST /api/user/auth-tokens/rotate 200 | grafana_session={B}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax | grafana_session_expiry=1764500600; Path=/; Max-Age=2592000; SameSite=Lax
      fetch GET /api/search 200
      GET /logout 302 /login | grafana_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax | grafana_session_expiry=; Path=/; Max-Age=0; SameSite=Lax
      -> /login 200
    `,
    roles: { grafana_session: 'session-id', grafana_session_expiry: 'preference' },
    by: ['grafana_session'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by link',
    csrf: null,
  },
  {
    app: 'authentik: the id is within a JWT',
    source: 'https://github.com/goauthentik/authentik/blob/main/authentik/root/middleware.py',
    traffic: `
      GET /if/flow/default-authentication-flow/ 200 | authentik_session=${sessionJwt('aaaabbbbccccdddd0000111122223333', null)}; HttpOnly; Path=/; SameSite=Lax | authentik_csrf={T:32}; Max-Age=31449600; Path=/; SameSite=Lax
      fetch POST /api/v3/flows/executor/default-authentication-flow/ [component uid_field password] (x-authentik-csrf={T:32}) 200
      fetch POST /api/v3/flows/executor/default-authentication-flow/ [component password] (x-authentik-csrf={T:32}) 200 | authentik_session=${sessionJwt('9999888877776666555544443333222a', 'anna')}; HttpOnly; Path=/; SameSite=Lax
      GET /if/user/ 200
      fetch GET /api/v3/core/users/me/ 200
      GET /flows/-/default/invalidation/ 302 /if/flow/default-invalidation-flow/ | authentik_session=${sessionJwt('bbbbcccc77776666555544443333222b', null)}; HttpOnly; Path=/; SameSite=Lax
      -> /if/flow/default-invalidation-flow/ 200
    `,
    roles: { authentik_session: 'session-id', authentik_csrf: 'csrf-token' },
    by: ['authentik_session'],
    id: 'rotated',
    csrf: 'double-submit header x-authentik-csrf',
  },
  {
    app: 'the same where the id within the JWT stays: fixation',
    source: 'https://github.com/goauthentik/authentik/blob/main/authentik/root/middleware.py',
    traffic: `
      GET /account 302 /login | jwt_session=${sessionJwt('aaaabbbbccccdddd0000111122223333', null)}; HttpOnly; Path=/; SameSite=Lax
      -> /login 200
      POST /login [username password] 302 /account | jwt_session=${sessionJwt('aaaabbbbccccdddd0000111122223333', 'anna')}; HttpOnly; Path=/; SameSite=Lax
      -> /account 200
      GET /mail 200
    `,
    by: ['jwt_session'],
    id: 'not-rotated',
  },
  {
    app: 'Jupyter',
    source: 'https://github.com/jupyter-server/jupyter_server/blob/main/jupyter_server/auth/login.py',
    traffic: `
      GET /tree 302 /login?next=%2Ftree
      -> /login?next=%2Ftree 200 | _xsrf=2|1a2b3c4d|5e6f708192a3b4c5d6e7f80918273645|1764500000; Path=/; expires=Wed, 30 Dec 2026 12:00:00 GMT
      POST /login?next=%2Ftree [_xsrf=2|1a2b3c4d|5e6f708192a3b4c5d6e7f80918273645|1764500000 password] 401
      POST /login?next=%2Ftree [_xsrf=2|1a2b3c4d|5e6f708192a3b4c5d6e7f80918273645|1764500000 password] 302 /tree | username-app-8888="2|1:0|10:1764500010|17:username-app-8888|44:YWFhYmJiY2NjZGRkZWVlZmZmMTExMjIyMzMzNDQ0NTU1|9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"; expires=Wed, 30 Dec 2026 12:00:00 GMT; HttpOnly; Path=/
      -> /tree 200
      fetch POST /api/sessions [kernel] (x-xsrftoken=2|1a2b3c4d|5e6f708192a3b4c5d6e7f80918273645|1764500000) 201
      GET /logout 200 | username-app-8888=""; expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/
    `,
    roles: { _xsrf: 'csrf-token', 'username-app-8888': 'auth-token' },
    by: ['username-app-8888'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by link',
    csrf: 'double-submit field _xsrf',
  },
];

function sessionJwt(sid: string, sub: string | null): string {
  const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
  const payload = {
    sid,
    iss: 'authentik',
    sub: sub ?? 'anonymous',
    authenticated: sub !== null,
    acr: 'goauthentik.io/core/default',
  };
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(payload)}.${Buffer.alloc(32, sid + sub).toString('base64url')}`;
}
