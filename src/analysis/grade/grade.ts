import type { Audit, Finding } from '../rules/audit';
import { isAnswerable } from '../rules/subject/subject';
import type { CookieKey } from '../session/cookies/cookie-key';
import { isCredential } from '../session/shared/role-kinds';
import { type CookieGrade, type Deduction, gradeCookie } from './grade-cookie';
import { letterOf, nextLetter } from './letter';
import { type Letter, ROLE_WEIGHTS, WEIGHTS_VERSION } from './weights';

/** A cookie in the site's mean. */
interface Share {
  readonly grade: CookieGrade;
  readonly weight: number;
  /** Weight times score. */
  readonly product: number;
}

/** The site's grade with its whole sum: mean, deductions, cap. */
interface SiteGrade {
  readonly score: number;
  readonly letter: Letter;
  readonly next: { readonly letter: Letter; readonly points: number } | null;
  readonly shares: readonly Share[];
  readonly weight: number;
  readonly product: number;
  /** Product by weight, rounded; 100 where the site has no cookies. */
  readonly mean: number;
  /** Findings that no graded cookie bears. */
  readonly deductions: readonly Deduction[];
  /** The worst of the cookies that sign a user in, where it lowers the score. */
  readonly cap: { readonly grade: CookieGrade; readonly from: number } | null;
}

export interface Grades {
  readonly version: number;
  /** null = nothing of the site's own was recorded. */
  readonly site: SiteGrade | null;
  readonly cookies: ReadonlyMap<CookieKey, CookieGrade>;
  /** Cookies of other sites, which never count for this one. */
  readonly thirdParties: readonly CookieGrade[];
  /** The points that the site gains when this finding alone is fixed. */
  readonly gains: ReadonlyMap<Finding, number>;
}

/** Grades what an audit found. Rules that could not answer do not count. */
export function grade({ subjects, findings }: Audit): Grades {
  const byCookie = new Map<CookieKey, Finding[]>();
  for (const finding of findings) {
    if (finding.cookie === null) continue;
    const before = byCookie.get(finding.cookie);
    if (before === undefined) byCookie.set(finding.cookie, [finding]);
    else before.push(finding);
  }
  const graded = subjects.cookies.filter(isAnswerable).map((cookie) => gradeCookie(cookie, byCookie.get(cookie.key) ?? []));
  const cookies = new Map(graded.map((one): [CookieKey, CookieGrade] => [one.cookie.key, one]));
  const own = graded.filter(({ cookie }) => cookie.party === 'own');
  const loose = findings.filter(({ cookie, party }) => party === 'own' && (cookie === null || !cookies.has(cookie)));
  const isKnown = own.length > 0 || loose.length > 0 || subjects.site.hosts.size > 0;
  const site = isKnown ? gradeSite(own, loose) : null;
  return {
    version: WEIGHTS_VERSION,
    site,
    cookies,
    thirdParties: graded.filter(({ cookie }) => cookie.party === 'third'),
    gains: site === null ? new Map() : gainsOf(site, findings, cookies),
  };
}

function gradeSite(own: readonly CookieGrade[], loose: readonly Finding[]): SiteGrade {
  const shares = own.map((one): Share => {
    const weight = ROLE_WEIGHTS[one.cookie.role.role];
    return { grade: one, weight, product: weight * one.score };
  });
  const weight = shares.reduce((sum, share) => sum + share.weight, 0);
  const product = shares.reduce((sum, share) => sum + share.product, 0);
  const deductions = loose.map((finding): Deduction => ({ points: -finding.cost, finding })).sort((a, b) => a.points - b.points);
  const taken = deductions.reduce((sum, { points }) => sum + points, 0);
  const mean = meanOf(product, weight);
  const [worst] = credentials(own);
  const before = bounded(mean + taken);
  const cap = worst !== undefined && worst.score < before ? { grade: worst, from: before } : null;
  const score = cap?.grade.score ?? before;
  return { score, letter: letterOf(score), next: nextLetter(score), shares, weight, product, mean, deductions, cap };
}

/** Each finding's gain in a few steps, so that ten thousand findings cost no more than ten thousand cookies. */
function gainsOf(
  site: SiteGrade,
  findings: readonly Finding[],
  cookies: ReadonlyMap<CookieKey, CookieGrade>,
): ReadonlyMap<Finding, number> {
  const [worst, second] = credentials(site.shares.map((share) => share.grade));
  const taken = site.deductions.reduce((sum, { points }) => sum + points, 0);
  const gains = new Map<Finding, number>();
  for (const finding of findings) {
    if (finding.party !== 'own') continue;
    const { cost } = finding;
    const bearer = finding.cookie === null ? undefined : cookies.get(finding.cookie);
    if (bearer === undefined) {
      const without = Math.min(bounded(site.mean + taken + cost), worst?.score ?? 100);
      gains.set(finding, without - site.score);
      continue;
    }
    const fixed = Math.max(0, rawScore(bearer) + cost);
    const product = site.product + ROLE_WEIGHTS[bearer.cookie.role.role] * (fixed - bearer.score);
    const ceiling = bearer === worst ? Math.min(fixed, second?.score ?? 100) : (worst?.score ?? 100);
    gains.set(finding, Math.min(bounded(meanOf(product, site.weight) + taken), ceiling) - site.score);
  }
  return gains;
}

/** Cookies that sign a user in, the worst first; a role that is hardly more than a guess caps nothing. */
function credentials(grades: readonly CookieGrade[]): readonly CookieGrade[] {
  return grades
    .filter(({ cookie }) => isCredential(cookie.role.role) && cookie.role.confidence !== 'low')
    .sort((a, b) => a.score - b.score);
}

const rawScore = ({ deductions }: CookieGrade): number => deductions.reduce((sum, { points }) => sum + points, 100);
const meanOf = (product: number, weight: number): number => (weight === 0 ? 100 : Math.round(product / weight));
const bounded = (score: number): number => Math.min(100, Math.max(0, score));
