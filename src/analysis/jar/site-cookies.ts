import type { Bytes } from '../facts/units';
import { type Identity, isSamePlace } from './identity';
import { inHeaderOrder } from './order';
import type { StoredCookie } from './stored-cookie';

const NONE: readonly StoredCookie[] = [];
/** So many changes are worked into the order one by one. */
const FEW = 4;

/** The cookies of one site: by name for storing, in header order for sending. */
export class SiteCookies {
  readonly #byName = new Map<Bytes, StoredCookie[]>();
  #ordered: readonly StoredCookie[] | null = null;
  /** What was put since then, and what it took the place of. */
  #since: (readonly [StoredCookie, StoredCookie | null])[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** In the order of the Cookie header. A later change gives a new array and leaves this one as it is. */
  ordered(): readonly StoredCookie[] {
    this.#ordered ??= [...this.#byName.values()].flat().sort(inHeaderOrder);
    for (const [added, out] of this.#since) this.#ordered = withPut(this.#ordered, added, out);
    if (this.#since.length > 0) this.#since = [];
    return this.#ordered;
  }

  /** Those of a name; the list changes with the jar. */
  named(name: Bytes): readonly StoredCookie[] {
    return this.#byName.get(name) ?? NONE;
  }

  find(identity: Identity): StoredCookie | null {
    const same = this.#byName.get(identity.name);
    if (same === undefined) return null;
    for (const cookie of same) if (isSamePlace(cookie, identity)) return cookie;
    return null;
  }

  /**
   * @param before the cookie of the same identity, where the caller has looked for it; null = there is none
   * @returns that cookie
   */
  put(cookie: StoredCookie, before: StoredCookie | null = this.find(cookie)): StoredCookie | null {
    if (this.#ordered !== null) this.#since.push([cookie, before]);
    // To sort anew costs less than so many steps.
    if (this.#since.length > FEW) this.#forgetOrder();
    const same = this.#byName.get(cookie.name);
    if (same === undefined) this.#byName.set(cookie.name, [cookie]);
    else if (before === null) same.push(cookie);
    else same[same.indexOf(before)] = cookie;
    if (before === null) this.#size++;
    return before;
  }

  /** @returns the cookie that was there; null = none */
  remove(identity: Identity): StoredCookie | null {
    const same = this.#byName.get(identity.name);
    const at = same?.findIndex((cookie) => isSamePlace(cookie, identity)) ?? -1;
    const found = same?.[at];
    if (same === undefined || found === undefined) return null;
    if (same.length === 1) this.#byName.delete(identity.name);
    else same.splice(at, 1);
    this.#size--;
    this.#forgetOrder();
    return found;
  }

  #forgetOrder(): void {
    this.#ordered = null;
    this.#since = [];
  }
}

/** A list in header order with a cookie put in and another left out; null = none. */
function withPut(ordered: readonly StoredCookie[], added: StoredCookie, out: StoredCookie | null): readonly StoredCookie[] {
  const list: StoredCookie[] = [];
  let waits = true;
  for (const cookie of ordered) {
    if (cookie === out) continue;
    if (waits && inHeaderOrder(added, cookie) < 0) {
      list.push(added);
      waits = false;
    }
    list.push(cookie);
  }
  if (waits) list.push(added);
  return list;
}
