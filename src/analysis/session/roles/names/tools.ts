import type { NameRow } from './row';

/** What people install to work and to run machines with. */
export const TOOLS: readonly NameRow[] = [
  {
    owner: 'Grafana',
    source: 'https://grafana.com/docs/grafana/latest/setup-grafana/configure-security/',
    cookies: { 'session-id': ['grafana_session', 'grafana_sess'], preference: ['grafana_session_expiry'] },
  },
  {
    owner: 'Gitea',
    source: 'https://docs.gitea.com/administration/config-cheat-sheet',
    cookies: { 'session-id': ['i_like_gitea', 'i_like_gogs'], 'remember-me': ['gitea_incredible', 'gogs_incredible'] },
  },
  {
    owner: 'Directus',
    source: 'https://directus.io/docs/configuration/auth-sso',
    cookies: { 'auth-token': ['directus_session_token'], 'remember-me': ['directus_refresh_token'] },
  },
  {
    owner: 'Strapi',
    source: 'https://docs.strapi.io/cms/features/users-permissions',
    cookies: { 'auth-token': ['jwtToken'], 'remember-me': ['strapi_admin_refresh', 'strapi_up_refresh'] },
  },
  {
    owner: 'Ghost',
    source: 'https://ghost.org/docs/',
    cookies: { 'session-id': ['ghost-admin-api-session'], 'auth-token': ['ghost-members-ssr'] },
  },
  {
    owner: 'Odoo',
    source: 'https://www.odoo.com/documentation',
    cookies: { 'session-id': ['session_id'], preference: ['frontend_lang', 'cids'] },
  },
  { owner: 'Frappe', source: 'https://docs.frappe.io', cookies: { preference: ['system_user', 'full_name', 'user_image'] } },
  {
    owner: 'Atlassian',
    source: 'https://confluence.atlassian.com/adminjiraserver/jira-cookies-938847019.html',
    cookies: {
      'csrf-token': ['atlassian.xsrf.token'],
      'remember-me': ['seraph.rememberme.cookie', 'seraph.confluence'],
      'auth-token': ['cloud.session.token', 'tenant.session.token'],
      'session-id': ['BITBUCKETSESSIONID'],
    },
  },
  { owner: 'SonarQube', source: 'https://docs.sonarsource.com', cookies: { 'auth-token': ['JWT-SESSION'] } },
  {
    owner: 'Nexus',
    source: 'https://help.sonatype.com',
    cookies: { 'session-id': ['NXSESSIONID'], 'csrf-token': ['NX-ANTI-CSRF-TOKEN'] },
  },
  {
    owner: 'Zabbix',
    source: 'https://www.zabbix.com/documentation/current/en/manual/web_interface/cookies',
    cookies: { 'session-id': ['zbx_session', 'zbx_sessionid'] },
  },
  {
    owner: 'Mattermost',
    source: 'https://docs.mattermost.com',
    cookies: { 'auth-token': ['MMAUTHTOKEN'], 'csrf-token': ['MMCSRF'], preference: ['MMUSERID'] },
  },
  { owner: 'Rocket.Chat', source: 'https://docs.rocket.chat', cookies: { 'auth-token': ['rc_token'], preference: ['rc_uid'] } },
  {
    owner: 'Sentry',
    source: 'https://github.com/getsentry/sentry',
    cookies: { 'session-id': ['sentrysid'], 'csrf-token': ['sentry-sc'] },
  },
  {
    owner: 'Metabase',
    source: 'https://www.metabase.com/docs',
    cookies: {
      'session-id': ['metabase.SESSION', 'metabase.EMBEDDED_SESSION'],
      preference: ['metabase.DEVICE', 'metabase.TIMEOUT'],
    },
  },
  {
    owner: 'Jupyter',
    source: 'https://jupyter-server.readthedocs.io',
    cookies: {
      'auth-token': [/^username-.+-\d+$/, 'jupyterhub-user-*', 'jupyterhub-hub-login'],
      'session-id': ['jupyterhub-session-id'],
    },
  },
  {
    owner: 'Proxmox',
    source: 'https://pve.proxmox.com/wiki/Proxmox_VE_API',
    cookies: { 'auth-token': ['PVEAuthCookie', 'PMGAuthCookie', 'PBSAuthCookie'] },
  },
  {
    owner: 'Rancher',
    source: 'https://ranchermanager.docs.rancher.com',
    cookies: { 'auth-token': ['R_SESS'], 'csrf-token': ['CSRF'] },
  },
  {
    owner: 'Squarespace',
    source: 'https://support.squarespace.com/hc/en-us/articles/360001264507',
    cookies: { 'csrf-token': ['crumb'] },
  },
  {
    owner: 'Shopify',
    source: 'https://www.shopify.com/legal/cookies',
    cookies: {
      cart: ['cart', 'cart_currency', 'cart_sig', 'cart_ts'],
      'session-id': ['_secure_session_id', '_shopify_essential'],
      analytics: ['_shopify_s', '_shopify_y', '_shopify_sa_t', '_shopify_sa_p'],
      preference: ['localization'],
    },
  },
  { owner: 'Oscar', source: 'https://django-oscar.readthedocs.io', cookies: { cart: ['oscar_open_basket', 'oscar_history'] } },
  { owner: 'Plone', source: 'https://docs.plone.org', cookies: { 'auth-token': ['__ac'] } },
  { owner: 'cockpit', source: 'https://cockpit-project.org', cookies: { 'session-id': ['cockpit'] } },
  {
    owner: 'Adminer',
    source: 'https://www.adminer.org',
    cookies: {
      'session-id': ['adminer_sid'],
      // The password, sealed; `adminer_key` only unseals the one that the session keeps.
      'remember-me': ['adminer_permanent'],
      preference: ['adminer_version', 'adminer_lang'],
    },
  },
];
