import type { Application } from './application';

const zabbix = (id: string, sign: string): string =>
  encodeURIComponent(btoa(JSON.stringify({ sessionid: id, serverCheckResult: true, serverCheckTime: 0, sign })));

/** Consoles and trackers that are installed as they come, each with cookies of its own making. */
export const CONSOLES: readonly Application[] = [
  {
    app: 'ServiceNow: the id renewed, glide_user_route and glide_session_store beside it, X-UserToken on calls',
    source: 'https://www.servicenow.com/docs/bundle/xanadu-platform-security/page/administer/security/reference/cookies.html',
    traffic: `
      GET /navpage.do 302 /login.do | JSESSIONID={A}; Path=/; Secure; HttpOnly | glide_user_route=glide.{R}; Path=/; Max-Age=2147483647; HttpOnly; Secure | BIGipServerpool_app=2558543370.47168.0000; Path=/; HttpOnly
      -> /login.do 200
      POST /login.do [sysparm_ck={K:72} user_name user_password remember_me=true sys_action=sysverb_login] 200
      POST /login.do [sysparm_ck={K:72} user_name user_password remember_me=true sys_action=sysverb_login] 302 /navpage.do | JSESSIONID={B}; Path=/; Secure; HttpOnly | glide_user=U0N2MzpBMQ%3D%3D{U:80}; Path=/; Max-Age=1296000; HttpOnly; Secure | glide_user_session=U0N2MzpBMg%3D%3D{W:80}; Path=/; HttpOnly; Secure | glide_session_store={G}; Path=/; Max-Age=1800; HttpOnly; Secure
      -> /navpage.do 200
      fetch POST /api/now/table/incident [short_description] (x-usertoken={L:72}) 201
      fetch POST /api/now/table/task [short_description] (x-usertoken={L:72}) 201
      GET /logout.do 302 /logout_success.do | glide_user=; Path=/; Max-Age=0 | glide_user_session=; Path=/; Max-Age=0 | JSESSIONID={C}; Path=/; Secure; HttpOnly
      -> /logout_success.do 200
    `,
    roles: { JSESSIONID: 'session-id', glide_user: 'remember-me', BIGipServerpool_app: 'load-balancer' },
    by: ['JSESSIONID', 'glide_user_session'],
    id: 'rotated',
    attempts: ['password refused', 'password succeeded'],
    end: 'signed out by link',
  },
  {
    app: 'Oracle APEX: half of the session is in addresses, the cookie changes at sign-in',
    source: 'https://docs.oracle.com/en/database/oracle/apex/23.2/htmdb/understanding-session-state-management.html',
    traffic: `
      GET /ords/f?p=100:1 302 /ords/f?p=100:LOGIN_DESKTOP:3405113892861 | ORA_WWV_APP_100=ORA_WWV-{A:24}; Path=/; HttpOnly; Secure
      -> /ords/f?p=100:LOGIN_DESKTOP:3405113892861 200
      fetch POST /ords/wwv_flow.accept [p_flow_id p_flow_step_id p_instance=3405113892861 p_page_submission_id={S1:40} p_request=LOGIN p_json P101_USERNAME P101_PASSWORD] 200
      fetch POST /ords/wwv_flow.accept [p_flow_id p_flow_step_id p_instance=3405113892861 p_page_submission_id={S2:40} p_request=LOGIN p_json P101_USERNAME P101_PASSWORD] 200 | ORA_WWV_APP_100=ORA_WWV-{B:24}; Path=/; HttpOnly; Secure
      GET /ords/f?p=100:1:9120113892862 200
      fetch POST /ords/wwv_flow.accept [p_flow_id p_flow_step_id p_instance=9120113892862 p_page_submission_id={S3:40} p_request=SAVE p_json] 200
      GET /ords/apex_authentication.logout?p_app_id=100&p_session_id=9120113892862 302 /ords/f?p=100:1 | ORA_WWV_APP_100=-1; Path=/; Max-Age=0
      -> /ords/f?p=100:1 302 /ords/f?p=100:LOGIN_DESKTOP:7 | ORA_WWV_APP_100=ORA_WWV-{C:24}; Path=/; HttpOnly; Secure
      -> /ords/f?p=100:LOGIN_DESKTOP:7 200
    `,
    roles: { ORA_WWV_APP_100: 'session-id' },
    by: ['ORA_WWV_APP_100'],
    id: 'rotated',
    end: 'signed out by link',
  },
  {
    app: 'Jira Server: the id renewed, seraph.rememberme.cookie, atlassian.xsrf.token in forms as atl_token',
    source: 'https://developer.atlassian.com/server/jira/platform/cookies/',
    traffic: `
      GET /secure/Dashboard.jspa 200 | JSESSIONID={A}; Path=/; Secure; HttpOnly | atlassian.xsrf.token=BHXN-4R2K-9ZQP-1M7T_{X:40}_lout; Path=/; Secure
      POST /login.jsp [os_username os_password os_cookie=true os_destination user_role atl_token=BHXN-4R2K-9ZQP-1M7T_{X:40}_lout login=Log+In] 200
      POST /login.jsp [os_username os_password os_cookie=true os_destination user_role atl_token=BHXN-4R2K-9ZQP-1M7T_{X:40}_lout login=Log+In] 302 /secure/Dashboard.jspa | JSESSIONID={B}; Path=/; Secure; HttpOnly | seraph.rememberme.cookie=10100%3A{R:40}; Path=/; Max-Age=1209600; Secure; HttpOnly | atlassian.xsrf.token=BHXN-4R2K-9ZQP-1M7T_{Y:40}_lin; Path=/; Secure
      -> /secure/Dashboard.jspa 200
      POST /secure/EditIssue.jspa [id summary atl_token=BHXN-4R2K-9ZQP-1M7T_{Y:40}_lin] 302 /browse/A-1
      -> /browse/A-1 200
      GET /secure/Logout!default.jspa?atl_token=BHXN-4R2K-9ZQP-1M7T_{Y:40}_lin 302 /secure/Logout.jspa | JSESSIONID={C}; Path=/; Secure; HttpOnly | seraph.rememberme.cookie=; Path=/; Max-Age=0
      -> /secure/Logout.jspa 200
    `,
    roles: { JSESSIONID: 'session-id', 'seraph.rememberme.cookie': 'remember-me', 'atlassian.xsrf.token': 'csrf-token' },
    by: ['JSESSIONID'],
    id: 'rotated',
    attempts: ['password refused', 'password succeeded'],
    csrf: 'double-submit field atl_token',
    end: 'signed out by link',
  },
  {
    app: 'Zabbix: the id within a signed JSON value stays: fixation',
    source: 'https://github.com/zabbix/zabbix/blob/6.0/ui/include/classes/core/CCookieSession.php',
    traffic: `
      GET /zabbix.php?action=dashboard.view 403 | zbx_session=${zabbix('f9c7d1b0a4e25f6d8c3b90a1e7d2c4f6', '5d0cbe1f')}; HttpOnly
      GET /index.php?request=zabbix.php%3Faction%3Ddashboard.view 200
      POST /index.php [request name password autologin=1 enter=Sign+in] 302 /zabbix.php?action=dashboard.view | zbx_session=${zabbix('f9c7d1b0a4e25f6d8c3b90a1e7d2c4f6', '91ab77e0')}; Max-Age=2592000; HttpOnly
      -> /zabbix.php?action=dashboard.view 200
      GET /zabbix.php?action=host.list 200
      GET /index.php?reconnect=1&sid=d8c3b90a1e7d2c4f 302 /index.php | zbx_session=; Max-Age=0
      -> /index.php 200
    `,
    roles: { zbx_session: 'session-id' },
    by: ['zbx_session'],
    id: 'not-rotated',
    attempts: ['password succeeded'],
  },
  {
    app: 'Splunk Web: names end in the port, a CSRF cookie in a header',
    source: 'https://docs.splunk.com/Documentation/Splunk/latest/Admin/Webconf',
    traffic: `
      GET /en-US/app/search 303 /en-US/account/login?return_to=%2Fen-US%2Fapp%2Fsearch | session_id_8000={A:40}; Path=/; HttpOnly; Max-Age=31536000
      -> /en-US/account/login?return_to=%2Fen-US%2Fapp%2Fsearch 200 | cval=1187021203; Path=/en-US/account/; Max-Age=31536000 | splunkweb_uid={U}; Path=/en-US/account/; Max-Age=157680000
      fetch POST /en-US/account/login [cval=1187021203 username password return_to] 401
      fetch POST /en-US/account/login [cval=1187021203 username password return_to] 200 | session_id_8000={B:40}; Path=/; HttpOnly | splunkd_8000={S:80}{Z:80}; Path=/; HttpOnly | splunkweb_csrf_token_8000=8847104511934561872; Path=/
      GET /en-US/app/search 200
      fetch POST /en-US/splunkd/__raw/servicesNS/admin/search/search/jobs [search] (x-splunk-form-key=8847104511934561872 x-requested-with) 201
      GET /en-US/account/logout 303 /en-US/account/login | session_id_8000=; Path=/; Max-Age=0 | splunkd_8000=; Path=/; Max-Age=0
      -> /en-US/account/login 200
    `,
    roles: { session_id_8000: 'session-id', splunkweb_csrf_token_8000: 'csrf-token' },
    by: ['session_id_8000', 'splunkd_8000'],
    id: 'rotated',
    attempts: ['password refused', 'password succeeded'],
    csrf: 'paired header x-splunk-form-key',
    end: 'signed out by link',
  },
  {
    app: 'Proxmox VE: a signed ticket that the page’s script keeps as a cookie, the token in a header',
    source: 'https://pve.proxmox.com/wiki/Proxmox_VE_API',
    traffic: `
      GET / 200
      fetch POST /api2/extjs/access/ticket [username password realm=pam new-format=1] 200
      fetch POST /api2/extjs/access/ticket [username password realm=pam new-format=1] 200 | PVEAuthCookie=PVE%3Aroot%40pam%3A6565B3A1%3A%3A{S:80}{U:80}%3D%3D; Path=/; Secure; SameSite=Lax
      fetch GET /api2/json/cluster/resources 200
      fetch POST /api2/extjs/nodes/pve/qemu/100/status/start [timeout] (csrfpreventiontoken=6565B3A1:{K:43}) 200
      fetch POST /api2/extjs/nodes/pve/qemu/101/status/stop [timeout] (csrfpreventiontoken=6565B3A1:{K:43}) 200
    `,
    roles: { PVEAuthCookie: 'auth-token' },
    by: ['PVEAuthCookie'],
    id: 'issued',
    csrf: 'in-request header csrfpreventiontoken',
  },
  {
    app: 'Nexus Repository 3: a call with the name in its own field, the id issued, a token that a script repeats',
    source: 'https://help.sonatype.com/en/csrf-protection.html',
    traffic: `
      GET / 200 | NX-ANTI-CSRF-TOKEN=0.8471203355120943; Path=/; SameSite=Lax
      fetch POST /service/rapture/session [username password] (nx-anti-csrf-token=0.8471203355120943 x-nexus-ui) 403
      fetch POST /service/rapture/session [username password] (nx-anti-csrf-token=0.8471203355120943 x-nexus-ui) 204 | NXSESSIONID={A:36}; Path=/; HttpOnly; SameSite=Lax
      fetch POST /service/extdirect [action method data type tid] (nx-anti-csrf-token=0.8471203355120943 x-nexus-ui) 200
      fetch DELETE /service/rapture/session (nx-anti-csrf-token=0.8471203355120943 x-nexus-ui) 204 | NXSESSIONID=deleteMe; Path=/; Max-Age=0
    `,
    roles: { NXSESSIONID: 'session-id', 'NX-ANTI-CSRF-TOKEN': 'csrf-token' },
    by: ['NXSESSIONID'],
    id: 'issued',
    attempts: ['password refused', 'password succeeded'],
    csrf: 'paired header nx-anti-csrf-token',
    end: 'signed out by script',
  },
];
