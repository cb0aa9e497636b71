import type { NameRow } from './row';

/** Services and servers that sign users in for applications. */
export const IDENTITY: readonly NameRow[] = [
  {
    owner: 'Keycloak',
    source: 'https://www.keycloak.org/docs/latest/server_admin/',
    cookies: {
      'session-id': ['AUTH_SESSION_ID', 'AUTH_SESSION_ID_LEGACY', 'AUTH_SESSION_ID_HASH'],
      'auth-token': ['KEYCLOAK_IDENTITY', 'KEYCLOAK_IDENTITY_LEGACY'],
      // KEYCLOAK_SESSION tells scripts of other tabs whether the session is still the same; it lets nobody in.
      preference: ['KEYCLOAK_REMEMBER_ME', 'KEYCLOAK_LOCALE', 'KEYCLOAK_SESSION', 'KEYCLOAK_SESSION_LEGACY'],
      'csrf-token': ['KC_STATE_CHECKER'],
      'sign-in-transaction': ['OAuth_Token_Request_State', 'KC_RESTART', 'KC_AUTH_STATE', 'KC_AUTH_SESSION_HASH'],
    },
  },
  {
    owner: 'Auth0',
    source: 'https://auth0.com/docs/manage-users/cookies/authentication-api-cookies',
    cookies: {
      'session-id': ['auth0', 'auth0_compat', 'appSession', /^appSession\.\d+$/],
      preference: ['auth0-mf', 'auth0-mf_compat'],
      'sign-in-transaction': ['auth_verification', '_auth_verification'],
    },
  },
  {
    owner: 'Okta',
    source: 'https://help.okta.com/en-us/content/topics/security/healthinsight/cookies.htm',
    cookies: { 'session-id': ['idx'], 'sign-in-transaction': ['oktaStateToken'] },
  },
  {
    owner: 'oidc-provider',
    source: 'https://github.com/panva/node-oidc-provider/blob/main/docs/README.md#cookiesnames',
    cookies: { 'session-id': ['_session'], 'sign-in-transaction': ['_interaction', '_interaction_resume'] },
  },
  {
    owner: 'Clerk',
    source: 'https://clerk.com/docs/how-clerk-works/cookies',
    cookies: {
      'auth-token': ['__client', '__clerk_db_jwt', '__refresh', /^__session_[A-Za-z0-9_-]{8}$/],
      preference: ['__client_uat', /^__client_uat_[A-Za-z0-9_-]{8}$/],
    },
  },
  {
    owner: 'Supabase',
    source: 'https://supabase.com/docs/guides/auth/server-side',
    cookies: {
      'auth-token': [/^sb-[a-z0-9-]+-auth-token(?:\.\d+)?$/],
      'sign-in-transaction': [/^sb-[a-z0-9-]+-auth-token-code-verifier$/],
    },
  },
  {
    owner: 'Amazon Cognito',
    source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/',
    cookies: {
      'auth-token': [/^CognitoIdentityServiceProvider\..+\.(?:idToken|accessToken)$/, /^AWSELBAuthSessionCookie/],
      'remember-me': [/^CognitoIdentityServiceProvider\..+\.refreshToken$/],
      'sign-in-transaction': ['AWSALBAuthNonce'],
    },
  },
  {
    owner: 'Ory',
    source: 'https://www.ory.sh/docs/kratos/session-management/overview',
    cookies: {
      'session-id': ['ory_kratos_session', 'ory_hydra_session', /^ory_session_[a-z0-9]+$/],
      'csrf-token': [/^csrf_token_[0-9a-f]{64}$/, /^ory_hydra_.*csrf.*$/],
    },
  },
  {
    owner: 'Microsoft Entra',
    source: 'https://learn.microsoft.com/entra/identity/authentication/concept-authentication-web-browser-cookies',
    cookies: {
      'auth-token': ['ESTSAUTH'],
      'remember-me': ['ESTSAUTHPERSISTENT', 'ESTSSSO'],
      // ESTSAUTHLIGHT names the session for scripts that sign out, and lets nobody in.
      preference: ['buid', 'SignInStateCookie', 'ESTSAUTHLIGHT', 'ESTSSC'],
      'sign-in-transaction': ['esctx', 'esctx-*', 'CCState'],
      'load-balancer': ['x-ms-gateway-slice', 'stsservicecookie'],
    },
  },
  {
    owner: 'Microsoft Entra',
    source: 'https://learn.microsoft.com/entra/identity/authentication/concept-authentication-web-browser-cookies',
    on: ['microsoftonline.com', 'microsoft.com', 'live.com', 'windows.net', 'b2clogin.com'],
    cookies: { preference: ['fpc', 'brcap', 'ch', 'clrc', 'wlidperf'] },
  },
  {
    owner: 'Google Account',
    source: 'https://policies.google.com/technologies/cookies',
    on: ['google.com', 'youtube.com', 'google.de', 'google.co.uk', 'google.fr', 'google.co.jp', 'google.ca', 'google.com.au'],
    cookies: { 'auth-token': ['SID', 'HSID', 'SSID', 'APISID', 'SAPISID', 'LSID', /^\d(?:P|PAPI)SID$/, 'OSID'] },
  },
  {
    owner: 'Shibboleth',
    source: 'https://shibboleth.atlassian.net/wiki/spaces/SP3/',
    cookies: {
      'session-id': [/^_shibsession_[0-9a-f]+$/, 'shib_idp_session'],
      'sign-in-transaction': [/^_shibstate_.+$/, /^_opensaml_req_.+$/],
    },
  },
  { owner: 'CAS', source: 'https://apereo.github.io/cas/', cookies: { 'auth-token': ['TGC', 'CASTGC'] } },
  {
    owner: 'SimpleSAMLphp',
    source: 'https://simplesamlphp.org/docs/',
    cookies: { 'session-id': ['SimpleSAML', 'SimpleSAMLSessionID'], 'auth-token': ['SimpleSAMLAuthToken'] },
  },
  {
    owner: 'mod_auth_openidc',
    source: 'https://github.com/OpenIDC/mod_auth_openidc',
    cookies: { 'session-id': ['mod_auth_openidc_session'], 'sign-in-transaction': [/^mod_auth_openidc_state_.+$/] },
  },
  {
    owner: 'OAuth2 Proxy',
    source: 'https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview',
    cookies: { 'auth-token': [/^_oauth2_proxy(?:_\d+)?$/], 'sign-in-transaction': [/^_oauth2_proxy.*_csrf.*$/] },
  },
  {
    owner: 'Cloudflare Access',
    source: 'https://developers.cloudflare.com/cloudflare-one/identity/authorization-cookie/',
    cookies: { 'auth-token': ['CF_Authorization', 'CF_AppSession'], 'csrf-token': ['CF_Binding', 'CF_Session'] },
  },
  {
    owner: 'Authelia',
    source: 'https://www.authelia.com/configuration/session/introduction/',
    cookies: { 'session-id': ['authelia_session'] },
  },
  {
    owner: 'authentik',
    source: 'https://docs.goauthentik.io',
    cookies: { 'session-id': ['authentik_session'], 'csrf-token': ['authentik_csrf'] },
  },
  {
    owner: 'IBM LTPA',
    source: 'https://www.ibm.com/docs/en/was-liberty',
    cookies: { 'auth-token': ['LtpaToken', 'LtpaToken2'] },
  },
  {
    owner: 'SiteMinder',
    source: 'https://techdocs.broadcom.com/us/en/symantec-security-software/identity-security/siteminder.html',
    cookies: { 'auth-token': ['SMSESSION'] },
  },
  {
    owner: 'SAP',
    source: 'https://help.sap.com',
    cookies: { 'auth-token': ['MYSAPSSO2'], 'session-id': ['SAP_SESSIONID_*'], preference: ['sap-usercontext'] },
  },
];
