import type { NameRow } from './row';

/** What people install to publish, sell and discuss. */
export const APPLICATIONS: readonly NameRow[] = [
  {
    owner: 'WordPress',
    source: 'https://developer.wordpress.org/advanced-administration/wordpress/cookies/',
    cookies: {
      'auth-token': [/^wordpress_logged_in_[0-9a-f]{32}$/, /^wordpress_sec_[0-9a-f]{32}$/, /^wordpress_[0-9a-f]{32}$/],
      preference: ['wp-settings-*', 'wp_lang', 'comment_author_*', 'wordpress_test_cookie', 'wp-postpass_*'],
    },
  },
  {
    owner: 'WooCommerce',
    source: 'https://woocommerce.com/document/woocommerce-cookies/',
    cookies: {
      cart: ['woocommerce_cart_hash', 'woocommerce_items_in_cart', 'wp_woocommerce_session_*', 'woocommerce_recently_viewed'],
    },
  },
  {
    owner: 'MediaWiki',
    source: 'https://www.mediawiki.org/wiki/Manual:$wgCookiePrefix',
    cookies: {
      'session-id': [/^(?!_)[A-Za-z0-9_-]*wiki[A-Za-z0-9_-]*_session$/],
      'remember-me': [/^[A-Za-z0-9_-]*wiki[A-Za-z0-9_-]*Token$/],
      preference: [
        /^[A-Za-z0-9_-]*wiki[A-Za-z0-9_-]*User(?:ID|Name)$/,
        'UseCDNCache',
        'UseDC',
        'VEE',
        'mwclientpreferences',
        '*mwclientpreferences',
      ],
    },
  },
  {
    owner: 'Drupal',
    source: 'https://www.drupal.org/docs',
    cookies: { 'session-id': [/^S?SESS[0-9a-f]{32}$/], preference: ['Drupal.*', 'has_js'] },
  },
  {
    owner: 'Joomla',
    source: 'https://docs.joomla.org',
    cookies: { 'remember-me': [/^joomla_remember_me_[0-9a-f]{32}$/], preference: ['joomla_user_state'] },
  },
  {
    owner: 'Craft',
    source: 'https://github.com/craftcms/cms/blob/5.x/src/helpers/App.php',
    cookies: {
      'session-id': ['CraftSessionId'],
      'csrf-token': ['CRAFT_CSRF_TOKEN'],
      'remember-me': [/^[0-9a-f]{32}_identity$/],
      preference: [/^[0-9a-f]{32}_username$/],
    },
  },
  {
    owner: 'Shopware',
    source: 'https://developer.shopware.com/docs/concepts/framework/http_cache.html',
    cookies: { 'session-id': ['session-'], preference: ['sw-cache-hash', 'sw-states', 'sw-currency'] },
  },
  {
    owner: 'Magento',
    source: 'https://experienceleague.adobe.com/docs/commerce-admin/start/compliance/privacy/compliance-cookie-law.html',
    cookies: {
      'csrf-token': ['form_key'],
      'session-id': ['adminhtml'],
      cart: ['mage-cache-sessid', 'mage-cache-storage', 'mage-messages', 'section_data_ids', 'private_content_version'],
    },
  },
  {
    owner: 'TYPO3',
    source: 'https://docs.typo3.org',
    cookies: { 'session-id': ['fe_typo_user', 'be_typo_user'], preference: ['be_lastLoginProvider'] },
  },
  {
    owner: 'Moodle',
    source: 'https://docs.moodle.org/en/Cookies',
    cookies: { 'session-id': [/^MoodleSession\w*$/], preference: [/^MOODLEID\w*$/] },
  },
  {
    owner: 'Nextcloud',
    source: 'https://docs.nextcloud.com',
    cookies: {
      'auth-token': ['oc_sessionPassphrase'],
      'remember-me': ['nc_token', 'nc_session_id', 'nc_username'],
      'csrf-token': ['nc_sameSiteCookiestrict', 'nc_sameSiteCookielax'],
    },
  },
  {
    owner: 'Redmine',
    source: 'https://www.redmine.org/projects/redmine/wiki/RedmineSettings',
    cookies: { 'session-id': ['_redmine_session'], 'remember-me': ['autologin'] },
  },
  {
    owner: 'GitLab',
    source: 'https://docs.gitlab.com/ee/user/profile/#cookies-used-for-sign-in',
    cookies: { 'session-id': ['_gitlab_session'], preference: ['known_sign_in', 'event_filter', 'sidebar_collapsed', '*_sort'] },
  },
  {
    owner: 'GitHub',
    source: 'https://docs.github.com/site-policy/privacy-policies/github-cookies',
    cookies: {
      'session-id': ['user_session', '_gh_sess'],
      'auth-token': ['dotcom_user'],
      preference: ['logged_in', 'color_mode', 'tz', 'preferred_color_mode'],
    },
  },
  {
    owner: 'Discourse',
    source: 'https://meta.discourse.org',
    cookies: { 'session-id': ['_forum_session'], 'auth-token': ['_t'] },
  },
  {
    owner: 'phpBB',
    source: 'https://www.phpbb.com',
    cookies: {
      'session-id': [/^phpbb3_[a-z0-9]+_sid$/],
      'remember-me': [/^phpbb3_[a-z0-9]+_k$/],
      preference: [/^phpbb3_[a-z0-9]+_u$/],
    },
  },
  {
    owner: 'phpMyAdmin',
    source: 'https://docs.phpmyadmin.net/en/latest/privacy.html',
    cookies: {
      'session-id': [/^phpMyAdmin(?:_https)?$/],
      'auth-token': [/^pmaAuth-\d+(?:_https)?$/],
      preference: [/^pma(?:User|_)-?\w*(?:_https)?$/, /^goto(?:_https)?$/, /^back(?:_https)?$/],
    },
  },
  {
    owner: 'Roundcube',
    source: 'https://github.com/roundcube/roundcubemail/wiki',
    cookies: {
      'session-id': ['roundcube_sessid'],
      'auth-token': ['roundcube_sessauth'],
      preference: ['roundcube_cookies', 'colorMode', 'mailviewsplitter*'],
    },
  },
  {
    owner: 'DokuWiki',
    source: 'https://www.dokuwiki.org/cookies',
    cookies: { 'session-id': ['DokuWiki'], 'auth-token': [/^DW[0-9a-f]{32}$/], preference: ['DOKU_PREFS', 'DokuWiki_*'] },
  },
];
