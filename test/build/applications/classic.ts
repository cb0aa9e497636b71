import type { Application } from './application';

const ticket = (label: string): string => `{${label}}{${label}x}{${label}y}{${label}z}`.replaceAll('}', '1}');
const serialised = (id: string): string =>
  encodeURIComponent(
    `a:4:{s:10:"session_id";s:32:"${id}";s:10:"ip_address";s:9:"127.0.0.1";s:10:"user_agent";s:11:"Mozilla/5.0";s:13:"last_activity";i:1795435200;}`,
  );

/** Applications and frameworks of long standing, whose cookies lie beside each other. */
export const CLASSIC: readonly Application[] = [
  {
    app: 'ASP.NET forms authentication: a ticket is issued, the session beside it stays',
    source: 'https://learn.microsoft.com/previous-versions/aspnet/7t6b43z4(v=vs.100)',
    traffic: `
      GET /Default.aspx 302 /Login.aspx?ReturnUrl=%2fDefault.aspx | ASP.NET_SessionId=1hx4qk3zv0mfnrycdeuyj2pk; Path=/; HttpOnly; SameSite=Lax
      -> /Login.aspx?ReturnUrl=%2fDefault.aspx 200
      POST /Login.aspx?ReturnUrl=%2fDefault.aspx [__VIEWSTATE={V1:80} __EVENTVALIDATION={E1:80} ctl00$Main$UserName ctl00$Main$Password ctl00$Main$LoginButton=Log+In] 200
      POST /Login.aspx?ReturnUrl=%2fDefault.aspx [__VIEWSTATE={V2:80} __EVENTVALIDATION={E2:80} ctl00$Main$UserName ctl00$Main$Password ctl00$Main$LoginButton=Log+In] 302 /Default.aspx | .ASPXAUTH=${ticket('T')}; Path=/; HttpOnly
      -> /Default.aspx 200
      GET /Orders.aspx 200
      POST /Orders.aspx [__VIEWSTATE={V3:80} __EVENTVALIDATION={E3:80} ctl00$Main$Note] 200
      GET /Logout.aspx 302 /Login.aspx | .ASPXAUTH=; Path=/; expires=Tue, 12-Oct-1999 22:00:00 GMT; Max-Age=0
      -> /Login.aspx 200
    `,
    roles: { 'ASP.NET_SessionId': 'session-id', '.ASPXAUTH': 'auth-token' },
    by: ['.ASPXAUTH'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by link',
  },
  {
    app: 'ASP.NET forms authentication under a name of its own, no sign-out: which of two counts is not told',
    source: 'https://learn.microsoft.com/previous-versions/aspnet/1d3t3c61(v=vs.100)',
    traffic: `
      GET /Default.aspx 302 /Login.aspx | ASP.NET_SessionId=1hx4qk3zv0mfnrycdeuyj2pk; Path=/; HttpOnly
      -> /Login.aspx 200
      POST /Login.aspx [__VIEWSTATE={V2:80} UserName Password] 302 /Default.aspx | PortalAccess=${ticket('T')}; Path=/; HttpOnly
      -> /Default.aspx 200
      GET /Orders.aspx 200
    `,
    roles: { 'ASP.NET_SessionId': 'session-id' },
    id: 'cannot-tell',
    attempts: ['password succeeded'],
  },
  {
    app: 'Windows Identity Foundation: WS-Federation by a POST, the session in two chunks',
    source: 'https://learn.microsoft.com/dotnet/framework/security/ws-federation-authentication-module-overview',
    traffic: `
      GET /claims 302 https://adfs.test/adfs/ls/?wa=wsignin1.0&wtrealm=https%3A%2F%2Fapp.example%2F&wctx=rm%3D0%26id%3Dpassive%26ru%3D%252fclaims&wct=2026-11-30T05%3A00%3A00Z
      -> https://adfs.test/adfs/ls/?wa=wsignin1.0&wtrealm=https%3A%2F%2Fapp.example%2F&wctx=rm%3D0%26id%3Dpassive%26ru%3D%252fclaims&wct=2026-11-30T05%3A00%3A00Z 200
      POST https://adfs.test/adfs/ls/ [UserName Password AuthMethod] 200 | MSISAuth={M:80}; Path=/adfs; HttpOnly; Secure
      POST https://app.example/ [wa=wsignin1.0 wresult={W:80} wctx=rm=0&id=passive&ru=%2fclaims] 302 /claims | FedAuth=77u/${'{F1:80}'.repeat(24)}; Path=/; Secure; HttpOnly | FedAuth1=${'{F2:80}'.repeat(9)}; Path=/; Secure; HttpOnly
      -> https://app.example/claims 200
      GET https://app.example/claims/mine 200
      GET https://app.example/account/signout 302 https://adfs.test/adfs/ls/?wa=wsignout1.0&wreply=https%3A%2F%2Fapp.example%2F | FedAuth=; Path=/; Max-Age=0 | FedAuth1=; Path=/; Max-Age=0
      -> https://adfs.test/adfs/ls/?wa=wsignout1.0&wreply=https%3A%2F%2Fapp.example%2F 200
    `,
    roles: { FedAuth: 'auth-token', FedAuth1: 'auth-token' },
    by: ['FedAuth'],
    id: 'issued',
    attempts: ['external succeeded'],
    end: 'signed out by link',
  },
  {
    app: 'SAP NetWeaver: a logon ticket issued, a session id per system beside it, preferences',
    source: 'https://help.sap.com/docs/SAP_NETWEAVER_750',
    traffic: `
      GET /sap/bc/ui2/flp 200 | sap-usercontext=sap-client=100; Path=/
      POST /sap/bc/ui2/flp [sap-system-login sap-user sap-password sap-client=100 sap-login-XSRF={X:44}] 200
      POST /sap/bc/ui2/flp [sap-system-login sap-user sap-password sap-client=100 sap-login-XSRF={Y:44}] 302 /sap/bc/ui2/flp | MYSAPSSO2={T:80}{U:80}; Path=/; HttpOnly; Secure | SAP_SESSIONID_ABC_100={S:44}%3d; Path=/; HttpOnly; Secure
      -> /sap/bc/ui2/flp 200
      fetch GET /sap/opu/odata/sap/ORDERS/$metadata 200
      GET /sap/public/bc/icf/logoff 200 | MYSAPSSO2=; Path=/; Max-Age=0 | SAP_SESSIONID_ABC_100=; Path=/; Max-Age=0
    `,
    roles: { MYSAPSSO2: 'auth-token', SAP_SESSIONID_ABC_100: 'session-id', 'sap-usercontext': 'preference' },
    by: ['MYSAPSSO2', 'SAP_SESSIONID_ABC_100'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by link',
  },
  {
    app: 'CodeIgniter 2: the id is a member of a serialised value, and stays: fixation',
    source: 'https://codeigniter.com/userguide2/libraries/sessions.html',
    traffic: `
      GET /account 302 /auth/login | ci_session=${serialised('0123456789abcdef0123456789abcdef')}; Path=/
      -> /auth/login 200
      POST /auth/login [identity password] 302 /account | ci_session=${serialised('0123456789abcdef0123456789abcdef').replace('1795435200', '1795435260')}; Path=/
      -> /account 200
      GET /account/orders 200
    `,
    roles: { ci_session: 'session-id' },
    by: ['ci_session'],
    id: 'not-rotated',
  },
  {
    app: 'CodeIgniter 2: the id is a member of a serialised value, and is another: rotated',
    source: 'https://codeigniter.com/userguide2/libraries/sessions.html',
    traffic: `
      GET /account 302 /auth/login | ci_session=${serialised('0123456789abcdef0123456789abcdef')}; Path=/
      -> /auth/login 200
      POST /auth/login [identity password] 302 /account | ci_session=${serialised('fedcba98765432100123456789abcdef')}; Path=/
      -> /account 200
      GET /account/orders 200
    `,
    by: ['ci_session'],
    id: 'rotated',
  },
  {
    app: 'Yii 2: an identity to be remembered by, the session kept: fixation',
    source: 'https://www.yiiframework.com/doc/guide/2.0/en/security-authentication',
    traffic: `
      GET /site/index 302 /site/login | PHPSESSID={A:26}; Path=/; HttpOnly | _csrf={C}a%3A2%3A%7Bi%3A0%3Bs%3A5%3A%22_csrf%22%3Bi%3A1%3Bs%3A32%3A%22{D:32}%22%3B%7D; Path=/; HttpOnly
      -> /site/login 200
      POST /site/login [_csrf={T1:86}== LoginForm[username] LoginForm[password] LoginForm[rememberMe]=1] 302 /site/index | _identity={R}a%3A2%3A%7Bi%3A0%3Bs%3A9%3A%22_identity%22%3Bi%3A1%3Bs%3A46%3A%22%5B7%2C%22{Q:32}%22%2C2592000%5D%22%3B%7D; Path=/; Max-Age=2592000; HttpOnly
      -> /site/index 200
      GET /order/index 200
      POST /site/logout [_csrf={T2:86}==] 302 /site/login | _identity=; Max-Age=0; Path=/
      -> /site/login 200
    `,
    roles: { PHPSESSID: 'session-id', _identity: 'remember-me', _csrf: 'csrf-token' },
    by: ['PHPSESSID'],
    id: 'not-rotated',
    csrf: 'paired field _csrf',
  },
  {
    app: 'CakePHP: the cookie to be remembered by names the user, the session is renewed',
    source: 'https://book.cakephp.org/authentication/3/en/authenticators.html',
    traffic: `
      GET /users/login 200 | CAKEPHP={A:26}; Path=/; HttpOnly | csrfToken={C:86}; Path=/; HttpOnly
      POST /users/login [_csrfToken={C:86} username password remember_me=1] 302 /articles | CAKEPHP={B:26}; Path=/; HttpOnly | CookieAuth=%5B%22anna%22%2C%22%242y%2410%24{K:53}%22%5D; Path=/; Max-Age=31536000; HttpOnly
      -> /articles 200
      POST /articles/add [_csrfToken={C:86} title] 302 /articles
      -> /articles 200
      GET /users/logout 302 /users/login | CAKEPHP=; Path=/; Max-Age=0 | CookieAuth=; Path=/; Max-Age=0
      -> /users/login 200
    `,
    roles: { CAKEPHP: 'session-id', CookieAuth: 'remember-me', csrfToken: 'csrf-token' },
    by: ['CAKEPHP'],
    id: 'rotated',
    csrf: 'double-submit field _csrfToken',
    end: 'signed out by link',
  },
  {
    app: 'MyBB: two cookies, of which the user token is what counts',
    source: 'https://docs.mybb.com/1.8/administration/security/cookies/',
    traffic: `
      GET /member.php?action=login 200 | sid={A}; Path=/; HttpOnly | mybb[lastvisit]=1795435200; Path=/; Max-Age=31536000 | mybb[lastactive]=1795435200; Path=/; Max-Age=31536000
      POST /member.php [action=do_login url my_post_key={K1:32} quick_username quick_password quick_remember=yes] 200
      POST /member.php [action=do_login url my_post_key={K1:32} quick_username quick_password quick_remember=yes] 302 /index.php | sid={B}; Path=/; HttpOnly | mybbuser=1_{U:50}; Path=/; Max-Age=31536000; HttpOnly
      -> /index.php 200
      POST /newreply.php?tid=3 [my_post_key={K2:32} message] 302 /showthread.php?tid=3
      -> /showthread.php?tid=3 200
      GET /member.php?action=logout&logoutkey={L:32} 302 /index.php | mybbuser=; Path=/; Max-Age=0 | sid=; Path=/; Max-Age=0
      -> /index.php 200 | sid={E}; Path=/; HttpOnly
    `,
    roles: { sid: 'session-id', 'mybb[lastvisit]': 'preference' },
    attempts: ['password refused', 'password succeeded'],
    csrf: 'in-request field my_post_key',
    end: 'signed out by link',
  },
  {
    app: 'SMF: the token is a field with a name of its own, another in each session',
    source: 'https://github.com/SimpleMachines/SMF/blob/release-2.1/Sources/Security.php',
    traffic: `
      GET /index.php?action=login 200 | PHPSESSID={A:32}; Path=/; HttpOnly
      POST /index.php?action=login2 [user passwrd cookielength=3153600 ae12bc45f={K1} b7d2f09ac={J1}] 302 /index.php | SMFCookie956={U:88}; Path=/; Max-Age=189216000; HttpOnly | PHPSESSID={B:32}; Path=/; HttpOnly
      -> /index.php 200
      POST /index.php?action=post2 [subject message c0ffee12a={K2}] 302 /index.php?topic=3.0
      -> /index.php?topic=3.0 200
      GET /index.php?action=logout;c0ffee12a={K2} 302 /index.php | SMFCookie956=; Path=/; Max-Age=0 | PHPSESSID={C:32}; Path=/; HttpOnly
      -> /index.php 200
    `,
    roles: { PHPSESSID: 'session-id' },
    attempts: ['password succeeded'],
    end: 'signed out by link',
  },
  {
    app: 'vBulletin: securitytoken, the session hash renewed',
    source: 'https://forum.vbulletin.com/',
    traffic: `
      GET /forum 200 | bbsessionhash={A}; Path=/; HttpOnly | bblastvisit=1795435200; Path=/; Max-Age=31536000
      POST /login.php?do=login [vb_login_username vb_login_password cookieuser=1 securitytoken=guest do=login] 200 | bbsessionhash={B}; Path=/; HttpOnly | bbuserid=7; Path=/; Max-Age=31536000; HttpOnly | bbpassword={P}; Path=/; Max-Age=31536000; HttpOnly
      GET /forum 200
      POST /newreply.php?do=postreply [message securitytoken=1795435200-{S:40}] 302 /showthread.php?t=2
      -> /showthread.php?t=2 200
      GET /login.php?do=logout&logouthash=1795435200-{S:40} 200 | bbsessionhash={C}; Path=/; HttpOnly | bbuserid=; Path=/; Max-Age=0 | bbpassword=; Path=/; Max-Age=0
    `,
    roles: { bbsessionhash: 'session-id', bbpassword: 'remember-me' },
    by: ['bbsessionhash'],
    id: 'rotated',
    end: 'signed out by link',
  },
  {
    app: 'ColdFusion: two halves of one session, both kept: fixation',
    source: 'https://helpx.adobe.com/coldfusion/cfml-reference/coldfusion-tags/tags-u-z/cflogin.html',
    traffic: `
      GET /index.cfm 302 /login.cfm | CFID=48213; Path=/; HttpOnly | CFTOKEN=a1b2c3d4e5f60718-9A8B7C6D-E5F4-3A2B-1C0D9E8F7A6B5C4D; Path=/; HttpOnly
      -> /login.cfm 200
      POST /login.cfm [j_username j_password] 302 /index.cfm
      -> /index.cfm 200
      GET /orders.cfm 200
      GET /index.cfm 200
    `,
    roles: { CFID: 'session-id', CFTOKEN: 'session-id' },
    by: ['CFTOKEN'],
    id: 'not-rotated',
    attempts: ['password succeeded'],
  },
];
