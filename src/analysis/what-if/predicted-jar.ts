import type { Profile } from '../engine/base/profile';
import type { Bytes, Instant } from '../engine/base/units';
import type { Identity } from '../engine/jar/identity';
import { Jar } from '../engine/jar/jar';
import { isOver, type StoredCookie } from '../engine/jar/stored-cookie';
import type { Access } from '../engine/verdict/access/access';
import { type Reach, reaches } from '../engine/verdict/clear-site-data';
import { fromJar } from '../replay/jar-history/from-jar';
import type { Credentials } from '../replay/requests/credentials';
import { type JudgedLine, judgeLine } from '../replay/requests/setting';
import type { ChangeRow, Exchange, SentCookie, SetLine, WithheldCookie } from '../replay/rows/exchange';
import { outcomeOf } from '../rules/subject/cookie-record';
import { type CookieKey, cookieKey } from '../session/cookies/cookie-key';

/** What a line is judged by. */
export interface LineGrounds {
  readonly access: Access;
  readonly credentials: Credentials;
  readonly clears: boolean;
}

/** The jar as it would be: only cookies of the names whose lines are edited. */
export class PredictedJar {
  readonly #names: ReadonlySet<Bytes>;
  readonly #jar = new Jar();
  /** Identities that a line, a change or an earlier request has told of: any other was there before. */
  readonly #known = new Set<CookieKey>();
  /** The cookies of these names that the browser held, as far as lines and changes tell. */
  readonly #recorded = new Map<CookieKey, StoredCookie>();
  /** In the jar only if what is missing turns out well. */
  readonly #uncertain = new WeakSet<StoredCookie>();
  readonly #found = new WeakSet<StoredCookie>();
  /** What was picked out of lists: requests that are alike share theirs. */
  readonly #sent = new WeakMap<readonly SentCookie[], readonly SentCookie[]>();
  readonly #withheld = new WeakMap<readonly WithheldCookie[], readonly WithheldCookie[]>();
  /** Lists of which every cookie is known. */
  readonly #lookedThrough = new WeakSet<readonly object[]>();

  constructor(names: ReadonlySet<Bytes>) {
    this.#names = names;
  }

  concerns(name: Bytes): boolean {
    return this.#names.has(name);
  }

  /** Those of the names whose lines are edited. */
  sent(cookies: readonly SentCookie[]): readonly SentCookie[] {
    return selected(this.#sent, cookies, ({ name }) => this.concerns(name));
  }

  /** Those of the names whose lines are edited. */
  withheld(cookies: readonly WithheldCookie[]): readonly WithheldCookie[] {
    return selected(this.#withheld, cookies, ({ cookie }) => this.concerns(cookie.name));
  }

  candidates(host: string): readonly StoredCookie[] {
    return this.#jar.candidates(host).filter(({ name }) => this.#names.has(name));
  }

  /** Whether it is not known that the browser would hold it. */
  isUncertain(cookie: StoredCookie): boolean {
    return this.#uncertain.has(cookie);
  }

  /** Whether nobody saw it being made. */
  wasFound(cookie: StoredCookie): boolean {
    return this.#found.has(cookie);
  }

  /** Takes over the cookies that a request shows to have been in the jar before the recording. */
  find({ cookies, withheld }: Exchange): void {
    this.#findAll(cookies);
    this.#findAll(withheld);
  }

  #findAll(list: readonly { readonly cookie: StoredCookie | null }[]): void {
    // What is known stays known.
    if (this.#lookedThrough.has(list)) return;
    this.#lookedThrough.add(list);
    for (const { cookie } of list) this.#findOne(cookie);
  }

  #findOne(cookie: StoredCookie | null): void {
    if (cookie === null || !this.#names.has(cookie.name) || this.#known.has(cookieKey(cookie))) return;
    this.#known.add(cookieKey(cookie));
    this.#found.add(cookie);
    this.#recorded.set(cookieKey(cookie), cookie);
    this.#jar.put(cookie);
  }

  /**
   * Removes what the request shows to have left the browser without a word: it was evicted to make room for others.
   * @returns the candidates that stay
   */
  lose({ at, cookies, withheld, otherPartitions }: Exchange, host: string): readonly StoredCookie[] {
    const lists = [this.sent(cookies), this.withheld(withheld), this.withheld(otherPartitions)];
    return this.candidates(host).filter((cookie) => {
      const recorded = this.#recorded.get(cookieKey(cookie));
      if (recorded === undefined || isOver(recorded, at)) return true;
      const isThere = lists.some((list) => list.some((each) => isSame(each.cookie, cookie)));
      if (!isThere) this.#jar.remove(cookie);
      return isThere;
    });
  }

  /** Does as was recorded of a line, where the jar stands as it stood then; false = it stands otherwise: judge the line. */
  repeat(line: SetLine): boolean {
    const { target, previous, result } = line;
    if (!isLike(this.#jar.find(target), previous)) return false;
    this.knows(line);
    if (outcomeOf(line) === 'rejected') return true;
    if (result !== null) this.#jar.put(result);
    else this.#delete(target, outcomeOf(line) === null);
    return true;
  }

  /** A line by the engine; the jar follows. */
  judge(line: Bytes, { access, credentials, clears }: LineGrounds): JudgedLine {
    const judged = judgeLine({ jar: this.#jar, access, credentials, jarRead: () => true, clears }, line);
    const { predicted, target, cookie, previous } = judged;
    this.#known.add(cookieKey(target));
    if (predicted.outcome === 'rejected') return judged;
    if (cookie === null) {
      if (previous !== null) this.#delete(previous, predicted.outcome === 'cannot-tell');
      return judged;
    }
    if (predicted.outcome === 'cannot-tell') this.#uncertain.add(cookie);
    this.#jar.put(cookie);
    return judged;
  }

  /** @param isOpen it is not known whether the browser did it: the cookie stays, and may be gone */
  #delete(identity: Identity, isOpen: boolean): void {
    const cookie = this.#jar.find(identity);
    if (isOpen && cookie !== null) this.#uncertain.add(cookie);
    else this.#jar.remove(identity);
  }

  /** The cookie of a recorded line was not there before the recording, wherever it would be kept now. */
  knows(line: SetLine): void {
    const { target, result } = line;
    this.#known.add(cookieKey(target));
    if (outcomeOf(line) === 'rejected') return;
    this.#recorded.delete(cookieKey(target));
    if (result === null) return;
    this.#known.add(cookieKey(result));
    this.#recorded.set(cookieKey(result), result);
  }

  /** A change that no response made, as it was recorded. A script cannot touch what is HttpOnly here. */
  change({ change, attribution, at }: ChangeRow): void {
    const { cookie, removed } = change;
    const before = this.#jar.find(cookie);
    const shown = fromJar(cookie, before, at, this.#jar.nextSerial);
    this.#known.add(cookieKey(cookie));
    if (removed) this.#recorded.delete(cookieKey(cookie));
    else this.#recorded.set(cookieKey(cookie), shown);
    const mayBeScript = attribution.kind === 'not-recorded' && attribution.candidates.includes('script');
    if (mayBeScript && before?.httpOnly === true && !cookie.httpOnly) return;
    // Its time is told by the line that stands in the jar, which may be another.
    if (attribution.kind === 'expiry' && before !== null && before.expires !== cookie.expires) return;
    if (removed) this.#jar.remove(cookie);
    else this.#jar.put(shown);
  }

  remove(identity: Identity): void {
    this.#jar.remove(identity);
  }

  /** A response had the browser clear its cookies. */
  clear(reach: Reach, profile: Profile): void {
    for (const cookie of this.#jar.ofSite(reach.host)) if (reaches(reach, cookie, profile)) this.#jar.remove(cookie);
  }
}

const isSame = (a: StoredCookie | null, b: StoredCookie): boolean =>
  a === b || (a !== null && a.name === b.name && cookieKey(a) === cookieKey(b));

/** Whether two cookies of one identity go with the same requests. */
export function isLike(a: StoredCookie | null, b: StoredCookie | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  return a.secure === b.secure && a.httpOnly === b.httpOnly && a.sameSite === b.sameSite && isNear(a.expires, b.expires);
}

/** Two readings of one time: a line's is reckoned from its response, the browser's from its own clock. */
const NEAR = 5_000;
const isNear = (a: Instant | null, b: Instant | null): boolean => (a === null || b === null ? a === b : Math.abs(a - b) <= NEAR);

/** Filters a list, or gives what was filtered from it before. */
function selected<T>(known: WeakMap<readonly T[], readonly T[]>, list: readonly T[], isOwn: (one: T) => boolean): readonly T[] {
  const before = known.get(list);
  if (before !== undefined) return before;
  const own = list.filter(isOwn);
  known.set(list, own);
  return own;
}
