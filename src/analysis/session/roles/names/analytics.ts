import type { NameRow } from './row';

/** Who counts visitors: the ones met everywhere, each documented by its owner. */
export const ANALYTICS: readonly NameRow[] = [
  {
    owner: 'Google Analytics',
    source: 'https://developers.google.com/analytics/devguides/collection/analyticsjs/cookie-usage',
    cookies: { analytics: ['_ga', '_ga_*', '_gid', '_gat', '_gat_*', '_dc_gtm_*', 'AMP_TOKEN', /^__utm[abctvxz]$/] },
  },
  {
    owner: 'Matomo',
    source: 'https://matomo.org/faq/general/faq_146/',
    cookies: { analytics: ['_pk_*', 'mtm_consent*'], 'session-id': ['matomo_sessid', 'MATOMO_SESSID', 'PIWIK_SESSID'] },
  },
  { owner: 'Hotjar', source: 'https://help.hotjar.com/hc/en-us/articles/115011789248', cookies: { analytics: ['_hj*'] } },
  {
    owner: 'Microsoft Clarity',
    source: 'https://learn.microsoft.com/clarity/setup-and-installation/clarity-cookies',
    cookies: { analytics: ['_clck', '_clsk'] },
  },
  {
    owner: 'Amplitude',
    source: 'https://amplitude.com/docs',
    cookies: { analytics: ['amplitude_id*', /^AMP_[0-9a-f]{10}$/, 'AMP_MKTG_*'] },
  },
  {
    owner: 'Segment',
    source: 'https://segment.com/docs/',
    cookies: { analytics: ['ajs_user_id', 'ajs_anonymous_id', 'ajs_group_id'] },
  },
  { owner: 'Mixpanel', source: 'https://docs.mixpanel.com', cookies: { analytics: ['mp_*_mixpanel'] } },
  { owner: 'PostHog', source: 'https://posthog.com/docs', cookies: { analytics: ['ph_*_posthog'] } },
  {
    owner: 'Adobe Analytics',
    source: 'https://experienceleague.adobe.com/docs/core-services/interface/data-collection/cookies/analytics.html',
    cookies: { analytics: ['s_cc', 's_sq', 's_vi', 's_fid', 's_ecid', 'AMCV_*', 'AMCVS_*', 'kndctr_*', 'demdex'] },
  },
  {
    owner: 'HubSpot',
    source: 'https://knowledge.hubspot.com/privacy-and-consent/what-cookies-does-hubspot-set-in-a-visitor-s-browser',
    cookies: { analytics: ['__hstc', '__hssc', '__hssrc', 'hubspotutk'] },
  },
  {
    owner: 'Marketo',
    source: 'https://experienceleague.adobe.com/docs/marketo/using/home.html',
    cookies: { analytics: ['_mkto_trk'] },
  },
  {
    owner: 'Intercom',
    source: 'https://www.intercom.com/help/en/articles/2361922',
    cookies: { analytics: ['intercom-id-*', 'intercom-session-*', 'intercom-device-id-*'] },
  },
  { owner: 'Snowplow', source: 'https://docs.snowplow.io', cookies: { analytics: ['_sp_id.*', '_sp_ses.*'] } },
  { owner: 'Heap', source: 'https://help.heap.io', cookies: { analytics: ['_hp2_*'] } },
  { owner: 'FullStory', source: 'https://help.fullstory.com', cookies: { analytics: ['fs_uid', 'fs_lua'] } },
  {
    owner: 'Datadog',
    source: 'https://docs.datadoghq.com/real_user_monitoring/',
    cookies: { analytics: ['_dd_s', '_dd_cookie_test_*'] },
  },
  {
    owner: 'Dynatrace',
    source: 'https://docs.dynatrace.com',
    cookies: { analytics: ['dtCookie', 'dtLatC', 'dtPC', 'dtSa', 'rxVisitor', 'rxvt'] },
  },
  {
    owner: 'Yandex Metrica',
    source: 'https://yandex.com/support/metrica/general/cookie-usage.html',
    cookies: { analytics: ['_ym_*'] },
  },
  {
    owner: 'Wikimedia',
    source: 'https://foundation.wikimedia.org/wiki/Policy:Cookie_statement',
    cookies: { analytics: ['WMF-Last-Access', 'WMF-Last-Access-Global', 'WMF-Uniq'], preference: ['GeoIP'] },
  },
  { owner: 'Vimeo', source: 'https://vimeo.com/cookie_policy', on: ['vimeo.com'], cookies: { analytics: ['vuid'] } },
];
