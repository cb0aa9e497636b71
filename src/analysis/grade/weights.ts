import type { Severity } from '../rules/form/severity';
import type { RuleId } from '../rules/registry';
import type { Role } from '../session/role-kinds';

/** Raised whenever a number below changes: a grade is only comparable with one of the same version. */
export const WEIGHTS_VERSION = 1;

/** How much a cookie counts in the site's mean. */
export const ROLE_WEIGHTS: Readonly<Record<Role, number>> = {
  'session-id': 4,
  'auth-token': 4,
  'remember-me': 4,
  'csrf-token': 3,
  cart: 2,
  preference: 1,
  analytics: 1,
  advertising: 1,
  consent: 1,
  'load-balancer': 1,
  'feature-flag': 1,
  unknown: 1,
};

export const LETTERS = ['A+', 'A', 'B', 'C', 'D', 'F'] as const;
export type Letter = (typeof LETTERS)[number];

/** The fewest points of a letter. */
export const BANDS: Readonly<Record<Letter, number>> = { 'A+': 97, A: 90, B: 80, C: 70, D: 55, F: 0 };

/** What a finding costs by its severity. */
export type Points = Readonly<Record<Severity, number>>;

const points = (error: number, warning: number, note: number): Points => ({ error, warning, note });

/** A cookie that is lost: the line is refused by some or all browsers, or what it deletes stays. */
const LOST = points(20, 6, 2);

/**
 * Points off a hundred. Findings on a cookie in the jar come off that cookie, all others off the site.
 * Measures: the MDN HTTP Observatory takes 40 for a session without Secure and 30 for one without HttpOnly.
 */
export const POINTS: Readonly<Record<RuleId, Points>> = {
  'attribute-misspelt': points(5, 3, 1),
  'attribute-repeated': points(5, 5, 1),
  'attribute-too-long': points(5, 3, 1),
  'attribute-unknown': points(0, 0, 0),
  'browsers-disagree': points(15, 6, 2),
  'cached-set-cookie': points(20, 10, 3),
  'clock-skew': points(1, 1, 1),
  'cookie-header-large': points(5, 5, 1),
  'csrf-token-missing': points(25, 8, 3),
  'deletion-mismatch': points(15, 6, 2),
  'deletion-refused': points(15, 6, 2),
  'domain-refused': LOST,
  'domain-too-broad': points(15, 10, 4),
  'empty-attribute': points(0, 0, 0),
  'expires-against-max-age': points(2, 2, 2),
  'expires-invalid': points(5, 5, 2),
  'flag-with-value': points(1, 1, 1),
  'hsts-missing': points(5, 5, 2),
  'http-only-missing': points(30, 15, 8),
  'internal-address': points(5, 5, 3),
  'jwt-alg-none': points(50, 20, 10),
  'jwt-key-from-header': points(10, 10, 3),
  'jwt-long-lived': points(10, 10, 4),
  'jwt-no-audience': points(2, 2, 2),
  'jwt-outlives-cookie': points(3, 3, 3),
  'jwt-outlives-sign-out': points(3, 3, 3),
  'jwt-time-misread': points(15, 15, 5),
  'jwt-without-exp': points(20, 10, 5),
  'lifetime-capped': points(1, 1, 1),
  'lifetime-too-long': points(10, 10, 4),
  'low-entropy-id': points(40, 10, 5),
  'max-age-invalid': points(5, 5, 2),
  'name-characters': points(1, 1, 1),
  nameless: points(5, 5, 2),
  'non-ascii': points(4, 4, 2),
  'none-without-secure': LOST,
  'pair-near-limit': points(2, 2, 2),
  'pair-too-large': LOST,
  'partitioned-same-site': points(2, 2, 2),
  'partitioned-without-secure': LOST,
  'path-as-border': points(2, 2, 2),
  'path-ignored': points(5, 5, 2),
  'personal-data': points(5, 5, 3),
  'predictable-id': points(50, 25, 10),
  'prefix-broken': LOST,
  'prefix-look-alike': points(6, 6, 2),
  'prefix-missing': points(5, 5, 5),
  'priority-unknown': points(0, 0, 0),
  refused: LOST,
  'same-site-misspelt': points(10, 10, 3),
  'same-site-missing': points(10, 10, 3),
  'same-site-none-unneeded': points(10, 10, 4),
  'secure-missing': points(40, 15, 5),
  'secure-over-http': LOST,
  'sent-to-static-host': points(0, 0, 0),
  'serialised-object': points(40, 20, 10),
  'session-alive-after-sign-out': points(40, 20, 5),
  'session-fixation': points(40, 20, 5),
  'session-id-in-referer': points(30, 15, 5),
  'session-id-in-url': points(25, 15, 5),
  'session-in-clear': points(50, 20, 10),
  'set-every-response': points(1, 1, 1),
  'set-twice': points(5, 5, 1),
  shadowed: points(8, 8, 3),
  'sign-out-leaves-cookie': points(20, 10, 3),
  'subdomain-surface': points(2, 2, 2),
  'third-party-not-partitioned': points(3, 3, 3),
  'too-many-cookies': points(5, 5, 1),
  'value-from-request': points(30, 10, 3),
  'value-unencoded': points(2, 2, 2),
};
