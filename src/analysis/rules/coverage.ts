import type { RuleId } from './registry';

/** A condition that another tool or a standard checks, and what answers it here. */
interface Condition {
  readonly id: string;
  readonly about: string;
  readonly rules: readonly RuleId[];
  /** Where we answer otherwise, or cannot: why. Empty = nothing to add. */
  readonly note: string;
}

export interface Source {
  readonly name: string;
  readonly url: string;
  readonly conditions: readonly Condition[];
}

const row = (id: string, about: string, rules: readonly RuleId[], note = ''): Condition => ({ id, about, rules, note });

/** Conditions of others, by source. A condition without a rule says why in its note. */
export const coverage: readonly Source[] = [
  {
    name: 'MDN HTTP Observatory, cookies test',
    url: 'https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring',
    conditions: [
      row('cookies-without-secure-flag', 'no Secure', ['secure-missing'], 'Less severe where HSTS protects, as there.'),
      row('cookies-session-without-secure-flag', 'session without Secure', ['secure-missing', 'session-in-clear']),
      row(
        'cookies-session-without-httponly-flag',
        'session without HttpOnly',
        ['http-only-missing'],
        'By role, not by "sess" or "login" in the name.',
      ),
      row('cookies-samesite-flag-invalid', 'SameSite invalid, or None without Secure', [
        'same-site-misspelt',
        'none-without-secure',
      ]),
      row(
        'cookies-anticsrf-without-samesite-flag',
        'anti-CSRF cookie without SameSite',
        ['same-site-missing'],
        '"xsrf" counts too.',
      ),
    ],
  },
  {
    name: 'ZAP, passive rules',
    url: 'https://www.zaproxy.org/docs/alerts/',
    conditions: [
      row('10010', 'HttpOnly missing', ['http-only-missing'], 'Only where there is something to steal.'),
      row('10011', 'Secure missing', ['secure-missing']),
      row('10054-1', 'SameSite missing', ['same-site-missing']),
      row(
        '10054-2',
        'SameSite=None',
        ['same-site-none-unneeded', 'none-without-secure'],
        'None with Secure is right for what other sites use.',
      ),
      row('10054-3', 'SameSite value invalid', ['same-site-misspelt']),
      row('90033', 'loosely scoped cookie', ['domain-too-broad', 'subdomain-surface']),
      row(
        '10029',
        'cookie from a request parameter',
        ['value-from-request'],
        'Parameters in the address; what was typed into a form is never kept.',
      ),
      row('3', 'session id in the URL or Referer', ['session-id-in-url', 'session-id-in-referer']),
      row(
        '10202',
        'no anti-CSRF token in a form',
        ['csrf-token-missing'],
        'By the requests that were sent, not by forms in a page.',
      ),
      row('10057', 'hash of a user name', [], 'User names are typed into forms, and nothing typed is kept to be hashed.'),
      row('10112', 'session token identified', [], 'No fault: this is the role of a cookie.'),
      row('40013', 'session fixation, id readable, long-lived (active there)', [
        'session-fixation',
        'http-only-missing',
        'lifetime-too-long',
      ]),
      row('90027', 'cookie slack (active)', [], 'Takes sending requests without each cookie.'),
    ],
  },
  {
    name: 'webhint, validate-set-cookie-header',
    url: 'https://webhint.io/docs/user-guide/hints/hint-validate-set-cookie-header/',
    conditions: [
      row('no-name', 'no name', ['nameless']),
      row('name', 'characters in the name', ['name-characters', 'non-ascii']),
      row('value', 'characters in the value', ['value-unencoded', 'non-ascii']),
      row('unknown', 'unknown attribute', ['attribute-misspelt', 'attribute-unknown'], 'Partitioned and Priority are known.'),
      row('duplicate', 'attribute given twice', ['attribute-repeated']),
      row('semicolon', 'semicolon at the end', ['empty-attribute']),
      row('prefix', 'prefix over http, __Host- with path or domain', ['prefix-broken']),
      row('secure-http', 'Secure over http', ['secure-over-http']),
      row('secure', 'Secure missing', ['secure-missing']),
      row('httponly', 'HttpOnly missing', ['http-only-missing']),
      row('expires', 'Expires malformed', ['expires-invalid']),
      row('max-age', 'Max-Age with Expires', ['expires-against-max-age'], 'Only where they differ: many frameworks give both.'),
    ],
  },
  {
    name: 'Nikto, nmap, testssl, Burp',
    url: 'https://github.com/sullo/nikto/wiki',
    conditions: [
      row('nikto: flags', 'cookies without Secure or HttpOnly', ['secure-missing', 'http-only-missing']),
      row('nikto: addresses', 'internal address or BIG-IP encoding in a value', ['internal-address']),
      row('nmap: http-cookie-flags', 'session names without flags', ['secure-missing', 'http-only-missing']),
      row('testssl: cookie_secure, cookie_httponly', 'counts of flags', ['secure-missing', 'http-only-missing']),
      row('burp: 0x00500300', 'scoped to a parent domain', ['domain-too-broad']),
      row('burp: 0x00500600', 'without HttpOnly', ['http-only-missing']),
    ],
  },
  {
    name: 'OWASP ASVS 5.0',
    url: 'https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en',
    conditions: [
      row('3.3.1', 'Secure, and a prefix', ['secure-missing', 'prefix-missing', 'prefix-broken']),
      row('3.3.2', 'SameSite by purpose', [
        'same-site-missing',
        'same-site-none-unneeded',
        'same-site-misspelt',
        'none-without-secure',
      ]),
      row('3.3.3', '__Host- unless shared', ['prefix-missing', 'domain-too-broad']),
      row('3.3.4', 'HttpOnly, and the value nowhere else', ['http-only-missing', 'session-id-in-url']),
      row('3.3.5', 'name and value within 4,096 octets', ['pair-too-large', 'pair-near-limit']),
      row('3.4.1', 'HSTS of a year', ['hsts-missing', 'session-in-clear']),
      row('3.5.1', 'anti-forgery token', ['csrf-token-missing']),
      row(
        '7.2.3',
        'ids of 128 bits of chance',
        ['low-entropy-id', 'predictable-id'],
        'An upper bound: the generator cannot be seen.',
      ),
      row('7.2.4', 'a new id at sign-in', ['session-fixation', 'value-from-request']),
      row('7.3.1', 'inactivity timeout', [], 'Kept by the server; the sign-in story shows an expiry when one is recorded.'),
      row('7.3.2', 'absolute lifetime', ['lifetime-too-long', 'jwt-long-lived']),
      row('7.4.1', 'sign-out ends the session', [
        'sign-out-leaves-cookie',
        'session-alive-after-sign-out',
        'deletion-mismatch',
        'deletion-refused',
        'jwt-outlives-sign-out',
      ]),
      row('9.1.1', 'signature checked', [], 'Takes sending a forged token.'),
      row('9.1.2', 'no alg none', ['jwt-alg-none']),
      row('9.1.3', 'keys from trusted places', ['jwt-key-from-header']),
      row('9.2.1', 'times of tokens', ['jwt-without-exp', 'jwt-time-misread', 'jwt-outlives-cookie', 'jwt-long-lived']),
      row('9.2.2', 'type of token for its purpose', [], 'What a service takes a token for shows only when it is sent another.'),
      row('9.2.3', 'audience', ['jwt-no-audience']),
      row('9.2.4', 'audience where issuers share a key', ['jwt-no-audience'], 'Which keys are shared cannot be seen.'),
      row('14.2.1', 'no secrets in addresses', ['session-id-in-url', 'session-id-in-referer']),
      row('14.3.3', 'no sensitive data in cookies', ['personal-data', 'internal-address']),
    ],
  },
  {
    name: 'OWASP WSTG, session management',
    url: 'https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/06-Session_Management_Testing/',
    conditions: [
      row('SESS-01', 'schema: randomness, structure', ['low-entropy-id', 'predictable-id', 'serialised-object']),
      row('SESS-02', 'cookie attributes', [
        'http-only-missing',
        'secure-missing',
        'same-site-missing',
        'domain-too-broad',
        'path-as-border',
        'prefix-missing',
        'shadowed',
      ]),
      row('SESS-03', 'fixation', ['session-fixation', 'value-from-request']),
      row('SESS-04', 'exposed variables', ['session-id-in-url', 'session-id-in-referer', 'cached-set-cookie', 'personal-data']),
      row('SESS-05', 'CSRF', ['csrf-token-missing', 'same-site-missing']),
      row('SESS-06', 'sign-out', [
        'sign-out-leaves-cookie',
        'session-alive-after-sign-out',
        'deletion-mismatch',
        'deletion-refused',
      ]),
      row('SESS-07', 'timeout', ['lifetime-too-long', 'jwt-long-lived'], 'What the server keeps cannot be seen.'),
      row('SESS-08', 'puzzling', [], 'Takes walking the application in unusual orders.'),
      row('SESS-09', 'hijacking', ['session-in-clear', 'hsts-missing', 'subdomain-surface']),
      row('SESS-10', 'JWT', ['jwt-alg-none', 'jwt-without-exp', 'jwt-key-from-header', 'jwt-no-audience', 'jwt-time-misread']),
      row('SESS-11', 'concurrent sessions', [], 'Takes a second browser; the sign-in story shows one when it is recorded.'),
    ],
  },
];
