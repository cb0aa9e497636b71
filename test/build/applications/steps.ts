import type { Application } from './application';

/** Sign-ins without a password or with more than one step, and what comes after them. */
export const STEPS: readonly Application[] = [
  {
    app: 'a link by mail: the session renewed where the link is followed',
    source: 'https://github.com/ianheggie/passwordless',
    traffic: `
      GET /account 302 /users/sign_in | app_session={A}; HttpOnly; Secure; SameSite=Lax
      -> /users/sign_in 200
      POST /users/sign_in [passwordless[email] authenticity_token={T1:86}] 302 /users/sign_in/check
      -> /users/sign_in/check 200
      wait 60
      GET /users/sign_in/{K:32} 302 /account | app_session={B}; HttpOnly; Secure; SameSite=Lax
      -> /account 200
      GET /orders 200
      GET /users/sign_out 302 / | app_session={C}; HttpOnly; Secure; SameSite=Lax
      -> / 200
      GET /account 302 /users/sign_in
      -> /users/sign_in 200
    `,
    roles: { app_session: 'session-id' },
    by: ['app_session'],
    id: 'rotated',
    end: 'signed out by link',
  },
  {
    app: 'a link by mail where the session stays: fixation',
    source: 'https://github.com/ianheggie/passwordless',
    traffic: `
      GET /account 302 /signin | sid={A}; HttpOnly; Secure; SameSite=Lax
      -> /signin 200
      POST /signin/email [email csrf={T}] 200
      GET /signin/verify?token={K:48}&email=anna%40mail.test 302 /account
      -> /account 200
      GET /orders 200
    `,
    roles: { sid: 'session-id' },
    by: ['sid'],
    id: 'not-rotated',
  },
  {
    app: 'a passkey: a challenge and its answer by calls, the id renewed',
    source: 'https://www.w3.org/TR/webauthn-3/',
    traffic: `
      GET /account 302 /signin | sid={A}; HttpOnly; Secure; SameSite=Lax
      -> /signin 200
      fetch POST /webauthn/authenticate/options 200
      fetch POST /webauthn/authenticate/verify [id rawId type response.clientDataJSON response.authenticatorData response.signature response.userHandle] 401
      fetch POST /webauthn/authenticate/options 200
      fetch POST /webauthn/authenticate/verify [id rawId type response.clientDataJSON response.authenticatorData response.signature response.userHandle] 200 | sid={B}; HttpOnly; Secure; SameSite=Lax
      GET /account 200
      GET /orders 200
      fetch POST /api/signout 204 | sid=; Max-Age=0
      GET /account 302 /signin
      -> /signin 200
    `,
    roles: { sid: 'session-id' },
    by: ['sid'],
    id: 'rotated',
    end: 'signed out by script',
    attempts: ['passkey refused', 'passkey succeeded'],
  },
  {
    app: 'a code by text message, the token issued at the second call',
    source: 'https://docs.ory.sh/kratos/passwordless/one-time-code',
    traffic: `
      GET /welcome 200
      fetch GET /api/me 401
      fetch POST /api/otp/send [phone] 202
      fetch POST /api/otp/verify [phone otp] 422
      fetch POST /api/otp/verify [phone otp] 200 | auth_token={A:48}; HttpOnly; Secure; SameSite=Lax; Max-Age=2592000
      fetch GET /api/me 200
      GET /home 200
    `,
    roles: { auth_token: 'auth-token' },
    by: ['auth_token'],
    id: 'issued',
  },
  {
    app: 'an administrator who looks as somebody else, with another id meanwhile',
    source: 'https://github.com/ankane/pretender',
    traffic: `
      GET /admin 302 /login | sid={A}; HttpOnly; Secure; SameSite=Lax
      -> /login 200
      POST /login [username password csrf={T}] 302 /admin | sid={B}; HttpOnly; Secure; SameSite=Lax
      -> /admin 200
      POST /admin/users/7/impersonate [csrf={U}] 302 /home | sid={C}; HttpOnly; Secure; SameSite=Lax
      -> /home 200
      GET /orders 200
      POST /impersonate/stop [csrf={V}] 302 /admin | sid={D}; HttpOnly; Secure; SameSite=Lax
      -> /admin 200
      POST /logout [csrf={W}] 302 / | sid=; Max-Age=0
      -> / 200
    `,
    roles: { sid: 'session-id' },
    by: ['sid'],
    id: 'rotated',
    end: 'signed out by form',
    attempts: ['password succeeded'],
    csrf: 'in-request field csrf',
  },
  {
    app: 'an idle timeout of fifteen minutes, begun anew by each answer, and run out',
    source: 'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
    traffic: `
      GET /bank 302 /login | sid={A}; HttpOnly; Secure; SameSite=Lax; Max-Age=900
      -> /login 200
      POST /login [username password csrf={T}] 302 /bank | sid={B}; HttpOnly; Secure; SameSite=Lax; Max-Age=900
      -> /bank 200 | sid={B}; HttpOnly; Secure; SameSite=Lax; Max-Age=900
      wait 600
      GET /bank/transfer 200 | sid={B}; HttpOnly; Secure; SameSite=Lax; Max-Age=900
      wait 1200
      without sid
      GET /bank 302 /login?timeout=1 | sid={C}; HttpOnly; Secure; SameSite=Lax; Max-Age=900
      -> /login?timeout=1 200
    `,
    roles: { sid: 'session-id' },
    by: ['sid'],
    id: 'rotated',
    end: 'expired by cookie',
    attempts: ['password succeeded'],
  },
  {
    app: 'Windows sign-in: 401, a ticket in a header, and a session issued with the page',
    source: 'https://www.rfc-editor.org/rfc/rfc4559',
    traffic: `
      GET /intranet 401 <www-authenticate: Negotiate>
      GET /intranet (authorization=Negotiate_{K:200}) 200 | gssapi_session=MagBearerToken={A1:80}{A2:40}; Path=/; HttpOnly; Secure
      GET /intranet/people 200
      GET /intranet/phones 200
    `,
    csrf: null,
  },
  {
    app: 'remembered first, then the password asked for again before something dangerous',
    source: 'https://laravel.com/docs/12.x/authentication#password-confirmation',
    traffic: `
      with remember_web_59ba36addc2b2f9401580f014c7f58ea4e30989d=eyJpdiI6{R:200}
      GET /dashboard 200 | laravel_session=eyJpdiI6{A1:80}{A2:80}; Path=/; HttpOnly; SameSite=lax; Max-Age=7200 | XSRF-TOKEN=eyJpdiI6{X1:80}{X2:80}; Path=/; SameSite=lax; Max-Age=7200
      GET /settings 302 /confirm-password | laravel_session=eyJpdiI6{B1:80}{B2:80}; Path=/; HttpOnly; SameSite=lax; Max-Age=7200 | XSRF-TOKEN=eyJpdiI6{Y1:80}{Y2:80}; Path=/; SameSite=lax; Max-Age=7200
      -> /confirm-password 200
      POST /confirm-password [_token={T:40} password] 302 /confirm-password
      -> /confirm-password 200
      POST /confirm-password [_token={T:40} password] 302 /settings | laravel_session=eyJpdiI6{C1:80}{C2:80}; Path=/; HttpOnly; SameSite=lax; Max-Age=7200 | XSRF-TOKEN=eyJpdiI6{Z1:80}{Z2:80}; Path=/; SameSite=lax; Max-Age=7200
      -> /settings 200
      POST /logout [_token={T:40}] 302 / | remember_web_59ba36addc2b2f9401580f014c7f58ea4e30989d=; Path=/; Max-Age=0; expires=Thu, 01 Jan 1970 00:00:00 GMT | laravel_session=eyJpdiI6{D1:80}{D2:80}; Path=/; HttpOnly; SameSite=lax; Max-Age=7200
      -> / 200
    `,
    roles: { remember_web_59ba36addc2b2f9401580f014c7f58ea4e30989d: 'remember-me', 'XSRF-TOKEN': 'csrf-token' },
    end: 'signed out by form',
    csrf: 'paired field _token',
  },
];
