import type { Application } from './application';

/** Trackers, shops and consoles in PHP. */
export const TRACKERS: readonly Application[] = [
  {
    app: 'MantisBT: a name and then a password, the account’s own string issued beside a session that stays',
    source: 'https://github.com/mantisbt/mantisbt/blob/master/core/authentication_api.php',
    traffic: `
      GET /my_view_page.php 302 /login_page.php?return=%2Fmy_view_page.php | PHPSESSID={A:26}; path=/; secure; HttpOnly; SameSite=Strict
      -> /login_page.php?return=%2Fmy_view_page.php 200
      POST /login_password_page.php [return username] 200
      POST /login.php [return username password secure_session] 302 /login_page.php?error=1&username=anna&return=my_view_page.php
      -> /login_page.php?error=1&username=anna&return=my_view_page.php 200
      POST /login_password_page.php [return username] 200
      POST /login.php [return username password secure_session] 302 /login_cookie_test.php?return=my_view_page.php | MANTIS_STRING_COOKIE={M:64}; path=/; secure; HttpOnly; SameSite=Strict
      -> /login_cookie_test.php?return=my_view_page.php 302 /my_view_page.php
      -> /my_view_page.php 200
      POST /bug_report.php [bug_report_token=20261130{T1:48} summary description] 302 /view.php?id=7
      -> /view.php?id=7 200
      GET /logout_page.php 302 /login_page.php | MANTIS_STRING_COOKIE=; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=0; path=/ | MANTIS_PROJECT_COOKIE=; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=0; path=/
      -> /login_page.php 200
    `,
    by: ['MANTIS_STRING_COOKIE'],
    id: 'issued',
    end: 'signed out by link',
    csrf: 'in-request field bug_report_token',
  },
  {
    app: 'osTicket, for its staff: the id renewed, the token of the session in forms and a header',
    source: 'https://github.com/osTicket/osTicket/blob/develop/include/class.csrf.php',
    traffic: `
      GET /scp/index.php 302 /scp/login.php | OSTSESSID={A:26}; expires=Tue, 01-Dec-2026 12:00:00 GMT; path=/; HttpOnly
      -> /scp/login.php 200
      POST /scp/login.php [__CSRFToken__={T:40} do=scplogin userid passwd submit] 422
      POST /scp/login.php [__CSRFToken__={T:40} do=scplogin userid passwd submit] 302 /scp/index.php | OSTSESSID={B:26}; expires=Tue, 01-Dec-2026 12:00:00 GMT; path=/; HttpOnly
      -> /scp/index.php 200
      fetch POST /scp/ajax.php/tickets/7/lock [x] (x-csrftoken={U:40} x-requested-with) 200
      POST /scp/tickets.php?id=7 [__CSRFToken__={U:40} id a=reply response] 302 /scp/tickets.php?id=7
      -> /scp/tickets.php?id=7 200
      GET /scp/logout.php?auth={L} 302 /scp/login.php | OSTSESSID=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=0; path=/
      -> /scp/login.php 200 | OSTSESSID={C:26}; path=/; HttpOnly
    `,
    roles: { OSTSESSID: 'session-id' },
    by: ['OSTSESSID'],
    id: 'rotated',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by link',
  },
  {
    app: 'SuiteCRM 7: one script for all pages, the id stays: fixation',
    source: 'https://github.com/salesagility/SuiteCRM/blob/hotfix/modules/Users/Authenticate.php',
    traffic: `
      GET /index.php?module=Home&action=index 302 /index.php?action=Login&module=Users | PHPSESSID={A:26}; path=/; HttpOnly; SameSite=Lax
      -> /index.php?action=Login&module=Users 200 | sugar_user_theme=SuiteP; Max-Age=31536000
      POST /index.php [module action user_name username_password Login return_module] 302 /index.php?action=Login&module=Users&loginErrorMessage=LBL_LOGIN
      -> /index.php?action=Login&module=Users&loginErrorMessage=LBL_LOGIN 200
      POST /index.php [module action user_name username_password Login return_module] 302 /index.php?module=Home&action=index | ck_login_id_20=1; Max-Age=7776000 | ck_login_language_20=en_us; Max-Age=7776000
      -> /index.php?module=Home&action=index 200
      GET /index.php?module=Accounts&action=index 200
      GET /index.php?module=Users&action=Logout 302 /index.php?module=Users&action=Login
      -> /index.php?module=Users&action=Login 200 | PHPSESSID={B:26}; path=/; HttpOnly; SameSite=Lax
    `,
    roles: { PHPSESSID: 'session-id', sugar_user_theme: 'preference', ck_login_language_20: 'preference' },
    by: ['PHPSESSID'],
    id: 'not-rotated',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by link',
    csrf: null,
  },
  {
    app: 'pfSense: fields of its own names, the id renewed, __csrf_magic dated',
    source: 'https://github.com/pfsense/pfsense/blob/master/src/etc/inc/auth_check.inc',
    traffic: `
      GET / 200 | PHPSESSID={A}; path=/; secure; HttpOnly
      POST /index.php [__csrf_magic=sid%3A{T1:40}%2C1795435200 usernamefld passwordfld login] 200
      POST /index.php [__csrf_magic=sid%3A{T2:40}%2C1795435210 usernamefld passwordfld login] 302 / | PHPSESSID={B}; path=/; secure; HttpOnly
      -> / 200
      GET /system.php 200
      POST /system.php [__csrf_magic=sid%3A{T3:40}%2C1795435230 hostname domain save] 200
      POST /index.php?logout [__csrf_magic=sid%3A{T4:40}%2C1795435240] 302 / | PHPSESSID={C}; path=/; secure; HttpOnly
      -> / 200
      GET /system.php 200
    `,
    roles: { PHPSESSID: 'session-id' },
    by: ['PHPSESSID'],
    id: 'rotated',
    end: 'signed out by form',
    csrf: 'in-request field __csrf_magic',
  },
  {
    app: 'Shopware 6: the session renewed, sw-states says that somebody is signed in',
    source: 'https://github.com/shopware/shopware/blob/trunk/src/Core/Framework/Adapter/Cache/Http/CacheResponseSubscriber.php',
    traffic: `
      GET /account 302 /account/login | session-={A:26}; path=/; secure; httponly; samesite=lax
      -> /account/login 200 | timezone=Europe%2FBerlin; path=/; secure
      POST /account/login [redirectTo redirectParameters username password] 200
      POST /account/login [redirectTo redirectParameters username password] 302 /account | session-={B:26}; path=/; secure; httponly; samesite=lax | sw-states=logged-in; path=/; secure; httponly; samesite=lax | sw-cache-hash={H}; path=/; secure; httponly; samesite=lax
      -> /account 200
      GET /account/order 200
      GET /account/logout 302 /account/login | session-={C:26}; path=/; secure; httponly; samesite=lax | sw-states=; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; path=/ | sw-cache-hash=; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; path=/
      -> /account/login 200
    `,
    roles: { 'session-': 'session-id', timezone: 'preference' },
    by: ['session-'],
    id: 'rotated',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by link',
    csrf: null,
  },
  {
    app: 'Craft: the id renewed, an identity to be remembered by, the last name filled in',
    source: 'https://craftcms.com/docs/5.x/reference/config/general.html',
    traffic: `
      GET /admin/dashboard 302 /admin/login | CraftSessionId={A:26}; path=/; secure; HttpOnly
      -> /admin/login 200 | CRAFT_CSRF_TOKEN={K}{K2}a%3A2%3A%7Bi%3A0%3Bs%3A16%3A%22CRAFT_CSRF_TOKEN%22%3Bi%3A1%3Bs%3A40%3A%22{K3:40}%22%3B%7D; path=/; secure; HttpOnly
      fetch POST /index.php?p=admin/actions/users/login [loginName password rememberMe=1] (x-csrf-token={M1:86} x-requested-with) 400
      fetch POST /index.php?p=admin/actions/users/login [loginName password rememberMe=1] (x-csrf-token={M2:86} x-requested-with) 200 | CraftSessionId={B:26}; path=/; secure; HttpOnly | 1031b8c41dfff97a311a7ac99863bdc5_identity={I}{I2}a%3A2%3A%7Bi%3A0%3Bs%3A41%3A%221031b8c41dfff97a311a7ac99863bdc5_identity%22%3Bi%3A1%3Bs%3A159%3A%22%5B1%2C%22%5B%5C%22{I3:40}%5C%22%5D%22%2C1209600%5D%22%3B%7D; expires=Mon, 14-Dec-2026 12:00:00 GMT; Max-Age=1209600; path=/; secure; HttpOnly | 1031b8c41dfff97a311a7ac99863bdc5_username={U}{U2}a%3A2%3A%7Bi%3A0%3Bs%3A41%3A%221031b8c41dfff97a311a7ac99863bdc5_username%22%3Bi%3A1%3Bs%3A4%3A%22anna%22%3B%7D; expires=Tue, 30-Nov-2027 12:00:00 GMT; Max-Age=31536000; path=/; secure; HttpOnly | CRAFT_CSRF_TOKEN={L}{L2}a%3A2%3A%7Bi%3A0%3Bs%3A16%3A%22CRAFT_CSRF_TOKEN%22%3Bi%3A1%3Bs%3A40%3A%22{L3:40}%22%3B%7D; path=/; secure; HttpOnly
      GET /admin/dashboard 200
      fetch POST /index.php?p=admin/actions/entries/save-entry [title CRAFT_CSRF_TOKEN={M3:86}] (x-csrf-token={M3:86} x-requested-with) 200
      GET /admin/logout 302 /admin/login | CraftSessionId={C:26}; path=/; secure; HttpOnly | 1031b8c41dfff97a311a7ac99863bdc5_identity=; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=0; path=/
      -> /admin/login 200
    `,
    roles: {
      CraftSessionId: 'session-id',
      '1031b8c41dfff97a311a7ac99863bdc5_identity': 'remember-me',
      CRAFT_CSRF_TOKEN: 'csrf-token',
    },
    by: ['CraftSessionId'],
    id: 'rotated',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by link',
  },
  {
    app: 'Kanboard, an older release: the id kept beside a token to be remembered by: fixation, and a return by it',
    source: 'https://github.com/kanboard/kanboard/blob/main/app/Core/Session/SessionManager.php',
    traffic: `
      GET /dashboard 302 /login | KB_SID={A:26}; path=/; HttpOnly; SameSite=Strict
      -> /login 200
      POST /?controller=AuthController&action=check [csrf_token={T1:60} username password remember_me=1] 302 /login
      -> /login 200
      POST /?controller=AuthController&action=check [csrf_token={T2:60} username password remember_me=1] 302 /dashboard | KB_RM={R:64}%7C{S:64}; expires=Sat, 30-Jan-2027 12:00:00 GMT; path=/; HttpOnly; SameSite=Strict
      -> /dashboard 200
      GET /project/1 200
      without KB_SID
      GET /dashboard 200 | KB_SID={B:26}; path=/; HttpOnly; SameSite=Strict | KB_RM={R:64}%7C{Q:64}; expires=Sat, 30-Jan-2027 12:00:00 GMT; path=/; HttpOnly; SameSite=Strict
      GET /logout 302 /login | KB_SID=; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=0; path=/ | KB_RM=; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=0; path=/
      -> /login 200 | KB_SID={C:26}; path=/; HttpOnly; SameSite=Strict
    `,
    roles: { KB_SID: 'session-id', KB_RM: 'remember-me' },
    by: ['KB_SID'],
    id: 'not-rotated',
    attempts: ['password refused', 'password succeeded'],
  },
  {
    app: 'e107: the user’s number and a digest of the password remember, the session stays: fixation',
    source: 'https://github.com/e107inc/e107/blob/master/e107_handlers/login.php',
    traffic: `
      GET /usersettings.php 302 /login.php | SESSE107COOKIE={A:26}; path=/; HttpOnly
      -> /login.php 200
      POST /login.php [username userpass autologin=1 userlogin e-token={T}] 200
      POST /login.php [username userpass autologin=1 userlogin e-token={T}] 302 /usersettings.php | e107cookie=1.{H}; expires=Wed, 30-Dec-2026 12:00:00 GMT; path=/; HttpOnly
      -> /usersettings.php 200
      POST /usersettings.php [updatesettings signature e-token={T}] 200
      GET /index.php?logout 302 /index.php | e107cookie=; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=0; path=/
      -> /index.php 200
    `,
    roles: { SESSE107COOKIE: 'session-id', e107cookie: 'remember-me' },
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by link',
    csrf: 'in-request field e-token',
  },
];
