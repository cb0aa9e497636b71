import type { Bytes } from '../facts/units';
import { type Identity, isSameIdentity } from './identity';
import { inHeaderOrder } from './order';
import type { StoredCookie } from './stored-cookie';

const NONE: readonly StoredCookie[] = [];

/** The cookies of one site: by name for storing, in header order for sending. */
export class SiteCookies {
  readonly #byName = new Map<Bytes, readonly StoredCookie[]>();
  #ordered: readonly StoredCookie[] | null = null;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** In the order of the Cookie header. A later change gives a new array and leaves this one as it is. */
  ordered(): readonly StoredCookie[] {
    this.#ordered ??= [...this.#byName.values()].flat().sort(inHeaderOrder);
    return this.#ordered;
  }

  named(name: Bytes): readonly StoredCookie[] {
    return this.#byName.get(name) ?? NONE;
  }

  find(identity: Identity): StoredCookie | null {
    return this.named(identity.name).find((cookie) => isSameIdentity(cookie, identity)) ?? null;
  }

  /** @returns the cookie of the same identity that was there before; null = none */
  put(cookie: StoredCookie): StoredCookie | null {
    const before = this.remove(cookie);
    const same = this.#byName.get(cookie.name);
    this.#byName.set(cookie.name, same === undefined ? [cookie] : [...same, cookie]);
    this.#size++;
    this.#ordered = null;
    return before;
  }

  /** @returns the cookie that was there; null = none */
  remove(identity: Identity): StoredCookie | null {
    const found = this.find(identity);
    if (found === null) return null;
    const rest = this.named(found.name).filter((cookie) => cookie !== found);
    if (rest.length === 0) this.#byName.delete(found.name);
    else this.#byName.set(found.name, rest);
    this.#size--;
    this.#ordered = null;
    return found;
  }
}
