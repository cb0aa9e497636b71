import type { Bytes } from '../facts/units';
import { type Identity, isSameIdentity } from './identity';
import { inHeaderOrder } from './order';
import type { StoredCookie } from './stored-cookie';

const NONE: readonly StoredCookie[] = [];

/** The cookies of one site: by name for storing, in header order for sending. */
export class SiteCookies {
  readonly #byName = new Map<Bytes, StoredCookie[]>();
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

  /** Those of a name; the list changes with the jar. */
  named(name: Bytes): readonly StoredCookie[] {
    return this.#byName.get(name) ?? NONE;
  }

  find(identity: Identity): StoredCookie | null {
    const same = this.#byName.get(identity.name);
    if (same === undefined) return null;
    for (const cookie of same) if (isSameIdentity(cookie, identity)) return cookie;
    return null;
  }

  /** @returns the cookie of the same identity that was there before; null = none */
  put(cookie: StoredCookie): StoredCookie | null {
    this.#ordered = null;
    const same = this.#byName.get(cookie.name);
    if (same === undefined) this.#byName.set(cookie.name, [cookie]);
    else {
      for (let at = 0; at < same.length; at++) {
        const before = same[at] as StoredCookie;
        if (!isSameIdentity(before, cookie)) continue;
        same[at] = cookie;
        return before;
      }
      same.push(cookie);
    }
    this.#size++;
    return null;
  }

  /** @returns the cookie that was there; null = none */
  remove(identity: Identity): StoredCookie | null {
    const same = this.#byName.get(identity.name);
    const at = same?.findIndex((cookie) => isSameIdentity(cookie, identity)) ?? -1;
    const found = same?.[at];
    if (same === undefined || found === undefined) return null;
    if (same.length === 1) this.#byName.delete(identity.name);
    else same.splice(at, 1);
    this.#size--;
    this.#ordered = null;
    return found;
  }
}
