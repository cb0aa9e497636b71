import type { Bytes } from '../base/units';
import { siteDomain } from '../site/registrable';
import type { Identity } from './identity';
import { coversHost } from './match';
import { SiteCookies } from './site-cookies';
import type { StoredCookie } from './stored-cookie';

const NONE: readonly StoredCookie[] = [];

/**
 * The cookie store as the standard models it. It keeps what it is given and judges nothing.
 * The cost of every operation depends on the cookies of one registrable domain only.
 * @see RFC 6265bis §5.7
 */
export class Jar {
  readonly #sites = new Map<string, SiteCookies>();
  #nextSerial = 0;
  #size = 0;
  #oldestAccess = Number.POSITIVE_INFINITY;

  get size(): number {
    return this.#size;
  }

  /** The number the next cookie is created under. */
  get nextSerial(): number {
    return this.#nextSerial;
  }

  /** No cookie was last used before this; one used then may be gone. */
  get oldestAccess(): number {
    return this.#oldestAccess;
  }

  /** Looks through the whole jar for its least recently used cookie. */
  findOldest(): void {
    this.#oldestAccess = Number.POSITIVE_INFINITY;
    for (const { lastAccess } of this.all()) this.#oldestAccess = Math.min(this.#oldestAccess, lastAccess);
  }

  /**
   * The cookies of one site, as they are now and will be; null = there are none.
   * @param key what `siteDomain` gives for a host
   */
  site(key: string): SiteCookies | null {
    return this.#sites.get(key) ?? null;
  }

  /**
   * All cookies of the host's registrable domain, in the order of the Cookie header.
   * The array is never changed: keep it, and it shows the jar as it stood.
   */
  ofSite(host: string): readonly StoredCookie[] {
    return this.#sites.get(siteDomain(host))?.ordered() ?? NONE;
  }

  /** The cookies whose domain covers the host, in the order of the Cookie header. */
  candidates(host: string): readonly StoredCookie[] {
    return this.ofSite(host).filter((cookie) => coversHost(cookie, host));
  }

  /** The cookies of the host's registrable domain that bear a name. */
  named(host: string, name: Bytes): readonly StoredCookie[] {
    return this.#sites.get(siteDomain(host))?.named(name) ?? NONE;
  }

  find(identity: Identity): StoredCookie | null {
    return this.#sites.get(siteDomain(identity.domain))?.find(identity) ?? null;
  }

  /**
   * Puts a cookie in the place of the one of the same identity.
   * @param key what `siteDomain` gives for its domain, where the caller has it
   * @param found that cookie, where the caller has looked for it; null = there is none
   * @returns the cookie that was there; null = none
   */
  put(cookie: StoredCookie, key: string = siteDomain(cookie.domain), found?: StoredCookie | null): StoredCookie | null {
    let site = this.#sites.get(key);
    if (site === undefined) {
      site = new SiteCookies();
      this.#sites.set(key, site);
    }
    const before = site.put(cookie, found);
    if (before === null) this.#size++;
    if (cookie.lastAccess < this.#oldestAccess) this.#oldestAccess = cookie.lastAccess;
    if (cookie.serial >= this.#nextSerial) this.#nextSerial = cookie.serial + 1;
    if (cookie.scriptSerial >= this.#nextSerial) this.#nextSerial = cookie.scriptSerial + 1;
    return before;
  }

  /** @returns the cookie that was there; null = none */
  remove(identity: Identity): StoredCookie | null {
    const key = siteDomain(identity.domain);
    const site = this.#sites.get(key);
    const found = site?.remove(identity) ?? null;
    if (found === null) return null;
    this.#size--;
    if (site?.size === 0) this.#sites.delete(key);
    return found;
  }

  /** Every cookie, site by site. */
  *all(): Generator<StoredCookie> {
    for (const site of this.#sites.values()) yield* site.ordered();
  }
}
