import type { PartitionKey } from '../../engine/base/partition-key';
import type { Instant } from '../../engine/base/units';
import { domainMatches } from '../../engine/jar/match';
import type { StoredCookie } from '../../engine/jar/stored-cookie';
import { siteDomain } from '../../engine/site/registrable';
import { isUnknown, type Unknown } from '../../engine/verdict/access/context';
import type { JarSnapshot, StoreId } from '../../facts/fact';
import type { JarHistory } from './jar-history';

/** Where a cookie may be kept: in no partition (null), in one, or in whichever. */
export type Partition = PartitionKey | null | Unknown;

/** The partitions that were listed once: `all`, or those of some top-level sites. */
interface Listed {
  all: boolean;
  readonly sites: Set<string>;
}

/** Which parts of which stores have been read, and of which the browser tells. */
export class JarReadings {
  readonly #whole = new Map<StoreId, Listed>();
  readonly #lastHeard = new Map<StoreId, Instant>();
  readonly #sites = new Map<StoreId, Map<string, Listed>>();

  note({ storeId, site, partitions }: JarSnapshot): void {
    if (site === null) add(this.#whole, storeId, partitions);
    else {
      const sites = this.#sites.get(storeId) ?? new Map<string, Listed>();
      this.#sites.set(storeId, sites);
      add(sites, site, partitions);
    }
  }

  /** The browser told of a change of the store. */
  heard(storeId: StoreId, at: Instant): void {
    this.#lastHeard.set(storeId, at);
  }

  /** When the browser last told of a change of the store; 0 = never. */
  lastHeard(storeId: StoreId): number {
    return this.#lastHeard.get(storeId) ?? 0;
  }

  /** Whether the browser tells of the store: of what it evicts too then. Of a HAR's it tells nothing. */
  isTold(storeId: StoreId): boolean {
    return this.#lastHeard.has(storeId) || this.#whole.has(storeId) || this.#sites.has(storeId);
  }

  /**
   * Whether the cookies of this host were read once: the replayed jar then holds them all.
   * @param partition of the request: the cookies of other partitions do not concern it
   */
  hasRead(storeId: StoreId, host: string, partition: Partition): boolean {
    if (holds(this.#whole.get(storeId), partition)) return true;
    const sites = this.#sites.get(storeId);
    if (sites === undefined) return false;
    const top = siteDomain(host);
    for (let rest = host; ; rest = rest.slice(rest.indexOf('.') + 1)) {
      if (holds(sites.get(rest), partition)) return true;
      if (rest === top || !rest.includes('.')) return false;
    }
  }

  /**
   * Whether a reading shows the cookies of this domain and partition: `getAll({domain})` gives those of the domain and below it, in
   * Firefox of its site alone: for `localhost` none of `app.localhost`.
   */
  covers(
    { site, partitions }: JarSnapshot,
    { domain, partition }: { readonly domain: string; readonly partition: Partition },
  ): boolean {
    const isWithin = site === null || (domainMatches(domain, site) && siteDomain(domain) === siteDomain(site));
    return isWithin && isListed(partitions, partition);
  }

  /** The replayed cookies that a reading would show. */
  within(snapshot: JarSnapshot, { jar }: JarHistory): readonly StoredCookie[] {
    const cookies = snapshot.site === null ? [...jar.all()] : jar.ofSite(snapshot.site);
    return cookies.filter((cookie) => this.covers(snapshot, cookie));
  }
}

function isListed(partitions: JarSnapshot['partitions'], partition: Partition): boolean {
  if (partition === null || partitions === 'all') return true;
  return !isUnknown(partition) && partitions.includes(partition.topLevelSite);
}

function holds(listed: Listed | undefined, partition: Partition): boolean {
  if (listed === undefined) return false;
  if (partition === null || listed.all) return true;
  return !isUnknown(partition) && listed.sites.has(partition.topLevelSite);
}

function add<Key>(to: Map<Key, Listed>, key: Key, partitions: JarSnapshot['partitions']): void {
  const listed = to.get(key) ?? { all: false, sites: new Set() };
  to.set(key, listed);
  if (partitions === 'all') listed.all = true;
  else for (const site of partitions) listed.sites.add(site);
}
