import type { NameRow } from './row';

/** Who asks for consent, and remembers the answer. */
export const CONSENT: readonly NameRow[] = [
  {
    owner: 'OneTrust',
    source: 'https://community.cookiepro.com/s/article/UUID-9c8c5d5f-6f2b-6a83-7b3c-8d0d9d6a6ab5',
    cookies: { consent: ['OptanonConsent', 'OptanonAlertBoxClosed', 'OTAdditionalConsentString'] },
  },
  {
    owner: 'Cookiebot',
    source: 'https://www.cookiebot.com/en/cookie-declaration/',
    cookies: { consent: ['CookieConsent', 'CookieConsentBulkTicket', 'CookieConsentBulkSetting-*'] },
  },
  {
    owner: 'IAB TCF',
    source: 'https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework',
    cookies: {
      consent: [
        'euconsent-v2',
        'euconsent',
        'eupubconsent-v2',
        'eupubconsent',
        'usprivacy',
        '__gpp',
        '__gpp_sid',
        'FCCDCF',
        'FCNEC',
      ],
    },
  },
  {
    owner: 'Osano Cookie Consent',
    source: 'https://github.com/osano/cookieconsent',
    cookies: { consent: ['cookieconsent_status', 'cookieconsent_dismissed', 'osano_consentmanager*'] },
  },
  { owner: 'Orest Bida CookieConsent', source: 'https://cookieconsent.orestbida.com', cookies: { consent: ['cc_cookie'] } },
  {
    owner: 'CookieYes',
    source: 'https://www.cookieyes.com',
    cookies: { consent: ['cookieyes-consent', 'cookielawinfo-*', 'viewed_cookie_policy', 'CookieLawInfoConsent'] },
  },
  {
    owner: 'Spatie',
    source: 'https://github.com/spatie/laravel-cookie-consent',
    cookies: { consent: ['laravel_cookie_consent'] },
  },
  { owner: 'iubenda', source: 'https://www.iubenda.com/en/help/', cookies: { consent: ['_iub_cs-*'] } },
  { owner: 'Didomi', source: 'https://developers.didomi.io', cookies: { consent: ['didomi_token'] } },
  { owner: 'Complianz', source: 'https://complianz.io', cookies: { consent: ['cmplz_*'] } },
  { owner: 'Borlabs', source: 'https://borlabs.io', cookies: { consent: ['borlabs-cookie'] } },
  { owner: 'Klaro', source: 'https://github.com/kiprotect/klaro', cookies: { consent: ['klaro'] } },
  { owner: 'tarteaucitron', source: 'https://github.com/AmauriC/tarteaucitron.js', cookies: { consent: ['tarteaucitron'] } },
  {
    owner: 'TrustArc',
    source: 'https://trustarc.com',
    cookies: {
      consent: [
        'notice_preferences',
        'notice_gdpr_prefs',
        'notice_behavior',
        'cmapi_cookie_privacy',
        'cmapi_gtm_bl',
        'truste.*',
        'TAconsentID',
      ],
    },
  },
  {
    owner: 'Axeptio',
    source: 'https://support.axeptio.eu',
    cookies: { consent: ['axeptio_cookies', 'axeptio_authorized_vendors', 'axeptio_all_vendors'] },
  },
  {
    owner: 'Google consent',
    source: 'https://policies.google.com/technologies/cookies',
    cookies: { consent: ['SOCS', 'CONSENT'] },
  },
];
