/** What browsers do with third-party cookies. Chromium knows the first two only. */
export type ThirdPartyPolicy = 'allow' | 'block' | 'partition';

/** What one browser, as it is installed, does with third-party cookies. */
interface ThirdPartyDefault {
  readonly browser: string;
  readonly policy: ThirdPartyPolicy;
  readonly source: string;
}

/**
 * The defaults people have. The profiles follow `chrome` and `firefox`; the others are here because a recording may come
 * from them, and because what was measured on one of them does not hold for the next.
 */
export const THIRD_PARTY_DEFAULTS = {
  chrome: {
    browser: 'Chrome, Edge, and Chromium as its project builds it',
    policy: 'allow',
    source:
      'components/content_settings: `profile.cookie_controls_mode` defaults to “incognito only”; measured on Chromium 156 with that preference: allowed',
  },
  incognito: {
    browser: 'The same in an Incognito window',
    policy: 'block',
    source: 'components/content_settings: `profile.cookie_controls_mode` “incognito only”',
  },
  debian: {
    browser: 'Debian’s Chromium, and builds that carry its patches',
    policy: 'block',
    source:
      'debian/patches/disable/third-party-cookies.patch: the default is “block third-party”; measured on fresh profiles of 156',
  },
  firefox: {
    browser: 'Firefox, private windows included',
    policy: 'partition',
    source: 'Measured on fresh profiles of Firefox 153 (network.cookie.cookieBehavior 5)',
  },
} as const satisfies Readonly<Record<string, ThirdPartyDefault>>;
