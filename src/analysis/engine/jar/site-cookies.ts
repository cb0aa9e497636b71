import type { Bytes } from '../base/units';
import { type Identity, isSamePlace } from './identity';
import { inHeaderOrder } from './order';
import type { StoredCookie } from './stored-cookie';

const NONE: readonly StoredCookie[] = [];
/** So many changes are worked into the order one by one. */
const FEW = 4;
/** Up to so many cookies, looking along the list costs less than the hash of a name that was just cut from a line. */
const SMALL = 40;

/** The cookies of one site: by name for storing, in header order for sending. */
export class SiteCookies {
  /** In no order; none once they were many. */
  #few: StoredCookie[] = [];
  /** By name, once they were many; null = they are few. */
  #byName: Map<Bytes, StoredCookie[]> | null = null;
  #size = 0;
  #ordered: readonly StoredCookie[] | null = null;
  /** What was put since then, and what it took the place of. */
  #since: (readonly [StoredCookie, StoredCookie | null])[] = [];

  get size(): number {
    return this.#size;
  }

  /** In the order of the Cookie header. A later change gives a new array and leaves this one as it is. */
  ordered(): readonly StoredCookie[] {
    this.#ordered ??= (this.#byName === null ? [...this.#few] : [...this.#byName.values()].flat()).sort(inHeaderOrder);
    for (const [added, out] of this.#since) this.#ordered = withPut(this.#ordered, added, out);
    if (this.#since.length > 0) this.#since = [];
    return this.#ordered;
  }

  /** Those of a name. */
  named(name: Bytes): readonly StoredCookie[] {
    return this.#list(name).filter((cookie) => cookie.name === name);
  }

  find(identity: Identity): StoredCookie | null {
    for (const cookie of this.#list(identity.name)) {
      if (cookie.name === identity.name && isSamePlace(cookie, identity)) return cookie;
    }
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
    replace(this.#listToChange(cookie.name), before, cookie);
    if (before === null) this.#size++;
    if (this.#few.length > SMALL) {
      this.#byName = byName(this.#few);
      this.#few = [];
    }
    return before;
  }

  /** @returns the cookie that was there; null = none */
  remove(identity: Identity): StoredCookie | null {
    const found = this.find(identity);
    if (found === null) return null;
    const list = this.#listToChange(found.name);
    list.splice(list.indexOf(found), 1);
    if (list.length === 0) this.#byName?.delete(found.name);
    this.#size--;
    this.#forgetOrder();
    return found;
  }

  /** Among these are those of a name. */
  #list(name: Bytes): readonly StoredCookie[] {
    return this.#byName === null ? this.#few : (this.#byName.get(name) ?? NONE);
  }

  /** Where those of a name are kept, made if there are none. */
  #listToChange(name: Bytes): StoredCookie[] {
    return this.#byName === null ? this.#few : listIn(this.#byName, name);
  }

  #forgetOrder(): void {
    this.#ordered = null;
    this.#since = [];
  }
}

function byName(cookies: readonly StoredCookie[]): Map<Bytes, StoredCookie[]> {
  const found = new Map<Bytes, StoredCookie[]>();
  for (const cookie of cookies) listIn(found, cookie.name).push(cookie);
  return found;
}

function listIn(names: Map<Bytes, StoredCookie[]>, name: Bytes): StoredCookie[] {
  let list = names.get(name);
  if (list === undefined) {
    list = [];
    names.set(name, list);
  }
  return list;
}

/** Puts a cookie in the place of another, which is in the list; null = behind the others. */
function replace(list: StoredCookie[], out: StoredCookie | null, cookie: StoredCookie): void {
  if (out === null) list.push(cookie);
  else list[list.indexOf(out)] = cookie;
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
