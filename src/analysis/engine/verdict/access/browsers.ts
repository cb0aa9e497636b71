import { answersOf, difference, PROFILES, type Profile } from '../../base/profile';
import { HEADER_DIFFERENCES } from '../../header/dialect';
import { THIRD_PARTY_DEFAULTS, type ThirdPartyPolicy } from './third-party-defaults';

/** Where the standard, Chromium 156 and Firefox 153 part ways, beyond the reading of the header line. */
const VERDICT_DIFFERENCES = {
  namelessLine: difference<'value' | 'name'>({
    about: 'A line without an equals sign',
    spec: 'value',
    chromium: 'value',
    firefox: 'name',
    source: 'RFC 6265bis §5.6 step 3; measured: `k1` is sent as `k1=` by Firefox 153 (network.cookie.valueless_cookie)',
  }),
  emptyName: difference<'kept' | 'refused'>({
    about: 'An empty name before an equals sign (`=value`)',
    spec: 'kept',
    chromium: 'kept',
    firefox: 'refused',
    source: 'Measured on Firefox 153: InvalidCharName',
  }),
  namelessEquals: difference<'kept' | 'refused'>({
    about: 'A nameless cookie whose value holds an equals sign (`=a=b`)',
    spec: 'kept',
    chromium: 'refused',
    firefox: 'refused',
    source: 'Measured on Chromium 156 (EXCLUDE_AMBIGUOUS_SERIALIZATION, DevTools says nothing)',
  }),
  notUtf8: difference<'kept' | 'replaced'>({
    about: 'Octets that are not UTF-8, in a value or a path',
    spec: 'kept',
    chromium: 'kept',
    firefox: 'replaced',
    source: 'Measured on Firefox 153: `c=\\xe9x` is sent as `c=EF BF BD x`; names keep their octets',
  }),
  pathNonAscii: difference<'kept' | 'refused'>({
    about: 'An octet above 127 in the Path that counts',
    spec: 'refused',
    chromium: 'kept',
    firefox: 'kept',
    source: 'layered-cookies; WPT cookies/path/non-ascii-path-attribute',
  }),
  longPath: difference<number | null>({
    about: 'The longest default path, in octets; in place of a longer one an empty path is stored, in which no request lies',
    spec: null,
    chromium: null,
    firefox: 1024,
    source: 'Measured on Firefox 153: stored with an empty path and sent with no request',
  }),
  pathTab: difference<'kept' | 'refused'>({
    about: 'A TAB in the path',
    spec: 'kept',
    chromium: 'kept',
    firefox: 'refused',
    source: 'Measured on Firefox 153: InvalidPath',
  }),
  doubleDotHost: difference<'kept' | 'refused' | 'one-dot'>({
    about: 'A host that ends in two dots',
    spec: 'kept',
    chromium: 'refused',
    firefox: 'one-dot',
    source:
      'net/cookies/cookie_util_unittest.cc GetCookieDomainWithString_TrailingDots; measured on Firefox 153: `a.test..` and `a.test.` share their cookies',
  }),
  unicodeDomain: difference<'refused' | 'converted'>({
    about: 'A Domain in Unicode that covers the host (`Domain=bücher.test` in UTF-8, from xn--bcher-kva.test)',
    spec: 'refused',
    chromium: 'converted',
    firefox: 'refused',
    source: 'RFC 6265bis §5.7 step 8; measured on Chromium 156: stored as a domain cookie; refused by Firefox 153',
  }),
  aboveRegistrable: difference<'kept' | 'refused'>({
    about:
      'A Domain above the host’s registrable domain that is no public suffix itself (`amazonaws.com` for `x.s3.amazonaws.com`)',
    spec: 'kept',
    chromium: 'refused',
    firefox: 'refused',
    source:
      'RFC 6265bis §5.7 step 9; net/cookies/cookie_util.cc GetCookieDomainWithString; Firefox CookieCommons: inside the base domain',
  }),
  ipDomain: difference<'domain-cookie' | 'host-only'>({
    about: 'Domain equal to the request’s IP address',
    spec: 'domain-cookie',
    chromium: 'host-only',
    firefox: 'host-only',
    source: 'RFC 6265bis §5.7 step 10; measured on both browsers',
  }),
  hostPrefixDomain: difference<'host-only' | 'no-domain'>({
    about: 'What `__Host-` asks of Domain',
    spec: 'host-only',
    chromium: 'no-domain',
    firefox: 'host-only',
    source: 'Measured: `__Host-x; Domain=github.io` on github.io is refused by Chromium 156 and taken by Firefox 153',
  }),
  hostPrefixPath: difference<'attribute' | 'path'>({
    about: 'What `__Host-` asks of Path',
    spec: 'attribute',
    chromium: 'attribute',
    firefox: 'path',
    source: 'RFC 6265bis §5.7 step 21; Firefox TestCookie: the default path `/` is enough',
  }),
  absentSameSite: difference<'lax' | 'none'>({
    about: 'A cookie without a known SameSite',
    spec: 'lax',
    chromium: 'lax',
    firefox: 'none',
    source: 'RFC 6265bis §5.6.7; measured on Firefox 153 (sameSite.laxByDefault is off)',
  }),
  schemefulSite: difference<boolean>({
    about: 'Whether http and https of one domain are two sites',
    spec: true,
    chromium: true,
    firefox: false,
    source: 'RFC 6265bis §5.2; measured: an https image on an http page of the same host',
  }),
  redirectChain: difference<'counts' | 'ignored'>({
    about: 'A cross-site hop in the redirect chain, when sending',
    spec: 'counts',
    chromium: 'ignored',
    firefox: 'counts',
    source: 'WPT cookies/samesite; measured: Chromium 156 ignores the chain, Firefox 153 withholds Strict and Lax',
  }),
  unsafeWindow: difference<number | null>({
    about: 'Seconds in which a cookie without SameSite still goes with a cross-site top-level POST',
    spec: 120,
    chromium: 120,
    firefox: null,
    source: 'RFC 6265bis §5.6.7.2 (optional); measured on Chromium 156',
  }),
  overwriteSecure: difference<'insecure-line' | 'any-line'>({
    about: 'Which lines from an insecure origin are kept off a Secure cookie of their name',
    spec: 'insecure-line',
    chromium: 'any-line',
    firefox: 'insecure-line',
    source: 'RFC 6265bis §5.7 step 16; measured on Chromium 156: SecureOnly and OverwriteSecure together',
  }),
  secureOverlap: difference<'by-domain' | 'by-scope'>({
    about: 'Whether a Secure cookie of a host above or below protects its name although one of the two is for its own host alone',
    spec: 'by-domain',
    chromium: 'by-domain',
    firefox: 'by-scope',
    source:
      'RFC 6265bis §5.7 step 16; measured on Firefox 153: `a=1; Secure` of api.b.test does not keep `a=2` of http://b.test out',
  }),
  creationRetained: difference<'always' | 'same-value'>({
    about: 'When a replaced cookie’s creation time is kept',
    spec: 'always',
    chromium: 'same-value',
    firefox: 'always',
    source: 'RFC 6265bis §5.7 step 23.3; measured: a new value moves the cookie last in Chromium 156',
  }),
  scriptOrder: difference<'creation' | 'rewritten-last'>({
    about: 'Where document.cookie lists a cookie that a script has overwritten',
    spec: 'creation',
    chromium: 'creation',
    firefox: 'rewritten-last',
    source: 'Measured on Firefox 153: last among equal paths in document.cookie, in its old place in the Cookie header',
  }),
  prefixOrigin: difference<'any' | 'trustworthy'>({
    about: 'Whether a name prefix also asks for a secure origin by itself',
    spec: 'any',
    chromium: 'trustworthy',
    firefox: 'trustworthy',
    source: 'Measured on both: `__Secure-x; Secure` over http is InvalidPrefix',
  }),
  ancestorBit: difference<'request' | 'aba'>({
    about: 'When a partition key says that a cross-site document lies between',
    spec: 'request',
    chromium: 'request',
    firefox: 'aba',
    source:
      'Measured: Chromium 156 counts the request’s own site too, Firefox 153 sets it only for a site inside another inside itself',
  }),
  clearSiteData: difference<'site' | 'host'>({
    about: 'Which cookies Clear-Site-Data: "cookies" deletes',
    spec: 'site',
    chromium: 'site',
    firefox: 'host',
    source:
      'Measured: Chromium 156 deletes those of the registrable domain, Firefox 153 those whose domain is the host itself; in a frame of another site both delete those of its partition',
  }),
  unpartitionedInFrame: difference<'one-jar' | 'by-setting'>({
    about: 'Where third-party cookies without Partitioned are kept when they are allowed',
    spec: 'one-jar',
    chromium: 'one-jar',
    firefox: 'by-setting',
    source:
      'Measured: Chromium 156 knows allowed and blocked only; Firefox 153 keeps them apart by top-level site (network.cookie.cookieBehavior 5)',
  }),
  thirdParty: difference<ThirdPartyPolicy>({
    about: 'Third-party cookies, unless the user or the distributor chose otherwise (see below)',
    spec: 'allow',
    chromium: THIRD_PARTY_DEFAULTS.chrome.policy,
    firefox: THIRD_PARTY_DEFAULTS.firefox.policy,
    source: 'RFC 6265bis §7.1 leaves them to the browser; each browser’s own default',
  }),
} as const;

/** Every row, the header's first: what docs/browser-differences.md shows. */
export const DIFFERENCES = { ...HEADER_DIFFERENCES, ...VERDICT_DIFFERENCES } as const;

export type Behavior = ReturnType<typeof answersOf<typeof VERDICT_DIFFERENCES>>;

const BEHAVIORS = Object.fromEntries(PROFILES.map((profile) => [profile, answersOf(VERDICT_DIFFERENCES, profile)])) as Readonly<
  Record<Profile, Behavior>
>;

/** How one profile answers every row of this file. */
export const behaviorOf = (profile: Profile): Behavior => BEHAVIORS[profile];
