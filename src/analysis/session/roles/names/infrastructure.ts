import type { NameRow } from './row';

/** What stands before an application: load balancers, edges, feature flags. */
export const INFRASTRUCTURE: readonly NameRow[] = [
  {
    owner: 'AWS load balancer',
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html',
    cookies: { 'load-balancer': ['AWSALB', 'AWSALBCORS', 'AWSALBTG', 'AWSALBTGCORS', 'AWSALBAPP-*', 'AWSELB', 'AWSELBCORS'] },
  },
  {
    owner: 'F5 BIG-IP',
    source: 'https://my.f5.com/manage/s/article/K6917',
    cookies: {
      'load-balancer': ['BIGipServer*', /^TS[0-9a-f]{6,12}(?:_\d+)?$/, 'f5_cspm', 'F5_ST', 'LastMRH_Session', 'MRHSession'],
    },
  },
  {
    owner: 'Citrix NetScaler',
    source: 'https://docs.netscaler.com',
    cookies: { 'load-balancer': ['NSC_*', 'citrix_ns_id', 'citrix_ns_id_*'] },
  },
  {
    owner: 'HAProxy',
    source: 'https://docs.haproxy.org/2.8/configuration.html#4.2-cookie',
    cookies: { 'load-balancer': ['SERVERID', 'SRVNAME', 'SRV'] },
  },
  {
    owner: 'Apache mod_proxy_balancer',
    source: 'https://httpd.apache.org/docs/2.4/mod/mod_proxy_balancer.html',
    cookies: { 'load-balancer': ['ROUTEID', 'BALANCEID'] },
  },
  {
    owner: 'nginx ingress',
    source: 'https://kubernetes.github.io/ingress-nginx/examples/affinity/cookie/',
    cookies: { 'load-balancer': ['INGRESSCOOKIE'] },
  },
  {
    owner: 'Azure App Service',
    source: 'https://learn.microsoft.com/azure/app-service/',
    cookies: {
      'load-balancer': [
        'ARRAffinity',
        'ARRAffinitySameSite',
        'ASLBSA',
        'ASLBSACORS',
        'ApplicationGatewayAffinity',
        'ApplicationGatewayAffinityCORS',
        'TiPMix',
        'x-ms-routing-name',
      ],
    },
  },
  {
    owner: 'Google Cloud load balancer',
    source: 'https://cloud.google.com/load-balancing/docs/backend-service#session_affinity',
    cookies: { 'load-balancer': ['GCLB', 'GAESA'] },
  },
  {
    owner: 'Heroku',
    source: 'https://devcenter.heroku.com/articles/session-affinity',
    cookies: { 'load-balancer': ['heroku-session-affinity'] },
  },
  {
    owner: 'Cloudflare',
    source: 'https://developers.cloudflare.com/fundamentals/reference/policies-compliances/cloudflare-cookies/',
    cookies: {
      'load-balancer': [
        '__cflb',
        '__cfruid',
        '__cfseq',
        '_cfuvid',
        '__cf_bm',
        'cf_clearance',
        '__cfwaitingroom',
        'cf_ob_info',
        'cf_use_ob',
      ],
    },
  },
  {
    owner: 'Akamai',
    source: 'https://techdocs.akamai.com',
    cookies: { 'load-balancer': ['AKA_A2', '_abck', 'ak_bmsc', 'bm_sz', 'bm_sv', 'bm_mi', 'AKALB_*'] },
  },
  {
    owner: 'Imperva',
    source: 'https://docs.imperva.com/bundle/cloud-application-security/page/cookies.htm',
    cookies: { 'load-balancer': ['incap_ses_*', 'visid_incap_*', 'nlbi_*', '___utmv*'] },
  },
  { owner: 'DataDome', source: 'https://docs.datadome.co', cookies: { 'load-balancer': ['datadome'] } },
  {
    owner: 'Traefik',
    source: 'https://doc.traefik.io/traefik/routing/services/#sticky-sessions',
    cookies: { 'load-balancer': [/^_[0-9a-f]{5}$/] },
  },
  {
    owner: 'Optimizely',
    source: 'https://docs.developers.optimizely.com',
    cookies: { 'feature-flag': ['optimizelyEndUserId', 'optimizelySegments', 'optimizelyBuckets', 'optimizelyDomainTestCookie'] },
  },
  {
    owner: 'VWO',
    source: 'https://help.vwo.com/hc/en-us/articles/360033991053',
    cookies: { 'feature-flag': ['_vis_opt_*', '_vwo*'] },
  },
  { owner: 'AB Tasty', source: 'https://docs.abtasty.com', cookies: { 'feature-flag': ['ABTasty', 'ABTastySession'] } },
  {
    owner: 'Google Optimize',
    source: 'https://developers.google.com/analytics/devguides/collection/analyticsjs/cookie-usage',
    cookies: { 'feature-flag': ['_gaexp', '_opt_*'] },
  },
  { owner: 'LaunchDarkly', source: 'https://docs.launchdarkly.com', cookies: { 'feature-flag': ['ld:*'] } },
  { owner: 'Statsig', source: 'https://docs.statsig.com', cookies: { 'feature-flag': ['statsig*', 'STATSIG_*'] } },
  { owner: 'GrowthBook', source: 'https://docs.growthbook.io', cookies: { 'feature-flag': ['gbuuid', 'gb_anonymous_id'] } },
];
