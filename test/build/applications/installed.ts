import type { Application } from './application';

/** Shops, forums and mail that are installed as they come, each with cookies of its own making. */
export const INSTALLED: readonly Application[] = [
  {
    app: 'Magento 2: form_key is a cookie that scripts put into forms, the id renewed',
    source: 'https://github.com/magento/magento2/blob/2.4-develop/lib/internal/Magento/Framework/Session/SessionManager.php',
    traffic: `
      GET /customer/account/ 302 /customer/account/login/referer/aHR0cHM~/ | PHPSESSID={A:26}; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax
      -> /customer/account/login/referer/aHR0cHM~/ 200 | form_key={K:16}; Path=/; Max-Age=3600; SameSite=Lax | private_content_version={P}; Path=/; Max-Age=315360000
      POST /customer/account/loginPost/referer/aHR0cHM~/ [form_key={K:16} login[username] login[password] send] 302 /customer/account/login/referer/aHR0cHM~/ | mage-messages=%5B%7B%22type%22%3A%22error%22%7D%5D; Path=/
      -> /customer/account/login/referer/aHR0cHM~/ 200
      POST /customer/account/loginPost/referer/aHR0cHM~/ [form_key={K:16} login[username] login[password] send] 302 /customer/account/ | PHPSESSID={B:26}; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax | X-Magento-Vary={V:64}; Path=/; HttpOnly | private_content_version={Q}; Path=/; Max-Age=315360000 | form_key={L:16}; Path=/; Max-Age=3600
      -> /customer/account/ 200
      POST /customer/account/editPost/ [form_key={L:16} firstname lastname] 302 /customer/account/
      -> /customer/account/ 200
      GET /customer/account/logout/ 302 /customer/account/logoutSuccess/ | PHPSESSID={C:26}; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax | X-Magento-Vary=; Path=/; Max-Age=0
      -> /customer/account/logoutSuccess/ 200
    `,
    roles: { PHPSESSID: 'session-id', form_key: 'csrf-token' },
    id: 'rotated',
    attempts: ['password refused', 'password succeeded'],
    csrf: 'double-submit field form_key',
    end: 'signed out by link',
  },
  {
    app: 'PrestaShop 1.6: the session lies encrypted in one cookie, sealed anew by each answer',
    source: 'https://github.com/PrestaShop/PrestaShop/blob/1.6.1.x/classes/Cookie.php',
    traffic: `
      GET /my-account 302 /login?back=my-account | PrestaShop-a30a9934ef476d11b6cc3c983616e364={A1:80}{A2:80}%3D000132; Path=/; Max-Age=1728000; HttpOnly
      -> /login?back=my-account 200
      POST /login [email passwd back=my-account SubmitLogin] 302 /my-account | PrestaShop-a30a9934ef476d11b6cc3c983616e364={B1:80}{B2:80}{B3:80}%3D000292; Path=/; Max-Age=1728000; HttpOnly
      -> /my-account 200
      GET /order-history 200 | PrestaShop-a30a9934ef476d11b6cc3c983616e364={D1:80}{D2:80}{D3:80}%3D000292; Path=/; Max-Age=1728000; HttpOnly
      GET /?mylogout= 302 / | PrestaShop-a30a9934ef476d11b6cc3c983616e364={C1:80}{C2:80}%3D000132; Path=/; Max-Age=1728000; HttpOnly
      -> / 200
      GET /my-account 302 /login?back=my-account
      -> /login?back=my-account 200
    `,
    by: ['PrestaShop-a30a9934ef476d11b6cc3c983616e364'],
    attempts: ['password succeeded'],
    end: 'signed out by link',
  },
  {
    app: 'XenForo 2: the id renewed, xf_user remembers, xf_csrf is half of _xfToken',
    source: 'https://xenforo.com/docs/dev/cookies/',
    traffic: `
      GET /account/ 403 | xf_csrf={C:16}; Path=/; HttpOnly; Secure | xf_session={A}; Path=/; HttpOnly; Secure
      POST /login/login [_xfToken=1764480000,{T1} login password remember=1 _xfRedirect] 200
      POST /login/login [_xfToken=1764480001,{T2} login password remember=1 _xfRedirect] 303 /account/ | xf_user=7%2C{R:43}; Path=/; Max-Age=2592000; HttpOnly; Secure | xf_csrf={D:16}; Path=/; HttpOnly; Secure | xf_session={B}; Path=/; HttpOnly; Secure
      -> /account/ 200
      fetch POST /account/preferences [_xfToken=1764480009,{T3} option[a] _xfResponseType=json] (x-requested-with) 200
      GET /logout/?t=1764480010%2C{T4} 303 / | xf_session={N}; Path=/; HttpOnly; Secure | xf_user=; Path=/; Max-Age=0 | xf_csrf={E:16}; Path=/; HttpOnly
      -> / 200
      GET /account/ 403
    `,
    roles: { xf_session: 'session-id', xf_user: 'remember-me', xf_csrf: 'csrf-token' },
    by: ['xf_session'],
    id: 'rotated',
    attempts: ['password refused', 'password succeeded'],
    csrf: 'paired field _xfToken',
    end: 'signed out by link',
  },
  {
    app: 'Plone: a signed ticket in __ac, no session before',
    source: 'https://github.com/plone/plone.session',
    traffic: `
      GET /dashboard 302 /require_login?came_from=https%3A//app.example/dashboard
      -> /require_login?came_from=https%3A//app.example/dashboard 302 /login?came_from=https%3A//app.example/dashboard
      -> /login?came_from=https%3A//app.example/dashboard 200
      POST /login [__ac_name __ac_password came_from buttons.login=Log+in _authenticator={T0:40}] 200
      POST /login [__ac_name __ac_password came_from buttons.login=Log+in _authenticator={T0:40}] 302 /dashboard | __ac={S:80}{S2:16}%3D; Path=/; HttpOnly
      -> /dashboard 200
      POST /news/edit [form.widgets.title _authenticator={T1:40}] 302 /news
      -> /news 200
      GET /logout 302 /logged-out | __ac=deleted; Path=/; Max-Age=0
      -> /logged-out 200
    `,
    roles: { __ac: 'auth-token' },
    by: ['__ac'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by link',
  },
  {
    app: 'Salesforce: sid is issued by the step after the form, BrowserId names the browser',
    source: 'https://help.salesforce.com/s/articleView?id=sf.networks_cookies.htm',
    traffic: `
      GET /home/home.jsp 302 /?ec=302&startURL=%2Fhome%2Fhome.jsp | BrowserId={I:22}; Path=/; Max-Age=31536000; Secure | CookieConsentPolicy=0:1; Path=/; Max-Age=31536000
      -> /?ec=302&startURL=%2Fhome%2Fhome.jsp 200
      POST / [un username pw width hasRememberUn=true startURL] 200
      POST / [un username pw width hasRememberUn=true startURL] 302 /secur/frontdoor.jsp?allp=1&cshc={H:40} | oinfo=c3RhdHVzPUFDVElWRQ; Path=/ | autocomplete=1; Path=/; Max-Age=5184000 | oid=00D5g000004abcd; Path=/; Max-Age=63072000
      -> /secur/frontdoor.jsp?allp=1&cshc={H:40} 302 /home/home.jsp | sid=00D5g000004abcd!{S:80}; Path=/; Secure; HttpOnly | sid_Client={Z:20}; Path=/; Secure | clientSrc=10.1.2.3; Path=/; Secure; HttpOnly
      -> /home/home.jsp 200
      POST /001/e [_CONFIRMATIONTOKEN={C1:80} acc2] 302 /001abc
      -> /001abc 200
      GET /secur/logout.jsp 302 / | sid=deleted; Path=/; Max-Age=0
      -> / 200
    `,
    roles: { sid: 'session-id', CookieConsentPolicy: 'consent' },
    by: ['sid'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by link',
  },
  {
    app: 'Mattermost: a token issued by a call, the user’s id readable, a CSRF cookie for the header',
    source: 'https://developers.mattermost.com/integrate/reference/rest-api/',
    traffic: `
      GET /login 200
      fetch GET /api/v4/users/me 401
      fetch POST /api/v4/users/login [device_id login_id password token] (x-requested-with) 401
      fetch POST /api/v4/users/login [device_id login_id password token] (x-requested-with) 200 | MMAUTHTOKEN={T:26}; Path=/; Max-Age=15552000; HttpOnly; Secure | MMUSERID={U:26}; Path=/; Max-Age=15552000; Secure | MMCSRF={C:26}; Path=/; Max-Age=15552000; Secure
      fetch GET /api/v4/users/me 200
      fetch POST /api/v4/posts [channel_id message] (x-csrf-token={C:26} x-requested-with) 201
      fetch POST /api/v4/channels/members/me/view [channel_id] (x-csrf-token={C:26} x-requested-with) 200
      fetch POST /api/v4/users/logout (x-csrf-token={C:26} x-requested-with) 200 | MMAUTHTOKEN=; Path=/; Max-Age=0 | MMUSERID=; Path=/; Max-Age=0 | MMCSRF=; Path=/; Max-Age=0
      fetch GET /api/v4/users/me 401
    `,
    roles: { MMAUTHTOKEN: 'auth-token', MMCSRF: 'csrf-token' },
    by: ['MMAUTHTOKEN'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    csrf: 'double-submit header x-csrf-token',
    end: 'signed out by script',
  },
  {
    app: 'Phabricator: an anonymous session marked A/, another key at sign-in, the user’s name readable',
    source: 'https://github.com/phacility/phabricator/blob/master/src/applications/auth/engine/PhabricatorAuthSessionEngine.php',
    traffic: `
      GET /settings/ 403 | phsid=A%2F{A:40}; Path=/; Max-Age=157680000; Secure; HttpOnly
      GET /auth/start/?next=%2Fsettings%2F 200 | next_uri=1764480000%2C%2Fsettings%2F; Path=/; HttpOnly | phcid={C:24}; Path=/; HttpOnly
      POST /auth/login/password:self/ [__csrf__=B@{T1:16} __form__=1 username password] 200
      POST /auth/login/password:self/ [__csrf__=B@{T2:16} __form__=1 username password] 302 /auth/validate/?expect=anna | phsid={B:40}; Path=/; Max-Age=157680000; Secure; HttpOnly | phusr=anna; Path=/; Max-Age=157680000; Secure; HttpOnly | next_uri=; Path=/; Max-Age=0
      -> /auth/validate/?expect=anna 302 /settings/
      -> /settings/ 200
      POST /settings/panel/display/ [__csrf__=B@{T3:16} __form__=1 titles] 302 /settings/
      -> /settings/ 200
      GET /logout/ 200
      POST /logout/ [__csrf__=B@{T4:16} __form__=1 __submit__] 302 /auth/loggedout/ | phsid=; Path=/; Max-Age=0
      -> /auth/loggedout/ 200
    `,
    by: ['phsid'],
    id: 'rotated',
    attempts: ['password refused', 'password succeeded'],
    csrf: 'in-request field __csrf__',
    end: 'signed out by form',
  },
  {
    app: 'Bugzilla: the user’s number and a token in two cookies, issued; signed out by relogin.cgi',
    source: 'https://github.com/bugzilla/bugzilla/blob/5.0/Bugzilla/Auth/Persist/Cookie.pm',
    traffic: `
      GET /userprefs.cgi 200
      POST /userprefs.cgi [Bugzilla_login Bugzilla_password Bugzilla_remember=on Bugzilla_login_token GoAheadAndLogIn=Log+in] 200 | Bugzilla_login_request_cookie={Q:22}; HttpOnly
      POST /userprefs.cgi [Bugzilla_login Bugzilla_password Bugzilla_remember=on Bugzilla_login_token={L:40} GoAheadAndLogIn=Log+in] 200 | Bugzilla_login=7; Max-Age=315360000; HttpOnly | Bugzilla_logincookie={S:22}; Max-Age=315360000; HttpOnly | Bugzilla_login_request_cookie=; Max-Age=0
      GET /enter_bug.cgi 200
      POST /post_bug.cgi [product token=1764480000-{T1:43} short_desc] 200
      GET /index.cgi?logout=1 200 | Bugzilla_login=; Max-Age=0 | Bugzilla_logincookie=; Max-Age=0
      GET /userprefs.cgi 200
    `,
    by: ['Bugzilla_logincookie'],
    id: 'issued',
    end: 'signed out by link',
  },
  {
    app: 'Outlook on the web, on premises: one session in five cookies, the canary in a header',
    source: 'https://learn.microsoft.com/exchange/clients/outlook-on-the-web/',
    traffic: `
      GET /owa/ 302 /owa/auth/logon.aspx?url=https%3a%2f%2fapp.example%2fowa%2f&reason=0 | ClientId={I}; Path=/; Max-Age=31536000; Secure; HttpOnly
      -> /owa/auth/logon.aspx?url=https%3a%2f%2fapp.example%2fowa%2f&reason=0 200
      POST /owa/auth.owa [destination flags=4 forcedownlevel=0 username password passwordText isUtf8=1] 302 /owa/auth/logon.aspx?url=https%3a%2f%2fapp.example%2fowa%2f&reason=2
      -> /owa/auth/logon.aspx?url=https%3a%2f%2fapp.example%2fowa%2f&reason=2 200
      POST /owa/auth.owa [destination flags=4 forcedownlevel=0 username password passwordText isUtf8=1] 302 /owa/ | cadata={D1:80}; Path=/; Secure; HttpOnly | cadataTTL={D2:22}==; Path=/; Secure; HttpOnly | cadataKey={D3:80}{D4:80}; Path=/; Secure; HttpOnly | cadataIV={D5:80}{D6:80}; Path=/; Secure; HttpOnly | cadataSig={D7:80}{D8:80}; Path=/; Secure; HttpOnly
      -> /owa/ 200 | X-OWA-CANARY={C:76}.; Path=/; Secure | UC={U}; Path=/; Secure; HttpOnly
      fetch POST /owa/service.svc?action=GetFolder [request] (x-owa-canary={C:76}. x-requested-with) 200
      fetch POST /owa/service.svc?action=FindItem [request] (x-owa-canary={C:76}. x-requested-with) 200
      GET /owa/logoff.owa 302 /owa/auth/logon.aspx?reason=1 | cadata=; Path=/; Max-Age=0 | cadataTTL=; Path=/; Max-Age=0 | cadataKey=; Path=/; Max-Age=0 | cadataIV=; Path=/; Max-Age=0 | cadataSig=; Path=/; Max-Age=0
      -> /owa/auth/logon.aspx?reason=1 200
    `,
    roles: { 'X-OWA-CANARY': 'csrf-token' },
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    csrf: 'double-submit header x-owa-canary',
    end: 'signed out by link',
  },
  {
    app: 'OpenCart, its administration: a token in every address, the id kept: fixation',
    source: 'https://github.com/opencart/opencart/blob/3.0.3.x/upload/admin/controller/common/login.php',
    traffic: `
      GET /admin/index.php?route=common/dashboard 302 /admin/index.php?route=common/login | OCSESSID={A:26}; Path=/
      -> /admin/index.php?route=common/login 200 | language=en-gb; Path=/; Max-Age=2592000 | currency=EUR; Path=/; Max-Age=2592000
      POST /admin/index.php?route=common/login [username password redirect] 200
      POST /admin/index.php?route=common/login [username password redirect] 302 /admin/index.php?route=common/dashboard&user_token={T}
      -> /admin/index.php?route=common/dashboard&user_token={T} 200
      POST /admin/index.php?route=catalog/product/edit&user_token={T} [product_description[1][name]] 302 /admin/index.php?route=catalog/product&user_token={T}
      -> /admin/index.php?route=catalog/product&user_token={T} 200
      GET /admin/index.php?route=common/logout&user_token={T} 302 /admin/index.php?route=common/login
      -> /admin/index.php?route=common/login 200
    `,
    roles: { OCSESSID: 'session-id', language: 'preference', currency: 'preference' },
    by: ['OCSESSID'],
    id: 'not-rotated',
    attempts: ['password refused', 'password succeeded'],
    csrf: 'in-request parameter user_token',
    end: 'signed out by link',
  },
];
