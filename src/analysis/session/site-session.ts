import { siteDomain } from '../engine/site/registrable';
import type { Exchange } from '../replay/rows/exchange';
import type { CookieLives } from './cookies/cookie-history';
import type { CookieKey } from './cookies/cookie-key';
import type { CookieLife } from './cookies/cookie-life';
import { lastSpan } from './cookies/cookie-life';
import type { Match } from './cookies/correlation';
import { familiesIn, joinedValue } from './cookies/families';
import { type Csrf, csrfOf } from './csrf/csrf';
import type { TransactionUse } from './federated/kinds';
import { type Attempt, attemptsOf } from './requests/attempt';
import { deviceBound } from './requests/device-bound';
import { sentWith, volatileCookies } from './requests/value-changes';
import { type Visit, VisitAnswers, visitsOf } from './requests/visit';
import { rolesWithCopies } from './roles/copies';
import { byLife, rolesByTraffic, type SiteTraffic } from './roles/first-pass';
import { rolesWithFamilies, rolesWithSignatures, type Signatures, signaturesIn } from './roles/signature';
import { rolesWithStory } from './roles/with-story';
import type { Chunked } from './shared/chunked';
import { isCredential, type Role, type RoleVerdict } from './shared/role-kinds';
import { judgedAttempts } from './sign-in/attempt-sequence';
import { type Breakdown, breakdownsIn } from './sign-in/breakdown';
import type { AttemptContext, SiteScene } from './sign-in/outcome';
import { compared, PageAnswers } from './sign-in/page-answers';
import { returnsIn } from './sign-in/returns';
import type { SignIn } from './sign-in/session-kinds';
import { signInParts, withReturns } from './sign-in/sign-in-part';
import { signInsOf } from './sign-in/site-sign-ins';
import { readToken } from './values/token';

/** What the recording shows of signing in to one site. */
export interface SiteSession {
  /** Registrable domain, or the host where there is none. */
  readonly site: string;
  readonly visits: readonly Visit[];
  readonly answers: VisitAnswers;
  /** Cookies that went to the site. */
  readonly lives: readonly CookieLife[];
  readonly signatures: Signatures;
  readonly attempts: readonly Attempt[];
  readonly signIns: readonly SignIn[];
  readonly csrf: Csrf;
  /** Sessions that came apart while they were used. */
  readonly breakdowns: readonly Breakdown[];
}

export interface SiteSessionInputs {
  readonly lives: CookieLives;
  readonly matches: readonly Match[];
  /** The parts of cookies in sign-ins through another site. */
  readonly uses: ReadonlyMap<CookieLife, TransactionUse>;
}

export interface OfSite {
  readonly session: SiteSession;
  readonly roles: ReadonlyMap<CookieKey, RoleVerdict>;
}

/** Signing in to one site, with the roles of its cookies. */
export function* siteSession(site: string, exchanges: readonly Exchange[], known: SiteSessionInputs): Chunked<OfSite> {
  const visits = yield* visitsOf(site, exchanges);
  const answers = yield* VisitAnswers.to(visits);
  const attempts = yield* attemptsOf(visits);
  const lives = [...known.lives.all.values()].filter(({ domain }) => siteDomain(domain) === site);
  const matches = known.matches.filter(({ life }) => siteDomain(life.domain) === site);
  const families = familiesIn(lives);
  const traffic: SiteTraffic = {
    attempts,
    matches: byLife(matches),
    bound: deviceBound(visits),
    transactions: known.uses,
    wholes: new Map(families.map((family) => [family.head, joinedValue(family)])),
  };
  const first = rolesWithFamilies(families, rolesWithCopies(lives, yield* rolesByTraffic(lives, traffic)));
  const signatures = signaturesIn(lives);
  const chunks = new Set(
    families.flatMap((family) => [...family.chunks, ...family.leftOver].filter((life) => life !== family.head)),
  );
  const candidates = lives.filter((life) => !signatures.has(life) && !chunks.has(life) && isCandidate(life, first.get(life.key)));
  const leaving = new Set(visits.flatMap(({ asksSignOut, exchange }) => (asksSignOut ? [exchange.request] : [])));
  const boundary = new Set(attempts.flatMap(({ chain }) => chain));
  const isOrdinary = (visit: Visit): boolean => !boundary.has(visit) && !leaving.has(visit.exchange.request);
  yield;
  const outlines: AttemptContext = { visits, answers, candidates, volatile: volatileCookies(candidates, visits, isOrdinary) };
  const judged = yield* judgedAttempts(attempts, outlines);
  yield;
  const old = candidates.filter(({ spans }) => spans.some(({ writer }) => writer.kind === 'before'));
  const isAnonymous = (visit: Visit) => !old.some((life) => sentWith(life, visit)?.writer.kind === 'before');
  const pages = new PageAnswers(answers, compared(visits, judged, isAnonymous));
  const returned = rolesWithStory(first, withReturns(returnsIn({ visits, answers, candidates, roles: first })), traffic);
  const scene: SiteScene = { ...outlines, roles: returned, pages };
  yield;
  const signIns = yield* signInsOf(judged, scene);
  const withStory = rolesWithStory(returned, signInParts(signIns, candidates), traffic);
  const roles = rolesWithFamilies(families, rolesWithSignatures(signatures, rolesWithCopies(lives, withStory)));
  yield;
  const csrf = yield* csrfOf({ visits, signIns, matches, lives, roles });
  const breakdowns = yield* breakdownsIn(scene, signIns, judged);
  return { session: { breakdowns, site, visits, answers, lives, signatures, attempts: judged, signIns, csrf }, roles };
}

const NEVER: ReadonlySet<Role> = new Set([
  'csrf-token',
  'analytics',
  'advertising',
  'consent',
  'load-balancer',
  'feature-flag',
  'cart',
]);

/** Whether a cookie could carry a sign-in: long enough to be a secret, and not plainly for something else. */
function isCandidate(life: CookieLife, verdict: RoleVerdict | undefined): boolean {
  const value = lastSpan(life)?.value;
  if (value === undefined || verdict === undefined) return false;
  const { role, confidence } = verdict;
  if (isCredential(role)) return true;
  if (confidence !== 'low' && (NEVER.has(role) || role === 'preference')) return false;
  return readToken(value).entropy.bits >= 64;
}
