import { coversHost } from '../../engine/jar/match';
import type { StoredCookie } from '../../engine/jar/stored-cookie';
import type { Digest } from '../../facts/digest';
import type { CookieChanged, ScriptAccess } from '../../facts/fact';
import { hostOf } from '../../facts/plain-url';
import { isSameValue } from '../jar-history/cookie-keys';
import type { ByScript } from '../rows/attribution';

/** How far apart a write and its change are reported at most: the page's clock is the browser's, but its process may be busy. */
const APART = 2_000;
/** The same for a deletion, which has no value to be compared. */
const APART_BY_NAME = 500;
/** Of more places that read cookies, the oldest are forgotten. */
const MOST_READS = 1000;
/** Evidence older than this explains nothing any more. */
const REMEMBERED = 20_000;

/** What traced scripts read and wrote, and which changes of the jar that explains. */
export class ScriptAccesses {
  readonly #digest: Digest;
  #reads: readonly ScriptAccess[] = [];
  #unseenHosts: ReadonlySet<string> = new Set();
  #writes: ScriptAccess[] = [];
  /** The change that a write explains, by its number: it changes a cookie once. */
  readonly #claims = new WeakMap<ScriptAccess, number>();

  constructor(digest: Digest) {
    this.#digest = digest;
  }

  /** Each place that read cookies, the first time; of one page and cookie as the page itself counts. */
  get reads(): readonly ScriptAccess[] {
    return this.#reads;
  }

  /** Hosts of pages that keep their use of cookies from the trace. */
  get unseenHosts(): ReadonlySet<string> {
    return this.#unseenHosts;
  }

  /** @returns whether it may explain a change that is there already */
  add(fact: ScriptAccess): boolean {
    if (fact.operation === 'read') this.#reads = [...this.#reads.slice(-MOST_READS), fact];
    if (fact.operation === 'unseen') this.#unseenHosts = new Set([...this.#unseenHosts, hostOf(fact.documentUrl)]);
    if (fact.operation !== 'write') return false;
    this.#writes = [...this.#writes.filter(({ at }) => at > fact.at - REMEMBERED), fact];
    return true;
  }

  /** The write that made this change; never of an HttpOnly cookie, which no script can make, replace or delete. */
  of(change: CookieChanged, previous: StoredCookie | null): ByScript | null {
    const { cookie, seq } = change;
    if (cookie.httpOnly || previous?.httpOnly === true) return null;
    const write = this.#writes.findLast(
      (each) =>
        (this.#claims.get(each) ?? seq) === seq && this.#explains(each, change) && coversHost(cookie, hostOf(each.documentUrl)),
    );
    if (write === undefined) return null;
    this.#claims.set(write, seq);
    const { api, documentUrl, stack } = write;
    return { kind: 'script', api, documentUrl, stack };
  }

  #explains(write: ScriptAccess, { cookie, at, storeId, removed, digest }: CookieChanged): boolean {
    const [line] = write.lines;
    if (line === undefined || write.storeId !== storeId || !isSameValue(line.name, cookie.name)) return false;
    const apart = Math.abs(write.at - at);
    if (removed) return line.digest === null && apart <= APART_BY_NAME;
    return line.digest !== null && apart <= APART && line.digest === (digest ?? this.#digest(cookie.value));
  }
}
