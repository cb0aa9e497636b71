import type { Application } from './application';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const base64url = (text: string): string => Buffer.from(text).toString('base64url');
/** gorilla/securecookie: time, sealed value and authentication code, in base64. */
const gorilla = (label: string): string => base64url(`1795435200|${label.repeat(60)}|${label}abcdefghijklmnopqrstuvwxyz01234`);
/** Plug: the session as an Erlang term, signed; `SFMyNTY` is HS256. */
const plug = (term: string, label: string): string => `SFMyNTY.${base64url(`\x83t\0\0\0\x01m\0\0\0\x0b${term}`)}.{${label}:43}`;
const play = (data: string, label: string): string =>
  `${base64url('{"alg":"HS256"}')}.${base64url(`{"data":{${data}},"nbf":1795435200,"iat":1795435200}`)}.{${label}:43}`;
/** Tornado: version, fields with their lengths, time, name, value, signature. */
const tornado = (value: string, time: number, label: string): string =>
  `"2|1:0|10:${time}|4:user|${base64(value).length}:${base64(value)}|{${label}}{${label}0}"`;

/** Applications in Go, Elixir, Scala, Python and Rust that seal or sign their session. */
export const COMPILED: readonly Application[] = [
  {
    app: 'gorilla/sessions: the session sealed in its cookie, sealed anew by each answer',
    source: 'https://github.com/gorilla/securecookie',
    traffic: `
      GET /inside 303 /enter | app=${gorilla('a')}; Path=/; HttpOnly; Max-Age=2592000
      -> /enter 200
      POST /enter [gorilla.csrf.Token={T1:88} email password] 303 /inside | app=${gorilla('b')}; Path=/; HttpOnly; Max-Age=2592000
      -> /inside 200 | app=${gorilla('c')}; Path=/; HttpOnly; Max-Age=2592000
      POST /inside/note [gorilla.csrf.Token={T2:88} text] 303 /inside | app=${gorilla('d')}; Path=/; HttpOnly; Max-Age=2592000
      -> /inside 200 | app=${gorilla('e')}; Path=/; HttpOnly; Max-Age=2592000
    `,
    by: ['app'],
    attempts: ['password succeeded'],
    csrf: 'in-request field gorilla.csrf.Token',
  },
  {
    app: 'Phoenix with phx.gen.auth: the session signed in its cookie, remembered by another',
    source: 'https://hexdocs.pm/phoenix/mix_phx_gen_auth.html',
    traffic: `
      GET /users/settings 302 /users/log_in | _shop_key=${plug('_csrf_tokenm\0\0\0\x18aaaaaaaaaaaaaaaaaaaaaaaa', 'A')}; Path=/; HttpOnly; SameSite=Lax
      -> /users/log_in 200
      POST /users/log_in [_csrf_token={T1:56} user[email] user[password] user[remember_me]=true] 302 /users/settings | _shop_key=${plug('user_tokenm\0\0\0\x20bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 'B')}; Path=/; HttpOnly; SameSite=Lax | _shop_web_user_remember_me=${plug('cccccccccccccccccccccccc', 'R')}; Path=/; Max-Age=5184000; HttpOnly; SameSite=Lax
      -> /users/settings 200
      POST /users/settings [_csrf_token={T2:56} name] 302 /users/settings
      -> /users/settings 200
      POST /users/log_out [_method=delete _csrf_token={T3:56}] 302 / | _shop_key=${plug('_csrf_tokenm\0\0\0\x18dddddddddddddddddddddddd', 'C')}; Path=/; HttpOnly; SameSite=Lax | _shop_web_user_remember_me=; Path=/; Max-Age=0
      -> / 200
    `,
    roles: { _shop_key: 'session-id', _shop_web_user_remember_me: 'remember-me' },
    by: ['_shop_key'],
    id: 'self-contained',
    csrf: 'in-request field _csrf_token',
    end: 'signed out by form',
  },
  {
    app: 'Play: a JWT as the session, in which an id of its own stays: fixation',
    source: 'https://www.playframework.com/documentation/latest/SettingsSession',
    traffic: `
      GET /app 303 /login | PLAY_SESSION=${play('"sessionId":"f9c7aa0012deadbeef4455667788"', 'A')}; Path=/; HttpOnly; SameSite=Lax
      -> /login 200
      POST /login [csrfToken={T1:60} email password] 303 /app | PLAY_SESSION=${play('"sessionId":"f9c7aa0012deadbeef4455667788","role":"user"', 'B')}; Path=/; HttpOnly; SameSite=Lax
      -> /app 200
      GET /app/orders 200
    `,
    roles: { PLAY_SESSION: 'session-id' },
    by: ['PLAY_SESSION'],
    id: 'not-rotated',
  },
  {
    app: 'Play: a JWT as the session, which names the user from the sign-in on',
    source: 'https://www.playframework.com/documentation/latest/SettingsSession',
    traffic: `
      GET /app 303 /login | PLAY_SESSION=${play('"csrfToken":"f9c7aa0012deadbeef4455667788"', 'A')}; Path=/; HttpOnly; SameSite=Lax
      -> /login 200
      POST /login [csrfToken={T1:60} email password] 303 /app | PLAY_SESSION=${play('"csrfToken":"f9c7aa0012deadbeef4455667788","username":"anna"', 'B')}; Path=/; HttpOnly; SameSite=Lax
      -> /app 200
      GET /app/orders 200
    `,
    by: ['PLAY_SESSION'],
    id: 'self-contained',
  },
  {
    app: 'Tornado: the user signed in a cookie of its own, a token against forgery masked anew',
    source: 'https://www.tornadoweb.org/en/stable/guide/security.html',
    traffic: `
      GET / 302 /login?next=%2F | _xsrf=2|5a1b2c3d|{X}|1795435200; Path=/; Max-Age=2592000
      -> /login?next=%2F 200
      POST /login?next=%2F [_xsrf=2|6a1b2c3d|{X1}|1795435200 name password] 302 / | user=${tornado('"7"', 1795435260, 'S')}; Path=/; Max-Age=2592000; HttpOnly
      -> / 200
      POST /note [_xsrf=2|7a1b2c3d|{X2}|1795435200 text] 302 /
      -> / 200
      GET /logout 302 /login | user=; Path=/; Max-Age=0
      -> /login 200
    `,
    roles: { user: 'auth-token', _xsrf: 'csrf-token' },
    by: ['user'],
    id: 'issued',
    csrf: 'paired field _xsrf',
    end: 'signed out by link',
  },
  {
    app: 'Django with allauth, remembered: the session renewed, the token renewed',
    source: 'https://docs.allauth.org/en/latest/account/configuration.html',
    traffic: `
      GET /profile/ 302 /accounts/login/?next=/profile/
      -> /accounts/login/?next=/profile/ 200 | csrftoken={T:32}; Path=/; Max-Age=31449600; SameSite=Lax
      POST /accounts/login/ [csrfmiddlewaretoken={M:64} login password next=/profile/] 200 | messages=W1siX19qc29uX21lc3NhZ2UiLDAsMjUsIk5vIl1d:{S:43}; Path=/; HttpOnly; SameSite=Lax
      POST /accounts/login/ [csrfmiddlewaretoken={N:64} login password remember=on next=/profile/] 302 /profile/ | sessionid={s:32}; Path=/; Max-Age=1209600; HttpOnly; SameSite=Lax | csrftoken={U:32}; Path=/; Max-Age=31449600; SameSite=Lax
      -> /profile/ 200 | messages=; Path=/; Max-Age=0
      POST /profile/ [csrfmiddlewaretoken={O:64} first_name] 302 /profile/
      -> /profile/ 200
      POST /accounts/logout/ [csrfmiddlewaretoken={P:64}] 302 / | sessionid=; Path=/; Max-Age=0
      -> / 200
    `,
    roles: { sessionid: 'session-id', csrftoken: 'csrf-token', messages: 'preference' },
    by: ['sessionid'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    csrf: 'paired field csrfmiddlewaretoken',
    end: 'signed out by form',
  },
  {
    app: 'Superset on Flask-AppBuilder: a session of itsdangerous before and after',
    source: 'https://github.com/apache/superset/blob/master/superset/config.py',
    traffic: `
      GET /superset/welcome/ 302 /login/ | session=${base64url('{"_fresh":false,"csrf_token":"0123456789abcdef0123456789abcdef01234567"}')}.abcdeg.{A:27}; Path=/; HttpOnly; SameSite=Lax
      -> /login/ 200
      POST /login/ [csrf_token={T1:91} username password] 302 /superset/welcome/ | session=${base64url('{"_fresh":true,"_id":"f00d","_user_id":"1","csrf_token":"0123456789abcdef0123456789abcdef01234567"}')}.abcdeh.{B:27}; Path=/; HttpOnly; SameSite=Lax
      -> /superset/welcome/ 200
      fetch POST /api/v1/chart/data [form_data] (x-csrftoken={T1:91}) 200
      GET /logout/ 302 /login/ | session=${base64url('{"_fresh":false}')}.abcdei.{C:27}; Path=/; HttpOnly; SameSite=Lax
      -> /login/ 200
    `,
    roles: { session: 'session-id' },
    by: ['session'],
    id: 'self-contained',
    end: 'signed out by link',
  },
  {
    app: 'Metabase: an id from a call, a device cookie for a year beside it',
    source: 'https://github.com/metabase/metabase/blob/master/src/metabase/request/cookies.clj',
    traffic: `
      GET /auth/login 200 | metabase.DEVICE=3fa85f64-5717-4562-b3fc-2c963f66afa6; Path=/; Max-Age=630720000; HttpOnly; SameSite=Lax
      fetch GET /api/user/current 401
      fetch POST /api/session [username password remember=true] 401
      fetch POST /api/session [username password remember=true] 200 | metabase.SESSION=7c9e6679-7425-40de-944b-e07fc1f90ae7; Path=/; Max-Age=1209600; HttpOnly; SameSite=Lax | metabase.TIMEOUT=alive; Path=/; Max-Age=1209600; SameSite=Lax
      fetch GET /api/user/current 200
      fetch POST /api/card [name] 200
      fetch DELETE /api/session [metabase-session-id] 204 | metabase.SESSION=; Path=/; Max-Age=0 | metabase.TIMEOUT=; Path=/; Max-Age=0
      fetch GET /api/user/current 401
    `,
    roles: { 'metabase.SESSION': 'session-id' },
    by: ['metabase.SESSION'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by script',
  },
];
