import { addTo } from '../engine/base/lists';
import type { Digest } from '../facts/digest';
import type { Exchange, Row } from '../replay/rows/exchange';
import { type CookieLives, livesOf } from './cookies/cookie-history';
import type { CookieKey } from './cookies/cookie-key';
import { matchesOf } from './cookies/correlation';
import { refusedIn } from './cookies/refused';
import type { SingleSignOut } from './federated/kinds';
import { singleSignOutsIn } from './federated/single-sign-out';
import { refusedUsesIn, usesIn } from './federated/transaction-cookies';
import { transactionsOf } from './federated/transactions';
import { siteOfUrl } from './requests/address';
import { NO_TRAFFIC, rolesByTraffic } from './roles/first-pass';
import { type Chunked, runToEnd, shouldYield } from './shared/chunked';
import type { RoleVerdict } from './shared/role-kinds';
import { type SiteSession, siteSession } from './site-session';
import { type EndedTransaction, withOutcomes } from './transaction-outcomes';

/** Everything that is concluded of sessions from a recording. */
export interface Sessions {
  readonly lives: CookieLives;
  /** What each cookie is for, those among them that were only ever refused or deleted. */
  readonly roles: ReadonlyMap<CookieKey, RoleVerdict>;
  /** Sites that were visited, the one with most visits first. */
  readonly sites: readonly SiteSession[];
  /** Sign-ins through another site, in the order in which they began. */
  readonly transactions: readonly EndedTransaction[];
  readonly singleSignOuts: readonly SingleSignOut[];
}

/**
 * Reads the sessions of a recording: lives and roles of its cookies, and of each site what was signed in and out.
 * One pass over the rows and a few over each site's visits; nothing is kept between calls.
 * @param digest the recording's keyed digest, for telling a cookie's value in a field or header; null = not here
 */
export const sessionsOf = (rows: readonly Row[], digest: Digest | null): Sessions => runToEnd(sessionsInChunks(rows, digest));

/** The same in chunks. `rows` stay as they are until the last one is done. */
export function* sessionsInChunks(rows: readonly Row[], digest: Digest | null): Chunked<Sessions> {
  const exchanges = rows.filter((row) => row.kind === 'exchange');
  // Who leaves for another site does so by a page, and comes back by one.
  const documents = exchanges.filter(({ sent }) => sent.type === 'document' || sent.type === 'subdocument');
  const lives = yield* livesOf(rows);
  const matches = yield* matchesOf(exchanges, lives, digest);
  const transactions = yield* transactionsOf(documents, { exchanges, lives, digest });
  const uses = usesIn(transactions);
  const singleSignOuts = yield* singleSignOutsIn(documents);
  const sites: SiteSession[] = [];
  const roles = new Map<CookieKey, RoleVerdict>();
  for (const [site, own] of yield* bySite(exchanges)) {
    const session = yield* siteSession(site, own, { lives, matches, uses });
    sites.push(session.session);
    for (const [key, verdict] of session.roles) roles.set(key, verdict);
  }
  const refused = yield* refusedIn(rows, lives);
  const others = [...lives.all.values(), ...refused.values()].filter(({ key }) => !roles.has(key));
  const ofRefused = { ...NO_TRAFFIC, transactions: refusedUsesIn(transactions, [...refused.values()]) };
  for (const [key, verdict] of yield* rolesByTraffic(others, ofRefused)) roles.set(key, verdict);
  const sorted = sites.sort((a, b) => b.visits.length - a.visits.length);
  return { lives, roles, sites: sorted, transactions: withOutcomes(transactions, { sites: sorted, roles }), singleSignOuts };
}

/** Exchanges of each site that was more than embedded in another. */
function* bySite(exchanges: readonly Exchange[]): Chunked<ReadonlyMap<string, readonly Exchange[]>> {
  const sites = new Map<string, Exchange[]>();
  const visited = new Set<string>();
  for (const [at, exchange] of exchanges.entries()) {
    if (shouldYield(at)) yield;
    const site = siteOfUrl(exchange.url);
    if (site === null) continue;
    addTo(sites, site, exchange);
    if (exchange.thirdParty !== true) visited.add(site);
  }
  return new Map([...sites].filter(([site]) => visited.has(site)));
}
