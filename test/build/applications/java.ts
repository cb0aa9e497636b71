import type { Application } from './application';

/** Applications of the Java platform. */
export const JAVA: readonly Application[] = [
  {
    app: 'Apache Shiro: the container’s id stays, a serialised identity remembers: fixation, and a return by it',
    source: 'https://github.com/apache/shiro/blob/main/web/src/main/java/org/apache/shiro/web/mgt/CookieRememberMeManager.java',
    traffic: `
      GET /account 302 /login.jsp;jsessionid={A} | JSESSIONID={A}; Path=/; HttpOnly
      -> /login.jsp;jsessionid={A} 200
      POST /login.jsp [username password rememberMe=true submit] 200 | rememberMe=deleteMe; Path=/; Max-Age=0; Expires=Sun, 29-Nov-2026 12:00:00 GMT
      POST /login.jsp [username password rememberMe=true submit] 302 /account | rememberMe={R1:86}{R2:86}{R3:86}{R4:86}==; Path=/; Max-Age=31536000; HttpOnly
      -> /account 200
      GET /account/index.jsp 200
      without JSESSIONID
      GET /account 200 | JSESSIONID={B}; Path=/; HttpOnly
      GET /logout 302 / | rememberMe=deleteMe; Path=/; Max-Age=0 | JSESSIONID=deleteMe; Path=/; Max-Age=0
      -> / 200
      GET /account 302 /login.jsp
      -> /login.jsp 200 | JSESSIONID={C}; Path=/; HttpOnly
    `,
    roles: { JSESSIONID: 'session-id', rememberMe: 'remember-me' },
    by: ['JSESSIONID'],
    id: 'not-rotated',
    attempts: ['password refused', 'password succeeded'],
    csrf: null,
  },
  {
    app: 'Spring Security with an OAuth 2 client: the session keeps the state, and is renewed at the callback',
    source: 'https://docs.spring.io/spring-security/reference/servlet/oauth2/login/core.html',
    traffic: `
      GET /profile 302 /oauth2/authorization/github | JSESSIONID={A}; Path=/; HttpOnly
      -> /oauth2/authorization/github 302 https://git.test/login/oauth/authorize?response_type=code&client_id=Iv1&scope=read:user&state={S:43}%3D&redirect_uri=https%3A%2F%2Fapp.example%2Flogin%2Foauth2%2Fcode%2Fgithub
      -> https://git.test/login/oauth/authorize?response_type=code&client_id=Iv1&scope=read:user&state={S:43}%3D&redirect_uri=https%3A%2F%2Fapp.example%2Flogin%2Foauth2%2Fcode%2Fgithub 200
      POST https://git.test/login/oauth/authorize [authorize client_id state authenticity_token={G:64}] 302 https://app.example/login/oauth2/code/github?code={K:20}&state={S:43}%3D
      -> https://app.example/login/oauth2/code/github?code={K:20}&state={S:43}%3D 302 /profile?continue | JSESSIONID={B}; Path=/; HttpOnly
      -> https://app.example/profile?continue 200
      GET https://app.example/orders 200
      POST https://app.example/logout [_csrf={T:96}] 302 /login?logout
      -> https://app.example/login?logout 200 | JSESSIONID={C}; Path=/; HttpOnly
      GET https://app.example/profile 302 /oauth2/authorization/github
      -> /oauth2/authorization/github 200
    `,
    roles: { JSESSIONID: 'session-id' },
    by: ['JSESSIONID'],
    id: 'rotated',
    end: 'signed out by form',
    csrf: 'in-request field _csrf',
  },
  {
    app: 'Spring Session: SESSION is a UUID in base64, sticky AWSALB renewed beside it',
    source: 'https://docs.spring.io/spring-session/reference/api.html#api-cookieserializer',
    traffic: `
      GET /dashboard 302 /login | SESSION=ZjNjMWI3YTAtOWU1ZC00YzI2LTlmMmMtNzFkMGE0ZTg1YjM2; Path=/; Secure; HttpOnly; SameSite=Lax | AWSALB={L1:64}{L2:40}; Expires=Tue, 08 Dec 2026 12:00:00 GMT; Path=/ | AWSALBCORS={L1:64}{L2:40}; Expires=Tue, 08 Dec 2026 12:00:00 GMT; Path=/; SameSite=None; Secure
      -> /login 200 | AWSALB={M1:64}{M2:40}; Expires=Tue, 08 Dec 2026 12:00:00 GMT; Path=/ | AWSALBCORS={M1:64}{M2:40}; Expires=Tue, 08 Dec 2026 12:00:00 GMT; Path=/; SameSite=None; Secure
      POST /login [username password _csrf={T:96}] 302 /login?error | AWSALB={N1:64}{N2:40}; Expires=Tue, 08 Dec 2026 12:00:00 GMT; Path=/ | AWSALBCORS={N1:64}{N2:40}; Expires=Tue, 08 Dec 2026 12:00:00 GMT; Path=/; SameSite=None; Secure
      -> /login?error 200
      POST /login [username password _csrf={T2:96}] 302 /dashboard | SESSION=MzFkNGQ5NmUtNDA3YS00ZDQyLWYzYzEtYjdhMDllNWQ4YzI2; Path=/; Secure; HttpOnly; SameSite=Lax | AWSALB={O1:64}{O2:40}; Expires=Tue, 08 Dec 2026 12:00:00 GMT; Path=/ | AWSALBCORS={O1:64}{O2:40}; Expires=Tue, 08 Dec 2026 12:00:00 GMT; Path=/; SameSite=None; Secure
      -> /dashboard 200
      POST /logout [_csrf={T3:96}] 302 /login?logout | SESSION=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax
      -> /login?logout 200
    `,
    roles: { SESSION: 'session-id', AWSALB: 'load-balancer', AWSALBCORS: 'load-balancer' },
    by: ['SESSION'],
    id: 'rotated',
    end: 'signed out by form',
    attempts: ['password refused', 'password succeeded'],
    csrf: 'in-request field _csrf',
  },
  {
    app: 'SonarQube: a JWT issued by a call, a token that the script repeats in a header',
    source:
      'https://github.com/SonarSource/sonarqube/tree/master/server/sonar-webserver-auth/src/main/java/org/sonar/server/authentication',
    traffic: `
      GET /sessions/new 200
      fetch GET /api/users/current 401
      fetch POST /api/authentication/login [login password] 401
      fetch POST /api/authentication/login [login password] 200 | XSRF-TOKEN={X:26}; Path=/; SameSite=Lax; Max-Age=259200 | JWT-SESSION=eyJhbGciOiJIUzI1NiJ9.eyJsYXN0UmVmcmVzaFRpbWUiOjE3OTU0MzUyMDAsInhzcmZUb2tlbiI6IngiLCJqdGkiOiJBWjEiLCJzdWIiOiJBWXg3IiwiaWF0IjoxNzk1NDM1MjAwLCJleHAiOjE3OTU2OTQ0MDB9.{J:43}; Path=/; HttpOnly; SameSite=Lax; Max-Age=259200
      GET /projects 200
      fetch GET /api/users/current 200
      fetch POST /api/favorites/add [component] (x-xsrf-token={X:26}) 204
      fetch POST /api/user_tokens/generate [name] (x-xsrf-token={X:26}) 200
      fetch POST /api/authentication/logout (x-xsrf-token={X:26}) 200 | XSRF-TOKEN=; Path=/; Max-Age=0 | JWT-SESSION=; Path=/; HttpOnly; Max-Age=0
      GET /sessions/new 200
      fetch GET /api/users/current 401
    `,
    roles: { 'JWT-SESSION': 'auth-token', 'XSRF-TOKEN': 'csrf-token' },
    by: ['JWT-SESSION'],
    id: 'issued',
    end: 'signed out by script',
    attempts: ['password refused', 'password succeeded'],
    csrf: 'double-submit header x-xsrf-token',
  },
  {
    app: 'Tomcat with single sign-on between its applications: the id renewed, JSESSIONIDSSO issued beside it',
    source: 'https://tomcat.apache.org/tomcat-10.1-doc/config/host.html#Single_Sign_On',
    traffic: `
      GET /portal/inside 200 | JSESSIONID={A}; Path=/portal; Secure; HttpOnly
      POST /portal/j_security_check [j_username j_password] 200
      POST /portal/j_security_check [j_username j_password] 303 /portal/inside | JSESSIONIDSSO={O}; Path=/; Secure; HttpOnly | JSESSIONID={B}; Path=/portal; Secure; HttpOnly
      -> /portal/inside 200
      GET /portal/orders 200
      GET /portal/logout 302 /portal/ | JSESSIONIDSSO=; Path=/; Max-Age=0
      -> /portal/ 200 | JSESSIONID={C}; Path=/portal; Secure; HttpOnly
    `,
    roles: { JSESSIONID: 'session-id', JSESSIONIDSSO: 'session-id' },
    id: 'rotated',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by link',
    csrf: null,
  },
  {
    app: 'CAS: the application’s id stays when it is handed a ticket: fixation',
    source: 'https://apereo.github.io/cas/7.1.x/protocol/CAS-Protocol.html',
    traffic: `
      GET /app/inside 302 https://cas.test/cas/login?service=https%3A%2F%2Fapp.example%2Fapp%2Finside | JSESSIONID={A}; Path=/app; Secure; HttpOnly
      -> https://cas.test/cas/login?service=https%3A%2F%2Fapp.example%2Fapp%2Finside 200
      POST https://cas.test/cas/login?service=https%3A%2F%2Fapp.example%2Fapp%2Finside [username password execution={E:80} _eventId=submit] 302 https://app.example/app/inside?ticket=ST-12-{K:30}-cas1 | TGC={G1:80}{G2:80}; Path=/cas; Secure; HttpOnly
      -> https://app.example/app/inside?ticket=ST-12-{K:30}-cas1 302 /app/inside
      -> https://app.example/app/inside 200
      GET https://app.example/app/orders 200
    `,
    roles: { JSESSIONID: 'session-id', TGC: 'auth-token' },
    by: ['JSESSIONID'],
    id: 'not-rotated',
  },
  {
    app: 'Liferay: remembered by four cookies, p_auth in addresses, the session renewed',
    source: 'https://help.liferay.com/hc/en-us/articles/360018158211',
    traffic: `
      GET /web/guest/home 200 | JSESSIONID={A}; Path=/; Secure; HttpOnly | COOKIE_SUPPORT=true; Path=/; Max-Age=31536000 | GUEST_LANGUAGE_ID=en_US; Path=/; Max-Age=31536000 | LFR_SESSION_STATE_20105=1795435200000; Path=/
      POST /web/guest/home?p_p_id=com_liferay_login_web_portlet_LoginPortlet&p_auth={P:8} [login password rememberMe=true formDate saveLastPath redirect doActionAfterLogin] 200
      POST /web/guest/home?p_p_id=com_liferay_login_web_portlet_LoginPortlet&p_auth={P:8} [login password rememberMe=true formDate saveLastPath redirect doActionAfterLogin] 302 /c | JSESSIONID={B}; Path=/; Secure; HttpOnly | COMPANY_ID=20099; Path=/; Max-Age=31536000; HttpOnly | ID=6a4d2f3b5c6e7d8f9a0b1c2d3e4f5a6b; Path=/; Max-Age=31536000; HttpOnly | REMEMBER_ME=true; Path=/; Max-Age=31536000; HttpOnly | USER_UUID={U:44}; Path=/; Max-Age=31536000; HttpOnly
      -> /c 302 /web/guest/home
      -> /web/guest/home 200
      GET /group/guest/~/control_panel 200
      GET /c/portal/logout 302 /web/guest/home | JSESSIONID={C}; Path=/; Secure; HttpOnly | COMPANY_ID=; Path=/; Max-Age=0 | ID=; Path=/; Max-Age=0 | REMEMBER_ME=; Path=/; Max-Age=0 | USER_UUID=; Path=/; Max-Age=0
      -> /web/guest/home 200
    `,
    roles: { JSESSIONID: 'session-id', COOKIE_SUPPORT: 'preference', GUEST_LANGUAGE_ID: 'preference' },
    by: ['JSESSIONID'],
    id: 'rotated',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by link',
  },
];
