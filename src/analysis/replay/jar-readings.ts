import type { JarSnapshot, StoreId } from '../facts/fact';
import { domainMatches } from '../jar/match';
import type { StoredCookie } from '../jar/stored-cookie';
import type { Ledger } from './ledger';

/** Which parts of which stores have been read. */
export class JarReadings {
  readonly #whole = new Set<StoreId>();
  readonly #sites = new Map<StoreId, Set<string>>();

  note({ storeId, site }: JarSnapshot): void {
    if (site === null) this.#whole.add(storeId);
    else this.#sites.set(storeId, (this.#sites.get(storeId) ?? new Set()).add(site));
  }

  /** Whether the cookies of this host were read once: the replayed jar then holds them all. */
  hasRead(storeId: StoreId, host: string): boolean {
    if (this.#whole.has(storeId)) return true;
    const sites = this.#sites.get(storeId);
    if (sites === undefined) return false;
    for (let rest = host; ; rest = rest.slice(rest.indexOf('.') + 1)) {
      if (sites.has(rest)) return true;
      if (!rest.includes('.')) return false;
    }
  }

  /** Whether a reading shows cookies of this domain: `getAll({domain})` gives those of the domain and below it. */
  covers({ site }: JarSnapshot, domain: string): boolean {
    return site === null || domainMatches(domain, site);
  }

  /** The replayed cookies that a reading would show. */
  within(snapshot: JarSnapshot, { jar }: Ledger): readonly StoredCookie[] {
    if (snapshot.site === null) return [...jar.all()];
    return jar.ofSite(snapshot.site).filter(({ domain }) => this.covers(snapshot, domain));
  }
}
