import type { Application } from './application';

/** Applications in Python. */
export const PYTHON: readonly Application[] = [
  {
    app: 'django-allauth without pages: a call answers 401 where somebody has signed out',
    source: 'https://docs.allauth.org/en/latest/headless/openapi-specification/',
    traffic: `
      GET /account/login 200
      fetch GET /_allauth/browser/v1/config 200 | csrftoken={T:32}; Path=/; Max-Age=31449600; SameSite=Lax
      fetch GET /_allauth/browser/v1/auth/session 401
      fetch POST /_allauth/browser/v1/auth/login [username password] (x-csrftoken={T:32}) 400
      fetch POST /_allauth/browser/v1/auth/login [username password] (x-csrftoken={T:32}) 200 | csrftoken={U:32}; Path=/; Max-Age=31449600; SameSite=Lax | sessionid={A:32}; Path=/; Max-Age=1209600; HttpOnly; SameSite=Lax
      fetch GET /api/orders 200
      fetch POST /api/orders [item] (x-csrftoken={U:32}) 201
      fetch DELETE /_allauth/browser/v1/auth/session (x-csrftoken={U:32}) 401 | sessionid=""; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; SameSite=Lax
      fetch GET /_allauth/browser/v1/auth/session 401
    `,
    roles: { sessionid: 'session-id', csrftoken: 'csrf-token' },
    by: ['sessionid'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by script',
    csrf: 'double-submit header x-csrftoken',
  },
  {
    app: 'FastAPI Users: a JWT in a cookie, issued with 204',
    source: 'https://fastapi-users.github.io/fastapi-users/latest/configuration/authentication/transports/cookie/',
    traffic: `
      GET / 200
      fetch GET /users/me 401
      fetch POST /auth/jwt/login [username password] 400
      fetch POST /auth/jwt/login [username password] 204 | fastapiusersauth=eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI0ZDlkMDJlMC0xYjJhLTRjM2QtOGU0Zi01YTZiN2M4ZDllMGYiLCJhdWQiOlsiZmFzdGFwaS11c2VyczphdXRoIl0sImV4cCI6MTc5NTQzODgwMH0.{S:43}; HttpOnly; Max-Age=3600; Path=/; SameSite=lax; Secure
      fetch GET /users/me 200
      fetch PATCH /users/me [full_name] 200
      fetch POST /auth/jwt/logout 204 | fastapiusersauth=""; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure
      fetch GET /users/me 401
    `,
    roles: { fastapiusersauth: 'auth-token' },
    by: ['fastapiusersauth'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by script',
    csrf: null,
  },
  {
    app: 'Trac with its account manager: a token in a cookie that forms repeat, settings of the anonymous beside it',
    source: 'https://trac.edgewall.org/browser/trunk/trac/web/auth.py',
    traffic: `
      GET /newticket 403 | trac_form_token={F:24}; Path=/; Secure; HttpOnly | trac_session={N:24}; Path=/; expires=Sat, 27 Feb 2027 12:00:00 GMT
      GET /login 200
      POST /login [__FORM_TOKEN={F:24} referer user password] 200
      POST /login [__FORM_TOKEN={F:24} referer user password] 303 /newticket | trac_auth={A:32}; Path=/; Secure; HttpOnly
      -> /newticket 200
      POST /newticket [__FORM_TOKEN={F:24} field_summary submit] 303 /ticket/12
      -> /ticket/12 200
      POST /logout [__FORM_TOKEN={F:24}] 303 /wiki | trac_auth=; Path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT
      -> /wiki 200
      GET /newticket 403
    `,
    roles: { trac_form_token: 'csrf-token' },
    by: ['trac_auth'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by form',
    csrf: 'double-submit field __FORM_TOKEN',
  },
  {
    app: 'Pyramid: a ticket with its time and the user’s name, dated anew while it is used',
    source: 'https://docs.pylonsproject.org/projects/pyramid/en/latest/api/authentication.html',
    traffic: `
      GET /edit 302 /login?came_from=%2Fedit
      -> /login?came_from=%2Fedit 200
      POST /login [login password came_from form.submitted] 200
      POST /login [login password came_from form.submitted] 302 /edit | auth_tkt={H1:64}{H2:64}6b0c5a40YW5uYQ%3D%3D!userid_type:b64unicode; Path=/; HttpOnly; SameSite=Lax
      -> /edit 200
      wait 400
      GET /page 200 | auth_tkt={I1:64}{I2:64}6b0c5bd0YW5uYQ%3D%3D!userid_type:b64unicode; Path=/; HttpOnly; SameSite=Lax
      GET /page2 200
      GET /logout 302 / | auth_tkt=; Path=/; Max-Age=0; expires=Thu, 01 Jan 1970 00:00:00 GMT
      -> / 200
    `,
    roles: { auth_tkt: 'auth-token' },
    by: ['auth_tkt'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by link',
    csrf: null,
  },
  {
    app: 'JupyterHub: a login cookie for the hub’s path, an id of the browser’s session beside it',
    source: 'https://jupyterhub.readthedocs.io/en/stable/explanation/oauth.html',
    traffic: `
      GET /hub/home 302 /hub/login?next=%2Fhub%2Fhome
      -> /hub/login?next=%2Fhub%2Fhome 200 | _xsrf=2|5d0c1b2a|9a8b7c6d5e4f30211203f4e5d6c7b8a9|1795435200; HttpOnly; Path=/hub/
      POST /hub/login?next=%2Fhub%2Fhome [_xsrf=2|5d0c1b2a|9a8b7c6d5e4f30211203f4e5d6c7b8a9|1795435200 username password] 403
      POST /hub/login?next=%2Fhub%2Fhome [_xsrf=2|5d0c1b2a|9a8b7c6d5e4f30211203f4e5d6c7b8a9|1795435200 username password] 302 /hub/home | jupyterhub-session-id={J}; HttpOnly; Path=/ | jupyterhub-hub-login="2|1:0|10:1795435210|20:jupyterhub-hub-login|44:{U:43}=|{M1:64}"; expires=Tue, 15 Dec 2026 12:00:00 GMT; HttpOnly; Path=/hub/
      -> /hub/home 200 | _xsrf=2|1d2c3b4a|0a1b2c3d4e5f60718293a4b5c6d7e8f9|1795435211; HttpOnly; Path=/hub/
      GET /hub/token 200
      fetch POST /hub/api/users/anna/tokens [note] (x-xsrftoken=2|1d2c3b4a|0a1b2c3d4e5f60718293a4b5c6d7e8f9|1795435211) 201
      GET /hub/logout 302 /hub/login | jupyterhub-hub-login=""; expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/hub/ | jupyterhub-session-id=""; expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/
      -> /hub/login 200
    `,
    roles: { _xsrf: 'csrf-token' },
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by link',
  },
  {
    app: 'Home Assistant: a flow of calls, the token in bodies and in a header only',
    source: 'https://developers.home-assistant.io/docs/auth_api/',
    traffic: `
      GET /auth/authorize?response_type=code&redirect_uri=https%3A%2F%2Fapp.example%2F%3Fauth_callback%3D1&client_id=https%3A%2F%2Fapp.example%2F&state={S:60} 200
      fetch GET /auth/providers 200
      fetch POST /auth/login_flow [client_id handler redirect_uri] 200
      fetch POST /auth/login_flow/{F} [username password client_id] 200
      fetch POST /auth/login_flow/{F} [username password client_id] 200
      GET /?auth_callback=1&code={C}&state={S:60} 200
      fetch POST /auth/token [client_id code grant_type] 200
      fetch GET /api/states (authorization=Bearer_{T:120}) 200
      fetch POST /api/services/light/turn_on [entity_id] (authorization=Bearer_{T:120}) 200
    `,
    csrf: null,
  },
  {
    app: 'Sentry: the id is issued, and a password asked for again issues a cookie of its own',
    source: 'https://github.com/getsentry/sentry/blob/master/src/sentry/auth/superuser.py',
    traffic: `
      GET /settings/ 302 /auth/login/ | sc={C:32}; Path=/; Max-Age=31449600; HttpOnly; SameSite=Lax
      -> /auth/login/ 200 | sentrysid=".eJ{A1:40}:1vQ2Xa:{A2:43}"; Path=/; Max-Age=1209600; HttpOnly; SameSite=Lax
      POST /auth/login/ [op=login username password csrfmiddlewaretoken={M1:64}] 200
      POST /auth/login/ [op=login username password csrfmiddlewaretoken={M2:64}] 302 /settings/ | sentrysid=".eJ{B1:80}:1vQ2Xb:{B2:43}"; Path=/; Max-Age=1209600; HttpOnly; SameSite=Lax | sc={D:32}; Path=/; Max-Age=31449600; HttpOnly; SameSite=Lax
      -> /settings/ 200
      fetch PUT /api/0/auth/ [password isSuperuserModal] (x-csrftoken={M3:64}) 200 | su={U1:30}:1vQ2Xc:{U2:43}; Path=/; Max-Age=7200; HttpOnly; SameSite=Lax
      GET /manage/ 200
      fetch DELETE /api/0/auth/ (x-csrftoken={M4:64}) 204 | sentrysid=""; Path=/; Max-Age=0; expires=Thu, 01 Jan 1970 00:00:00 GMT | su=""; Path=/; Max-Age=0; expires=Thu, 01 Jan 1970 00:00:00 GMT
      GET /auth/login/ 200
    `,
    roles: { sc: 'csrf-token' },
    by: ['sentrysid'],
    end: 'signed out by script',
  },
];
