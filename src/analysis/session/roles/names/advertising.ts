import type { NameRow } from './row';

/** Who shows advertising: the ones met everywhere, each documented by its owner. */
export const ADVERTISING: readonly NameRow[] = [
  {
    owner: 'Meta',
    source: 'https://www.facebook.com/privacy/policies/cookies/',
    cookies: { advertising: ['_fbp', '_fbc'] },
  },
  {
    owner: 'Google Ads',
    source: 'https://policies.google.com/technologies/cookies',
    cookies: {
      advertising: [
        '_gcl_*',

        'FPGCLAW',
        'FPAU',

        '__gads',
        '__gpi',
        '__gpi_optout',
        '__gsas',
        'receive-cookie-deprecation',
      ],
    },
  },
  {
    owner: 'YouTube',
    source: 'https://policies.google.com/technologies/cookies',
    cookies: { advertising: ['VISITOR_INFO1_LIVE', 'VISITOR_PRIVACY_METADATA'], analytics: ['YSC'] },
  },
  {
    owner: 'Microsoft Advertising',
    source: 'https://help.ads.microsoft.com',
    cookies: { advertising: ['_uetsid', '_uetvid', '_uetmsclkid'] },
  },
  {
    owner: 'LinkedIn',
    source: 'https://www.linkedin.com/legal/l/cookie-table',
    cookies: {
      advertising: ['li_sugr', 'UserMatchHistory', 'AnalyticsSyncHistory', 'bcookie', 'bscookie', 'li_fat_id', 'li_gc'],
      'load-balancer': ['lidc'],
      'auth-token': ['li_at'],
    },
  },
  {
    owner: 'TikTok',
    source: 'https://ads.tiktok.com/help/',
    cookies: { advertising: ['_ttp', '_tt_enable_cookie', 'ttclid', 'ttcsid', 'ttcsid_*'] },
  },
  {
    owner: 'Pinterest',
    source: 'https://help.pinterest.com/business/article/cookies',
    cookies: { advertising: ['_pin_unauth', '_pinterest_ct*', '_derived_epik', '_epik'] },
  },
  {
    owner: 'X',
    source: 'https://help.x.com/rules-and-policies/x-cookies',
    cookies: { advertising: ['personalization_id', 'guest_id', 'guest_id_ads', 'guest_id_marketing', 'muc_ads'] },
  },
  {
    owner: 'Snap',
    source: 'https://businesshelp.snapchat.com',
    cookies: { advertising: ['_scid', '_scid_r', 'sc_at', '_sctr'] },
  },
  { owner: 'Reddit', source: 'https://www.reddit.com/policies/cookies', cookies: { advertising: ['_rdt_uuid', '_rdt_cid'] } },
  {
    owner: 'Criteo',
    source: 'https://www.criteo.com/privacy/',
    cookies: { advertising: ['cto_bundle', 'cto_bidid', 'cto_tld_test'] },
  },
  { owner: 'AdRoll', source: 'https://www.nextroll.com/privacy', cookies: { advertising: ['__adroll*', '__ar_v4'] } },
  {
    owner: 'Google Ads',
    source: 'https://policies.google.com/technologies/cookies',
    on: ['doubleclick.net', 'google.com', 'googleadservices.com', 'youtube.com'],
    cookies: { advertising: ['IDE', 'DSID', 'test_cookie', 'NID', 'ANID', 'AID', 'TAID', 'RUL', 'YSC'], preference: ['PREF'] },
  },
  {
    owner: 'Microsoft',
    source: 'https://learn.microsoft.com/clarity/setup-and-installation/clarity-cookies',
    on: ['bing.com', 'clarity.ms', 'msn.com', 'microsoft.com'],
    cookies: { advertising: ['MUID', 'MUIDB', 'ANONCHK', 'CLID', 'SM'] },
  },
  {
    owner: 'Meta',
    source: 'https://www.facebook.com/privacy/policies/cookies/',
    on: ['facebook.com'],
    cookies: { advertising: ['fr'] },
  },
  {
    owner: 'Xandr',
    source: 'https://docs.xandr.com',
    on: ['adnxs.com'],
    cookies: { advertising: ['anj', 'uuid2', 'icu'] },
  },
  {
    owner: 'The Trade Desk',
    source: 'https://www.thetradedesk.com/us/website-privacy-policy',
    on: ['adsrvr.org'],
    cookies: { advertising: ['TDID', 'TDCPM'] },
  },
];
