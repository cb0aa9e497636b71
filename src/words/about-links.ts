import type { AttributeName } from '../analysis/engine/header/parsed-line';
import type { Reason } from '../analysis/engine/verdict/verdict';
import { CHIPS, type Link, mdn, mdnSetCookie, rfc } from '../analysis/rules/engine/link';

const ATTRIBUTES: Readonly<Record<AttributeName, readonly Link[]>> = {
  expires: [rfc('5.6.1'), mdnSetCookie('expiresdate')],
  'max-age': [rfc('5.6.2'), mdnSetCookie('max-agenumber')],
  domain: [rfc('5.6.3'), mdnSetCookie('domaindomain-value')],
  path: [rfc('5.6.4'), mdnSetCookie('pathpath-value')],
  secure: [rfc('5.6.5'), mdnSetCookie('secure')],
  httponly: [rfc('5.6.6'), mdnSetCookie('httponly')],
  samesite: [rfc('5.6.7'), mdnSetCookie('samesitesamesite-value')],
  partitioned: [CHIPS, mdnSetCookie('partitioned')],
  priority: [
    { label: 'draft-west-cookie-priority', url: 'https://datatracker.ietf.org/doc/html/draft-west-cookie-priority-00' },
    mdn('Cookies', 'Guides/Cookies'),
  ],
};

/** Where an attribute is defined, and MDN’s account of it. */
export const attributeLinks = (name: AttributeName): readonly Link[] => ATTRIBUTES[name];

/** Where prefixes are defined, and MDN’s account of them. */
export const prefixLinks: readonly Link[] = [rfc('4.1.3'), mdnSetCookie('cookie_prefixes')];

const THIRD_PARTY: Link = {
  label: 'MDN: Third-party cookies',
  url: 'https://developer.mozilla.org/en-US/docs/Web/Privacy/Guides/Third-party_cookies',
};
const CREDENTIALS: readonly Link[] = [
  { label: 'Fetch: credentials', url: 'https://fetch.spec.whatwg.org/#concept-request-credentials-mode' },
  { label: 'MDN: Request.credentials', url: 'https://developer.mozilla.org/en-US/docs/Web/API/Request/credentials' },
];

const SYNTAX: readonly Link[] = [rfc('5.6'), mdnSetCookie('cookie-namecookie-value')];
const STORAGE: readonly Link[] = [rfc('5.7')];
const DOMAIN: readonly Link[] = [...STORAGE, ...ATTRIBUTES.domain];
const PATH: readonly Link[] = [rfc('5.1.4'), ...ATTRIBUTES.path];
const SECURE: readonly Link[] = [...STORAGE, ...ATTRIBUTES.secure];
const HTTP_ONLY: readonly Link[] = [...STORAGE, ...ATTRIBUTES.httponly];
const SAME_SITE: readonly Link[] = [rfc('5.2'), ...ATTRIBUTES.samesite];
const GUIDE: Link = mdn('Cookies', 'Guides/Cookies');

const REASONS: Readonly<Record<Reason, readonly Link[]>> = {
  'syntax-control-character': SYNTAX,
  'syntax-tab': SYNTAX,
  'syntax-empty': SYNTAX,
  'syntax-pair-too-long': SYNTAX,
  'syntax-nameless-equals': SYNTAX,
  'syntax-nameless': SYNTAX,
  'scheme-not-cookieable': [...STORAGE, GUIDE],
  'domain-non-ascii': DOMAIN,
  'domain-public-suffix': DOMAIN,
  'domain-mismatch': DOMAIN,
  'domain-invalid': DOMAIN,
  'domain-host-only': DOMAIN,
  'path-non-ascii': PATH,
  'path-tab': PATH,
  'path-mismatch': PATH,
  'secure-insecure-origin': SECURE,
  'secure-insecure-request': SECURE,
  'overwrite-secure': SECURE,
  'http-only-from-script': HTTP_ONLY,
  'http-only-script-read': HTTP_ONLY,
  'overwrite-http-only': HTTP_ONLY,
  'same-site-cross-site': SAME_SITE,
  'same-site-none-insecure': SAME_SITE,
  'same-site-strict': SAME_SITE,
  'same-site-lax': SAME_SITE,
  'same-site-lax-unsafe-method': SAME_SITE,
  'same-site-default-lax': SAME_SITE,
  'prefix-secure': prefixLinks,
  'prefix-host-secure': prefixLinks,
  'prefix-host-domain': prefixLinks,
  'prefix-host-path': prefixLinks,
  'prefix-http-secure': prefixLinks,
  'prefix-http-http-only': prefixLinks,
  'prefix-http-from-script': prefixLinks,
  'prefix-hidden': prefixLinks,
  'partitioned-insecure': ATTRIBUTES.partitioned,
  'partition-mismatch': ATTRIBUTES.partitioned,
  'third-party-blocked': [THIRD_PARTY, ...ATTRIBUTES.partitioned],
  'limit-secure-only-left': [rfc('6.1'), GUIDE],
  expired: [...STORAGE, ...ATTRIBUTES.expires],
  'credentials-omitted': CREDENTIALS,
  preflight: [
    { label: 'Fetch: CORS-preflight fetch', url: 'https://fetch.spec.whatwg.org/#cors-preflight-fetch' },
    { label: 'MDN: Preflight request', url: 'https://developer.mozilla.org/en-US/docs/Glossary/Preflight_request' },
  ],
  'clear-site-data': [
    ...STORAGE,
    {
      label: 'MDN: Clear-Site-Data',
      url: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Clear-Site-Data',
    },
  ],
};

/** Where to read why a browser refuses or holds back a cookie. */
export const reasonLinks = (reason: Reason): readonly Link[] => REASONS[reason];
