import { addTo } from '../../engine/base/lists';
import type { Profile } from '../../engine/base/profile';
import type { Bytes } from '../../engine/base/units';
import { remembered } from '../../engine/site/remembered';
import type { Digest } from '../../facts/digest';
import type { Exchange, Row } from '../../replay/rows/exchange';
import type { CookieKey } from '../../session/cookies/cookie-key';
import type { CookieLife } from '../../session/cookies/cookie-life';
import { tokensIn } from '../../session/cookies/correlation';
import { siteOfUrl } from '../../session/requests/address';
import type { Attempt } from '../../session/requests/attempt';
import type { Visit } from '../../session/requests/visit';
import type { Sessions } from '../../session/sessions';
import { type Chunked, shouldYield } from '../../session/shared/chunked';
import { type RoleVerdict, UNKNOWN_ROLE } from '../../session/shared/role-kinds';
import type { Breakdown } from '../../session/sign-in/breakdown';
import type { SiteSession } from '../../session/site-session';
import type { EndedTransaction } from '../../session/transaction-outcomes';
import { CookieEvents } from './cookie-events';
import { isFetchedAhead } from './fetched-ahead';

/** What incidents are looked for in: the recording, what was concluded of it, and where each part of it is found. */
export interface Scene {
  readonly rows: readonly Row[];
  /** In the order of sending. */
  readonly exchanges: readonly Exchange[];
  readonly sessions: Sessions;
  readonly events: CookieEvents;
  /**
   * The digests of the tokens that a cookie's value may be made of, for comparing it with one in a field or header: null in place of one
   * that was not made. Null in place of all = values cannot be compared here.
   */
  readonly digestsOf: ((value: Bytes) => readonly (string | null)[]) | null;
  /** Cookies of this name, whatever their scope. */
  readonly livesNamed: (name: Bytes) => readonly CookieLife[];
  /** The browser that was recorded. */
  readonly browser: Profile;
  readonly roleOf: (key: CookieKey) => RoleVerdict;
  /** The role of a cookie of this name, whatever its scope. */
  readonly roleByName: (name: Bytes) => RoleVerdict;
  readonly siteOf: (exchange: Exchange) => SiteSession | null;
  readonly visitOf: (exchange: Exchange) => Visit | null;
  /** The attempt to sign in that an exchange is part of, by itself or by its redirects. */
  readonly attemptOf: (exchange: Exchange) => Attempt | null;
  /** The sign-in through another site that came back with this exchange. */
  readonly returnOf: (exchange: Exchange) => EndedTransaction | null;
  /** All hops of a request, in order. */
  readonly hopsOf: (exchange: Exchange) => readonly Exchange[];
  /** The session that came apart at this exchange; null = none did. */
  readonly breakdownOf: (exchange: Exchange) => Breakdown | null;
  /** Requests that nobody made: prefetched and prerendered. */
  readonly ahead: readonly Exchange[];
  /** Requests to sign out and what they were redirected through. */
  readonly signOuts: readonly Exchange[];
}

/** What was concluded before, and in which browser. */
export interface SceneInputs {
  readonly sessions: Sessions;
  readonly digest: Digest | null;
  readonly browser: Profile;
}

/** Gathers once what every kind of incident asks of a recording, in pieces. */
export function* sceneOf(rows: readonly Row[], { sessions, digest, browser }: SceneInputs): Chunked<Scene> {
  const exchanges = rows.filter((row) => row.kind === 'exchange').sort((a, b) => a.sent.seq - b.sent.seq);
  yield;
  const events = yield* CookieEvents.of(rows);
  const hops = new Map<string, Exchange[]>();
  const ahead: Exchange[] = [];
  for (const [at, exchange] of exchanges.entries()) {
    if (shouldYield(at)) yield;
    addTo(hops, exchange.request, exchange);
    if (isFetchedAhead(exchange)) ahead.push(exchange);
  }
  const byName = new Map<string, RoleVerdict>();
  for (const [key, verdict] of sessions.roles)
    if (verdict.role !== 'unknown') byName.set(key.slice(0, key.indexOf('\t')), verdict);
  const sites = new Map(sessions.sites.map((site) => [site.site, site]));
  const visits = new Map<string, Visit>();
  const attempts = new Map<string, Attempt>();
  const breakdowns = new Map<string, Breakdown>();
  const leaving = new Set<string>();
  for (const site of sessions.sites) {
    for (const [at, visit] of site.visits.entries()) {
      if (shouldYield(at)) yield;
      visits.set(visit.exchange.id, visit);
      if (visit.asksSignOut) leaving.add(visit.exchange.request);
    }
    for (const breakdown of site.breakdowns) for (const { exchange } of breakdown.visits) breakdowns.set(exchange.id, breakdown);
    for (const attempt of site.attempts) for (const { exchange } of attempt.chain) attempts.set(exchange.id, attempt);
    // Who signs in again does not sign out, though the session before ends with it.
    for (const { end } of site.signIns)
      if (end?.kind === 'sign-out' && !attempts.has(end.visit.exchange.id)) leaving.add(end.visit.exchange.request);
  }
  yield;
  const lives = new Map<Bytes, CookieLife[]>();
  for (const life of sessions.lives.all.values()) addTo(lives, life.name, life);
  const returns = new Map(
    sessions.transactions.flatMap((each) => (each.answer === null ? [] : [[each.answer.exchange.id, each] as const])),
  );
  return {
    rows,
    exchanges,
    sessions,
    events,
    // A token's cookie goes along with every request.
    digestsOf: digest === null ? null : (remembered((value) => tokensIn(value as Bytes).map(digest)) as Scene['digestsOf']),
    livesNamed: (name) => lives.get(name) ?? [],
    browser,
    roleByName: (name) => byName.get(name) ?? UNKNOWN_ROLE,
    roleOf: (key) => sessions.roles.get(key) ?? UNKNOWN_ROLE,
    siteOf: ({ url }) => sites.get(siteOfUrl(url) ?? '') ?? null,
    visitOf: ({ id }) => visits.get(id) ?? null,
    attemptOf: ({ id }) => attempts.get(id) ?? null,
    returnOf: ({ id }) => returns.get(id) ?? null,
    breakdownOf: ({ id }) => breakdowns.get(id) ?? null,
    hopsOf: ({ request }) => hops.get(request) ?? [],
    ahead,
    signOuts: [...leaving].flatMap((request) => hops.get(request) ?? []).sort((a, b) => a.sent.seq - b.sent.seq),
  };
}
