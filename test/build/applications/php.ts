import type { Application } from './application';

/** Applications in PHP. */
export const PHP: readonly Application[] = [
  {
    app: 'Nextcloud',
    source: 'https://github.com/nextcloud/server/blob/master/lib/private/User/Session.php',
    traffic: `
      GET /login 200 | oc_sessionPassphrase={P:80}; path=/; HttpOnly; SameSite=Lax | __Host-nc_sameSiteCookielax=true; path=/; HttpOnly; expires=Fri, 31-Dec-2100 23:59:59 GMT; SameSite=lax | __Host-nc_sameSiteCookiestrict=true; path=/; HttpOnly; expires=Fri, 31-Dec-2100 23:59:59 GMT; SameSite=strict | oc5zgkyl0jvg={A:26}; path=/; HttpOnly; SameSite=Lax
      POST /login [user password timezone timezone_offset rememberme=1 requesttoken={T:44}] 303 /login?user=anna&direct=1
      -> /login?user=anna&direct=1 200
      POST /login [user password timezone timezone_offset rememberme=1 requesttoken={U:44}] 303 /apps/dashboard/ | oc5zgkyl0jvg={B:26}; path=/; HttpOnly; SameSite=Lax | nc_username=anna; path=/; Max-Age=1296000; HttpOnly; SameSite=Lax | nc_token={N:32}; path=/; Max-Age=1296000; HttpOnly; SameSite=Lax | nc_session_id={B:26}; path=/; Max-Age=1296000; HttpOnly; SameSite=Lax
      -> /apps/dashboard/ 200
      fetch PUT /ocs/v2.php/apps/user_status/heartbeat [status] (requesttoken={V:44}) 200
      GET /apps/files/ 200
      GET /logout?requesttoken=abc 303 /login?clear=1 | nc_username=; Max-Age=0; path=/ | nc_token=; Max-Age=0; path=/ | nc_session_id=; Max-Age=0; path=/ | oc5zgkyl0jvg={C:26}; path=/; HttpOnly; SameSite=Lax
      -> /login?clear=1 200
    `,
    roles: { oc5zgkyl0jvg: 'session-id', nc_token: 'remember-me' },
    by: ['oc5zgkyl0jvg'],
    id: 'rotated',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by link',
    csrf: 'in-request field requesttoken',
  },
  {
    app: 'Moodle',
    source: 'https://github.com/moodle/moodle/blob/main/lib/classes/session/manager.php',
    traffic: `
      GET /my/ 303 /login/index.php | MoodleSession={A:26}; path=/; HttpOnly
      -> /login/index.php 200
      POST /login/index.php [anchor logintoken={T:32} username password] 303 /login/index.php?loginredirect=1
      -> /login/index.php?loginredirect=1 200
      POST /login/index.php [anchor logintoken={U:32} username password] 303 /login/index.php?testsession=2 | MoodleSession={B:26}; path=/; HttpOnly | MOODLEID1_=%25E5%25C0; Max-Age=5184000; path=/
      -> /login/index.php?testsession=2 303 /my/
      -> /my/ 200
      fetch POST /lib/ajax/service.php?sesskey=q1w2e3r4t5 [methodname] 200
      GET /course/view.php?id=2 200
      GET /login/logout.php?sesskey=q1w2e3r4t5 303 / | MoodleSession={C:26}; path=/; HttpOnly
      -> / 200
      GET /my/ 303 /login/index.php
      -> /login/index.php 200
    `,
    roles: { MoodleSession: 'session-id' },
    by: ['MoodleSession'],
    id: 'rotated',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by link',
    csrf: 'in-request field logintoken',
  },
  {
    app: 'Drupal 10',
    source: 'https://git.drupalcode.org/project/drupal/-/blob/11.x/core/lib/Drupal/Core/Session/SessionConfiguration.php',
    traffic: `
      GET /user/login 200
      POST /user/login [name pass form_build_id={F:43} form_id=user_login_form op] 200
      POST /user/login [name pass form_build_id={G:43} form_id=user_login_form op] 303 /user/1?check_logged_in=1 | SSESS4f2a9c0d1e8b7f6a5d4c3b2a19080706={B:43}; Max-Age=2000000; path=/; domain=.app.example; secure; HttpOnly; SameSite=Lax
      -> /user/1?check_logged_in=1 200
      POST /user/1/edit [mail name form_build_id={H:43} form_token={T:43} form_id=user_form op] 303 /user/1/edit
      -> /user/1/edit 200
      GET /user/logout?token={L:43} 302 / | SSESS4f2a9c0d1e8b7f6a5d4c3b2a19080706=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=0; path=/; domain=.app.example; secure; httponly
      -> / 200
    `,
    roles: { SSESS4f2a9c0d1e8b7f6a5d4c3b2a19080706: 'session-id' },
    by: ['SSESS4f2a9c0d1e8b7f6a5d4c3b2a19080706'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by link',
    csrf: 'in-request field form_token',
  },
  {
    app: 'Joomla 5: the token is the name of a field',
    source: 'https://github.com/joomla/joomla-cms/blob/5.2-dev/libraries/src/Session/Session.php',
    traffic: `
      GET /index.php/login 200 | 8f3c2b1a0d9e8f7a6b5c4d3e2f1a0b9c={A:26}; path=/; HttpOnly
      POST /index.php/login [username password return=aW5kZXgucGhw option=com_users task=user.login 1aa2bb3cc4dd5ee6ff7001122334455a=1] 303 /index.php/login
      -> /index.php/login 200
      POST /index.php/login [username password remember=yes return=aW5kZXgucGhw option=com_users task=user.login 1aa2bb3cc4dd5ee6ff7001122334455a=1] 303 /index.php/profile | 8f3c2b1a0d9e8f7a6b5c4d3e2f1a0b9c={B:26}; path=/; HttpOnly | joomla_remember_me_0a1b2c3d4e5f60718293a4b5c6d7e8f9={R:24}.{S:20}; Max-Age=5184000; path=/; HttpOnly | joomla_user_state=logged_in; path=/; HttpOnly
      -> /index.php/profile 200
      POST /index.php/profile [jform[name] jform[email1] 9900aabbccddeeff0011223344556677=1] 303 /index.php/profile
      -> /index.php/profile 200
      POST /index.php [option=com_users task=user.logout return 9900aabbccddeeff0011223344556677=1] 303 /index.php | joomla_user_state=; Max-Age=0 | joomla_remember_me_0a1b2c3d4e5f60718293a4b5c6d7e8f9=; Max-Age=0 | 8f3c2b1a0d9e8f7a6b5c4d3e2f1a0b9c={C:26}; path=/; HttpOnly
      -> /index.php 200
    `,
    roles: {
      '8f3c2b1a0d9e8f7a6b5c4d3e2f1a0b9c': 'session-id',
      joomla_remember_me_0a1b2c3d4e5f60718293a4b5c6d7e8f9: 'remember-me',
    },
    by: ['8f3c2b1a0d9e8f7a6b5c4d3e2f1a0b9c'],
    id: 'rotated',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by form',
    csrf: 'in-request field 1aa2…',
  },
  {
    app: 'phpBB: the id is in addresses and forms',
    source: 'https://github.com/phpbb/phpbb/blob/3.3.x/phpBB/phpbb/session.php',
    traffic: `
      GET /index.php 200 | phpbb3_k3x9z_u=1; Max-Age=31536000; path=/; HttpOnly | phpbb3_k3x9z_k=; Max-Age=31536000; path=/; HttpOnly | phpbb3_k3x9z_sid={A:32}; Max-Age=31536000; path=/; HttpOnly
      GET /ucp.php?mode=login&sid={A:32} 200
      POST /ucp.php?mode=login&sid={A:32} [username password autologin login=Login sid={A:32} redirect=index.php creation_time=1700000000 form_token={F:40}] 302 /index.php?sid={B:32} | phpbb3_k3x9z_u=2; Max-Age=31536000; path=/; HttpOnly | phpbb3_k3x9z_k={K:16}; Max-Age=31536000; path=/; HttpOnly | phpbb3_k3x9z_sid={B:32}; Max-Age=31536000; path=/; HttpOnly
      -> /index.php?sid={B:32} 200
      POST /posting.php?mode=post&f=2 [subject message creation_time=1700000055 form_token={G:40} post=Submit] 302 /viewtopic.php?t=5
      -> /viewtopic.php?t=5 200
      GET /ucp.php?mode=logout&sid={B:32} 302 /index.php?sid={C:32} | phpbb3_k3x9z_u=1; Max-Age=31536000; path=/; HttpOnly | phpbb3_k3x9z_k=; Max-Age=31536000; path=/; HttpOnly | phpbb3_k3x9z_sid={C:32}; Max-Age=31536000; path=/; HttpOnly
      -> /index.php?sid={C:32} 200
    `,
    roles: { phpbb3_k3x9z_sid: 'session-id', phpbb3_k3x9z_u: 'preference', phpbb3_k3x9z_k: 'remember-me' },
    by: ['phpbb3_k3x9z_sid'],
    id: 'rotated',
    attempts: ['password succeeded'],
    end: 'signed out by link',
    csrf: 'in-request field form_token',
  },
  {
    app: 'Laravel Breeze',
    source: 'https://github.com/laravel/framework/blob/12.x/src/Illuminate/Session/Middleware/StartSession.php',
    traffic: `
      GET /login 200 | XSRF-TOKEN=${sealed('a')}; Max-Age=7200; path=/; samesite=lax | shop_session=${sealed('b')}; Max-Age=7200; path=/; httponly; samesite=lax
      POST /login [_token={T:40} email password] 302 /login | XSRF-TOKEN=${sealed('c')}; Max-Age=7200; path=/; samesite=lax | shop_session=${sealed('d')}; Max-Age=7200; path=/; httponly; samesite=lax
      -> /login 200 | XSRF-TOKEN=${sealed('e')}; Max-Age=7200; path=/; samesite=lax | shop_session=${sealed('f')}; Max-Age=7200; path=/; httponly; samesite=lax
      POST /login [_token={T:40} email password remember=on] 302 /dashboard | remember_web_59ba36addc2b2f9401580f014c7f58ea4e30989d=${sealed('r')}; Max-Age=34560000; path=/; httponly; samesite=lax | XSRF-TOKEN=${sealed('g')}; Max-Age=7200; path=/; samesite=lax | shop_session=${sealed('h')}; Max-Age=7200; path=/; httponly; samesite=lax
      -> /dashboard 200 | XSRF-TOKEN=${sealed('i')}; Max-Age=7200; path=/; samesite=lax | shop_session=${sealed('j')}; Max-Age=7200; path=/; httponly; samesite=lax
      POST /profile [_token={U:40} _method=patch name email] 302 /profile | XSRF-TOKEN=${sealed('k')}; Max-Age=7200; path=/; samesite=lax | shop_session=${sealed('l')}; Max-Age=7200; path=/; httponly; samesite=lax
      -> /profile 200 | XSRF-TOKEN=${sealed('m')}; Max-Age=7200; path=/; samesite=lax | shop_session=${sealed('n')}; Max-Age=7200; path=/; httponly; samesite=lax
      POST /logout [_token={U:40}] 302 / | remember_web_59ba36addc2b2f9401580f014c7f58ea4e30989d=; Max-Age=0; path=/ | XSRF-TOKEN=${sealed('o')}; Max-Age=7200; path=/; samesite=lax | shop_session=${sealed('p')}; Max-Age=7200; path=/; httponly; samesite=lax
      -> / 200
    `,
    roles: {
      shop_session: 'session-id',
      'XSRF-TOKEN': 'csrf-token',
      remember_web_59ba36addc2b2f9401580f014c7f58ea4e30989d: 'remember-me',
    },
    by: ['shop_session'],
    // The id lies within the ciphertext, which is another one with each answer.
    id: 'changes-anyway',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by form',
    csrf: 'paired field _token',
  },
  {
    app: 'Laravel Sanctum, a page that signs in by calls',
    source: 'https://laravel.com/docs/sanctum#spa-authenticating',
    traffic: `
      GET / 200
      fetch GET /sanctum/csrf-cookie 204 | XSRF-TOKEN=${sealed('a')}; Max-Age=7200; path=/; samesite=lax | laravel-session=${sealed('b')}; Max-Age=7200; path=/; httponly; samesite=lax
      fetch POST /login [email password] (x-xsrf-token=${sealed('a')} x-requested-with=XMLHttpRequest) 422 | XSRF-TOKEN=${sealed('c')}; Max-Age=7200; path=/; samesite=lax | laravel-session=${sealed('d')}; Max-Age=7200; path=/; httponly; samesite=lax
      fetch POST /login [email password] (x-xsrf-token=${sealed('c')} x-requested-with=XMLHttpRequest) 204 | XSRF-TOKEN=${sealed('e')}; Max-Age=7200; path=/; samesite=lax | laravel-session=${sealed('f')}; Max-Age=7200; path=/; httponly; samesite=lax
      fetch GET /api/user 200 | XSRF-TOKEN=${sealed('g')}; Max-Age=7200; path=/; samesite=lax | laravel-session=${sealed('h')}; Max-Age=7200; path=/; httponly; samesite=lax
      fetch POST /logout [] (x-xsrf-token=${sealed('g')} x-requested-with=XMLHttpRequest) 204 | XSRF-TOKEN=${sealed('i')}; Max-Age=7200; path=/; samesite=lax | laravel-session=${sealed('j')}; Max-Age=7200; path=/; httponly; samesite=lax
      fetch GET /api/user 401
    `,
    roles: { 'laravel-session': 'session-id', 'XSRF-TOKEN': 'csrf-token' },
    by: ['laravel-session'],
    id: 'changes-anyway',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by script',
    csrf: 'double-submit header x-xsrf-token',
  },
  {
    app: 'SimpleSAMLphp, its own sign-in form',
    source: 'https://github.com/simplesamlphp/simplesamlphp/blob/master/src/SimpleSAML/Session.php',
    traffic: `
      GET /simplesaml/module.php/core/loginuserpass?AuthState=_a1 200 | SimpleSAML={A:32}; path=/; secure; HttpOnly
      POST /simplesaml/module.php/core/loginuserpass? [username password AuthState] 200
      POST /simplesaml/module.php/core/loginuserpass? [username password AuthState] 303 /simplesaml/module.php/core/authenticate/default | SimpleSAMLAuthToken=_{T:42}; path=/; secure; HttpOnly
      -> /simplesaml/module.php/core/authenticate/default 200
      GET /simplesaml/module.php/core/welcome 200
      GET /simplesaml/module.php/core/logout/default-sp 303 /simplesaml/logged-out | SimpleSAMLAuthToken=; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=0; path=/
      -> /simplesaml/logged-out 200
    `,
    roles: { SimpleSAML: 'session-id', SimpleSAMLAuthToken: 'auth-token' },
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by link',
  },
];

/** As `Crypt` writes it: JSON of initialisation vector, ciphertext and MAC, in base64. */
function sealed(mark: string): string {
  const octets = (length: number) => Buffer.alloc(length, `${mark}Zk9`).toString('base64');
  const json = JSON.stringify({ iv: octets(16), value: octets(96), mac: Buffer.alloc(32, mark).toString('hex'), tag: '' });
  return encodeURIComponent(Buffer.from(json).toString('base64'));
}
