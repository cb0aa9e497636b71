import { type Bytes, type Instant, instant } from '../../engine/base/units';
import { crowdedOut } from '../../engine/jar/evict-for';
import type { Identity } from '../../engine/jar/identity';
import { Jar } from '../../engine/jar/jar';
import type { SiteLimits } from '../../engine/jar/limits';
import { inHeaderOrder } from '../../engine/jar/order';
import type { StoredCookie } from '../../engine/jar/stored-cookie';
import { siteDomain } from '../../engine/site/registrable';
import { Checkpoints } from './checkpoints';
import { identityKey } from './cookie-keys';
import { isNearExpiry, reckonedLate } from './near-expiry';
import { REPORTED_LATE } from './report-delays';

/** What happened to one place of the jar. */
interface Entry {
  readonly at: Instant;
  readonly before: StoredCookie | null;
  readonly after: StoredCookie | null;
}

/** When a cookie came into the jar, and when the browser reported it; null = not reported (yet). */
interface Arrival {
  readonly at: Instant;
  readonly reported: Instant | null;
}

interface ReportedResponse {
  readonly at: Instant;
  /** When its request went out. */
  readonly sentAt: Instant;
  readonly limits: SiteLimits | null;
}

/** A version of a cookie that another took the place of, or that was removed. */
export interface EarlierVersion {
  readonly cookie: StoredCookie;
  readonly until: Instant;
}

/** How far apart in time what is written down one after the other can be: facts come late. */
const DISORDER = 1000;
/** How long a cookie must have stood in the jar for its absence from a header to say something. */
const SETTLED = 1_000;
/** How far the clocks of a request and of a change can be apart. */
const CLOCKS_APART = 50;
/** How many earlier versions are remembered under one name. */
const REMEMBERED = 8;

/** The replayed jar with its past: every change is written down, so that it can be read as it stood at any mark. */
export class JarHistory {
  readonly #jar = new Jar();
  #latest: Instant = instant(0);
  readonly #found = new WeakSet<StoredCookie>();
  /** Cookies of which the browser has not told when they expire: by how much too late that may be reckoned. */
  readonly #reckonedLate = new WeakMap<StoredCookie, number>();
  readonly #entries: Entry[] = [];
  readonly #checkpoints = new Checkpoints();
  readonly #touched = new Map<string, Instant>();
  readonly #arrivals = new Map<string, Arrival>();
  /** No cookie was arriving after this: most requests go out later, and need not be looked up. */
  #arrivedLast = Number.NEGATIVE_INFINITY;
  readonly #earlier = new Map<Bytes, EarlierVersion[]>();
  readonly #used = new Map<string, Instant>();

  /** Notes that a cookie was found in the jar: it is at least this old, and may be older. */
  found(cookie: StoredCookie): void {
    this.#found.add(cookie);
  }

  /** Whether nobody saw the cookie being made. */
  wasFound(cookie: StoredCookie): boolean {
    return this.#found.has(cookie);
  }

  /** Whether a cookie expires so close to a time that this does not tell which came first. */
  isNearExpiry(cookie: StoredCookie, at: Instant): boolean {
    return isNearExpiry(cookie, at, this.#reckonedLate.get(cookie));
  }

  get jar(): Jar {
    return this.#jar;
  }

  /** The point now reached; give it to `cookiesAt` later. */
  get mark(): number {
    return this.#entries.length;
  }

  /** @param limits by which others are evicted for it; null = whoever calls says what goes */
  put(cookie: StoredCookie, at: Instant, limits: SiteLimits | null = null): void {
    this.#write(this.#jar.put(cookie), cookie, at);
    if (limits !== null) this.#evictFor(cookie, limits, at);
  }

  /** Puts what a line of a response stores: when it expires is reckoned from the report of the response. */
  putReckoned(cookie: StoredCookie, response: ReportedResponse): void {
    if (cookie.expires !== null) this.#reckonedLate.set(cookie, reckonedLate(response));
    this.put(cookie, response.at, response.limits);
  }

  remove(identity: Identity, at: Instant): void {
    const before = this.#jar.remove(identity);
    if (before !== null) this.#write(before, null, at);
  }

  /** Notes that a request carried these cookies: the least recently used are evicted first. */
  used(sent: readonly { readonly cookie: StoredCookie | null }[], at: Instant): void {
    for (const { cookie } of sent) if (cookie !== null) this.#used.set(identityKey(cookie), at);
  }

  /** When this identity last changed; null = never since the recording began. */
  touched(identity: Identity): Instant | null {
    return this.#touched.get(identityKey(identity)) ?? null;
  }

  /** Whether a cookie had stood in the jar for a while at a time, and was to stay, so that its absence from a header says something. */
  isSettled(cookie: StoredCookie, at: Instant): boolean {
    return (this.touched(cookie) ?? 0) <= at - SETTLED && this.#jar.find(cookie) === cookie && !this.isNearExpiry(cookie, at);
  }

  /** Notes when the browser reported a cookie of this identity. */
  reported(identity: Identity, at: Instant): void {
    const key = identityKey(identity);
    const arrival = this.#arrivals.get(key);
    if (arrival === undefined) return;
    this.#arrivals.set(key, { at: arrival.at, reported: at });
    this.#arrivedLast = Math.max(this.#arrivedLast, at);
  }

  /** When a cookie came; null = it was there before, or the browser has not told that it came. */
  toldSince(identity: Identity): Instant | null {
    const arrival = this.#arrivals.get(identityKey(identity));
    return arrival === undefined || arrival.reported === null ? null : arrival.at;
  }

  /** Whether a request at this time can have gone out just before the cookie was stored. */
  wasArriving(identity: Identity, at: Instant): boolean {
    if (at > this.#arrivedLast + CLOCKS_APART) return false;
    const arrival = this.#arrivals.get(identityKey(identity));
    if (arrival === undefined || at < arrival.at - CLOCKS_APART) return false;
    return at <= (arrival.reported ?? arrival.at + REPORTED_LATE) + CLOCKS_APART;
  }

  /**
   * Strikes the last write of a cookie out of the past, as if it had never been: it turned out to belong elsewhere in it.
   * @param after what the write left; null = it removed the cookie
   */
  strike(identity: Identity, after: StoredCookie | null): void {
    if (this.#jar.find(identity) !== after) return;
    const key = identityKey(identity);
    for (let place = this.#entries.length - 1; place >= 0; place--) {
      const entry = this.#entries[place];
      const about = entry?.after ?? entry?.before ?? null;
      if (!entry || about === null || identityKey(about) !== key) continue;
      this.#entries[place] = { at: entry.at, before: null, after: null };
      this.#checkpoints.forgetAfter(place);
      if (entry.before === null) this.#jar.remove(about);
      else this.#jar.put(entry.before);
      return;
    }
  }

  /** Versions of cookies of this name that are no more, the latest first. */
  earlier(name: Bytes): readonly EarlierVersion[] {
    return this.#earlier.get(name) ?? [];
  }

  /**
   * The cookies of a host's site as they stood at a time, in the order of the Cookie header. Firefox tells of changes
   * before the requests that went out earlier: what was written down already may have happened after.
   */
  siteAt(host: string, at: Instant): readonly StoredCookie[] {
    const now = this.#jar.ofSite(host);
    if (!(this.#latest > at)) return now;
    const site = siteDomain(host);
    const cookies = new Map(now.map((cookie) => [identityKey(cookie), cookie]));
    let changed = false;
    for (let place = this.#entries.length - 1; place >= 0; place--) {
      const entry = this.#entries[place];
      if (!entry || entry.at < at - DISORDER) break;
      const { before, after } = entry;
      const about = after ?? before;
      if (entry.at <= at || about === null || siteDomain(about.domain) !== site) continue;
      changed = true;
      if (after) cookies.delete(identityKey(after));
      if (before) cookies.set(identityKey(before), before);
    }
    return changed ? [...cookies.values()].sort(inHeaderOrder) : now;
  }

  /**
   * The cookies as they stood at a mark, by undoing what came between it and the next checkpoint: the cost does not grow with
   * the recording.
   * @param at the time of the mark: what was written down before it and happened later is undone too; null = by mark alone
   */
  cookiesAt(mark: number, at: Instant | null = null): readonly StoredCookie[] {
    const cookies = new Map<string, StoredCookie>();
    const from = this.#checkpoints.from(mark) ?? { mark: this.#entries.length, cookies: this.#jar.all() };
    for (const cookie of from.cookies) cookies.set(identityKey(cookie), cookie);
    for (let place = from.mark - 1; place >= 0; place--) {
      const entry = this.#entries[place];
      if (place < mark && (at === null || !entry || entry.at < at - DISORDER)) break;
      if (place < mark && at !== null && entry && entry.at <= at) continue;
      if (entry?.after) cookies.delete(identityKey(entry.after));
      if (entry?.before) cookies.set(identityKey(entry.before), entry.before);
    }
    return [...cookies.values()];
  }

  /** A jar of its own with the cookies of a mark; `at` as for `cookiesAt`. */
  jarAt(mark: number, at: Instant | null = null): Jar {
    const jar = new Jar();
    for (const cookie of this.cookiesAt(mark, at)) jar.put(cookie);
    return jar;
  }

  #evictFor(cookie: StoredCookie, limits: SiteLimits, at: Instant): void {
    const withUse = (each: StoredCookie): StoredCookie => {
      const used = this.#used.get(identityKey(each)) ?? each.lastAccess;
      return used > each.lastAccess && each !== cookie ? { ...each, lastAccess: used } : each;
    };
    const added = { cookie, siteKey: siteDomain(cookie.domain), at };
    for (const each of crowdedOut(this.#jar, added, limits, (all) => all.map(withUse))) this.remove(each, at);
  }

  #write(before: StoredCookie | null, after: StoredCookie | null, at: Instant): void {
    this.#entries.push({ at, before, after });
    this.#checkpoints.reached(this.#entries.length, this.#jar);
    if (at > this.#latest) this.#latest = at;
    const changed = after ?? before;
    if (changed !== null) {
      const key = identityKey(changed);
      this.#touched.set(key, at);
      if (after === null) this.#arrivals.delete(key);
      else if (before === null) {
        this.#arrivals.set(key, { at, reported: null });
        this.#arrivedLast = Math.max(this.#arrivedLast, at + REPORTED_LATE);
      }
    }
    if (before === null) return;
    const versions = this.#earlier.get(before.name) ?? [];
    this.#earlier.set(before.name, [{ cookie: before, until: at }, ...versions.slice(0, REMEMBERED - 1)]);
  }
}
