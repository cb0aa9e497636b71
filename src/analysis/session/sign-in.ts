import type { Digest } from '../facts/digest';
import type { Exchange, Row } from '../replay/exchange';
import { siteDomain } from '../site/registrable';
import { siteOfUrl } from './address';
import { type Attempt, attemptsOf } from './attempt';
import type { CookieKey } from './cookie-key';
import type { CookieLife } from './cookie-life';
import { lastSpan } from './cookie-life';
import { type Match, matchesOf } from './correlation';
import { type Csrf, csrfOf } from './csrf';
import { type Lives, livesOf } from './lives';
import { restless } from './movement';
import { partsIn } from './parts';
import { isTime, type Pieces, whole } from './pieces';
import { roleOf } from './role';
import type { Role, RoleVerdict } from './role-kinds';
import type { SignIn } from './session-kinds';
import { type SiteScene, signInsOf } from './sign-ins';
import { asksSignOut } from './sign-out';
import { judgeSignatures, type Signatures, signaturesIn } from './signature';
import { judgedAttempts } from './steps';
import { readToken } from './token';
import { Answers, type Visit, visitsOf } from './visit';

/** What the recording shows of signing in to one site. */
export interface SiteSession {
  /** Registrable domain, or the host where there is none. */
  readonly site: string;
  readonly visits: readonly Visit[];
  readonly answers: Answers;
  /** Cookies that went to the site. */
  readonly lives: readonly CookieLife[];
  readonly signatures: Signatures;
  readonly attempts: readonly Attempt[];
  readonly signIns: readonly SignIn[];
  readonly csrf: Csrf;
}

/** Everything that is concluded of sessions from a recording. */
export interface Sessions {
  readonly lives: Lives;
  /** What each cookie is for. A cookie that was only ever refused or deleted has none. */
  readonly roles: ReadonlyMap<CookieKey, RoleVerdict>;
  /** Sites that were visited, the one with most visits first. */
  readonly sites: readonly SiteSession[];
}

/**
 * Reads the sessions of a recording: lives and roles of its cookies, and of each site what was signed in and out.
 * One pass over the rows and a few over each site's visits; nothing is kept between calls.
 * @param digest the recording's keyed digest, for telling a cookie's value in a field or header; null = not here
 */
export const sessionsOf = (rows: readonly Row[], digest: Digest | null): Sessions => whole(sessionsInPieces(rows, digest));

/** The same in pieces. `rows` stay as they are until the last one is done. */
export function* sessionsInPieces(rows: readonly Row[], digest: Digest | null): Pieces<Sessions> {
  const exchanges = rows.filter((row) => row.kind === 'exchange');
  const lives = yield* livesOf(rows);
  const matches = yield* matchesOf(exchanges, lives, digest);
  const roles = new Map<CookieKey, RoleVerdict>();
  const sites: SiteSession[] = [];
  for (const [site, own] of yield* bySite(exchanges)) sites.push(yield* siteSession(site, own, { lives, matches, roles }));
  for (const life of lives.all.values())
    if (!roles.has(life.key)) roles.set(life.key, roleOf(life, { attempts: [], matches: [], part: null }));
  return { lives, roles, sites: sites.sort((a, b) => b.visits.length - a.visits.length) };
}

interface Known {
  readonly lives: Lives;
  readonly matches: readonly Match[];
  readonly roles: Map<CookieKey, RoleVerdict>;
}

function* siteSession(site: string, exchanges: readonly Exchange[], known: Known): Pieces<SiteSession> {
  const visits = yield* visitsOf(exchanges);
  const answers = yield* Answers.to(visits);
  const attempts = yield* attemptsOf(visits);
  const lives = [...known.lives.all.values()].filter(({ domain }) => siteDomain(domain) === site);
  const matches = known.matches.filter(({ life }) => siteDomain(life.domain) === site);
  const matchesFor = (life: CookieLife) => matches.filter((match) => match.life === life);
  for (const [at, life] of lives.entries()) {
    if (isTime(at)) yield;
    known.roles.set(life.key, roleOf(life, { attempts, matches: matchesFor(life), part: null }));
  }
  const signatures = signaturesIn(lives);
  const candidates = lives.filter((life) => !signatures.has(life) && isCandidate(life, known.roles.get(life.key)));
  const boundary = new Set(attempts.flatMap(({ chain }) => chain));
  yield;
  const calm = visits.filter((visit) => !boundary.has(visit) && !asksSignOut(visit));
  yield;
  const scene: SiteScene = { visits, answers, candidates, restless: restless(candidates, calm), roles: known.roles };
  const judged = judgedAttempts(attempts, scene);
  yield;
  const signIns = signInsOf(judged, scene);
  for (const [life, part] of partsIn(signIns, candidates)) {
    known.roles.set(life.key, roleOf(life, { attempts, matches: matchesFor(life), part }));
  }
  judgeSignatures(signatures, known.roles);
  yield;
  return {
    site,
    visits,
    answers,
    lives,
    signatures,
    attempts: judged,
    signIns,
    csrf: csrfOf(visits, matches, { lives, roles: known.roles }),
  };
}

/** Exchanges of each site that was more than embedded in another. */
function* bySite(exchanges: readonly Exchange[]): Pieces<ReadonlyMap<string, readonly Exchange[]>> {
  const sites = new Map<string, Exchange[]>();
  const visited = new Set<string>();
  for (const [at, exchange] of exchanges.entries()) {
    if (isTime(at)) yield;
    const site = siteOfUrl(exchange.url);
    if (site === null) continue;
    const own = sites.get(site);
    if (own === undefined) sites.set(site, [exchange]);
    else own.push(exchange);
    if (exchange.thirdParty !== true) visited.add(site);
  }
  return new Map([...sites].filter(([site]) => visited.has(site)));
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
  if (role === 'session-id' || role === 'auth-token' || role === 'remember-me') return true;
  if (confidence !== 'low' && (NEVER.has(role) || role === 'preference')) return false;
  return readToken(value).entropy.bits >= 64;
}
