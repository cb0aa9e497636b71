import type { PartitionKey } from '../base/partition-key';
import type { Bytes, Instant } from '../base/units';
import { pathMatches } from '../jar/match';
import type { StoredCookie } from '../jar/stored-cookie';
import type { Access } from './access/access';
import { isUnknown, type Unknown } from './access/context';

/** What an answer depends on besides the cookies of the site. */
export interface SendQuery {
  readonly access: Access;
  /** In a word, what else there is. */
  readonly also: string;
  /** The header that was seen; empty where none was asked about. */
  readonly header: Bytes;
}

interface CachedAnswer<Answer> {
  readonly header: Bytes;
  readonly from: Instant;
  /** The first of the cookies expires then. */
  readonly until: number;
  readonly answer: Answer;
}

interface Site<Answer> {
  /** The different paths of its cookies: a request's path matters only by which of these it is in. */
  readonly paths: readonly Bytes[];
  readonly until: number;
  readonly answers: Map<string, CachedAnswer<Answer>>;
}

/**
 * Answers that hold again for a request that is like an earlier one: same cookies of the site, same header, same
 * circumstances. Most requests of a page are. It only saves work: what it gives is what judging anew would give.
 */
export class SendCache<Answer> {
  /** By the jar's list of a site, which is never changed: another list is another jar. `once` = asked about once so far. */
  readonly #sites = new WeakMap<readonly StoredCookie[], Site<Answer> | 'once'>();

  recall(cookies: readonly StoredCookie[], { access, also, header }: SendQuery): Answer | null {
    const site = this.#sites.get(cookies);
    if (site === undefined || site === 'once' || dependsOnAge(access)) return null;
    const cached = site.answers.get(cacheKey(site, access, also));
    const holds = cached !== undefined && access.at >= cached.from && access.at < cached.until && cached.header === header;
    return holds ? cached.answer : null;
  }

  store(cookies: readonly StoredCookie[], { access, also, header }: SendQuery, answer: Answer): void {
    if (cookies.length === 0 || dependsOnAge(access)) return;
    const known = this.#sites.get(cookies);
    if (known === undefined) {
      // Where every response changes a cookie, no list is asked about again.
      this.#sites.set(cookies, 'once');
      return;
    }
    const site = known === 'once' ? siteOf<Answer>(cookies) : known;
    this.#sites.set(cookies, site);
    // What expires is judged against the time: past that, each request is judged anew.
    site.answers.set(cacheKey(site, access, also), { header, from: access.at, until: site.until, answer });
  }
}

/** Lax-allowing-unsafe looks at how old a cookie is. */
const dependsOnAge = ({ relation }: Access): boolean => relation === 'lax-unsafe';

function siteOf<Answer>(cookies: readonly StoredCookie[]): Site<Answer> {
  let until = Number.POSITIVE_INFINITY;
  for (const { expires } of cookies) if (expires !== null && expires < until) until = expires;
  return { paths: [...new Set(cookies.map(({ path }) => path))], until, answers: new Map() };
}

/** Everything of the access that any step of sending looks at, but the time. */
function cacheKey({ paths }: Site<unknown>, access: Access, also: string): string {
  const { profile, host, via, trustworthy, parts, relation, thirdParty, policy, key, plainKey } = access;
  let within = '';
  for (const path of paths) within += pathMatches(access.path, path) ? '1' : '0';
  return [
    profile,
    host,
    via,
    parts === null,
    trustworthy,
    wordOf(relation),
    wordOf(thirdParty),
    wordOf(policy),
    partitionText(key),
    partitionText(plainKey),
    also,
    within,
  ].join(' ');
}

const wordOf = (value: string | boolean | Unknown): string => (isUnknown(value) ? `?${value.unknown}` : String(value));

const partitionText = (key: PartitionKey | null | Unknown): string =>
  key === null || isUnknown(key) ? `?${key?.unknown}` : `${key.topLevelSite},${key.crossSiteAncestor}`;
