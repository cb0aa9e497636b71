import type { AttributeName } from '../analysis/header/parsed-line';
import { CHIPS, type Link, mdn, mdnSetCookie, rfc } from '../analysis/rules/form/link';
import type { Reason } from '../analysis/verdict/verdict';

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

/** Reasons by what they are about; the first that the reason’s name begins with counts. */
const REASONS: readonly (readonly [start: string, attribute: AttributeName | null, links: readonly Link[]])[] = [
  ['syntax-', null, [rfc('5.6'), mdnSetCookie('cookie-namecookie-value')]],
  ['scheme-', null, [rfc('5.7'), mdn('Cookies', 'Guides/Cookies')]],
  ['domain-', 'domain', [rfc('5.7')]],
  ['path-', 'path', [rfc('5.1.4')]],
  ['secure-', 'secure', [rfc('5.7')]],
  ['http-only-', 'httponly', [rfc('5.7')]],
  ['overwrite-secure', 'secure', [rfc('5.7')]],
  ['overwrite-http-only', 'httponly', [rfc('5.7')]],
  ['same-site-', 'samesite', [rfc('5.2')]],
  ['prefix-', null, prefixLinks],
  ['partition', 'partitioned', []],
  [
    'third-party-blocked',
    'partitioned',
    [
      {
        label: 'MDN: Third-party cookies',
        url: 'https://developer.mozilla.org/en-US/docs/Web/Privacy/Guides/Third-party_cookies',
      },
    ],
  ],
  ['limit-', null, [rfc('6.1'), mdn('Cookies', 'Guides/Cookies')]],
  ['expired', 'expires', [rfc('5.7')]],
  [
    'credentials-omitted',
    null,
    [
      { label: 'Fetch: credentials', url: 'https://fetch.spec.whatwg.org/#concept-request-credentials-mode' },
      { label: 'MDN: Request.credentials', url: 'https://developer.mozilla.org/en-US/docs/Web/API/Request/credentials' },
    ],
  ],
];

/** Where to read why a browser refuses or holds back a cookie. */
export function reasonLinks(reason: Reason): readonly Link[] {
  const found = REASONS.find(([start]) => reason.startsWith(start));
  if (found === undefined) return [rfc('5.7'), mdn('Cookies', 'Guides/Cookies')];
  const [, attribute, links] = found;
  return attribute === null ? links : [...links, ...ATTRIBUTES[attribute]];
}
