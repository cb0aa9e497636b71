import { NOTHING } from '../../engine/base/lists';
import { type Instant, instant } from '../../engine/base/units';
import { MAX_AGE } from '../../engine/header/limits';
import type { Identity } from '../../engine/jar/identity';
import { coversHost, domainMatches } from '../../engine/jar/match';
import { isOver, type StoredCookie } from '../../engine/jar/stored-cookie';
import { isLocalhost, isLoopback } from '../../engine/site/host';
import { urlParts } from '../../engine/site/url-parts';
import { type Reach, reaches } from '../../engine/verdict/clear-site-data';
import type { Digest } from '../../facts/digest';
import {
  type CookieChanged,
  type CookieWritten,
  isTop,
  type JarCookie,
  type NavigationCommitted,
  type OtherLine,
  type OtherResponse,
  type RecorderStarted,
  type StoreId,
  type TabId,
} from '../../facts/fact';
import { identityKey, isSameCookie, isSameValue } from '../jar-history/cookie-keys';
import type { Attribution, Candidate, OtherTab } from '../rows/attribution';
import { ScriptAccesses } from './script-accesses';
import { CLOCKS_APART } from './waits';

/** How far apart a change and the other tab's response that caused it are reported at most. */
const APART = 2_000;
/** The same where values were not compared, or there is none: with more time between, too much else can have done it. */
const APART_BY_NAME = 500;
/** A change is dated by the same clock as the write, but by another process. */
const TOLERANCE = 20;
/** How long after the response Clear-Site-Data goes on deleting at most. */
const CLEARS_FOR = 3_000;
/** How long after a navigation DevTools asks for its settings at most. */
const SETTINGS_WITHIN = 5_000;
/** Evidence older than this explains nothing any more. */
const REMEMBERED = 20_000;

/** A response that clears the browser's cookies: the recorded tab's (id of its row), or another tab's. */
export interface Clearing extends Reach {
  readonly storeId: StoreId;
  readonly by: { readonly exchange: string } | { readonly tabId: TabId };
  readonly at: Instant;
}

/** A change that no response of the recorded tab explains. */
interface Unattributed {
  readonly change: CookieChanged;
  readonly previous: StoredCookie | null;
  /** Whether a response that was recorded long before may have done it. */
  readonly mayBeLate: boolean;
}

/** What the user wrote with this tool. */
interface Written {
  readonly fact: CookieWritten;
  readonly removes: boolean;
  /** Until when its change may be told: a busy browser tells of it late. Of what changes nothing, no change may ever be told. */
  readonly until: number;
  /** The number of the change that it explains, for it makes one; null = none yet. */
  change: number | null;
}

/** Collects what tells who changed a cookie, and says who did. */
export class Attributions {
  readonly #digest: Digest;
  readonly scripts: ScriptAccesses;
  #others: OtherResponse[] = [];
  /** The change that a line of another tab explains, by its number. */
  readonly #claims = new WeakMap<OtherLine, number>();
  #clearings: Clearing[] = [];
  #written: Written[] = [];
  /** When a document of a host on this machine last took over the tab, by host. */
  readonly #localPages = new Map<string, Instant>();

  constructor(digest: Digest) {
    this.#digest = digest;
    this.scripts = new ScriptAccesses(digest);
  }

  /** @returns whether it is news: a response that neither sets nor clears cookies explains nothing */
  other(fact: OtherResponse): boolean {
    const { storeId, tabId, host, at } = fact;
    if (fact.clears) this.clears({ storeId, by: { tabId }, host, at, unpartitioned: true, partition: null });
    if (fact.lines.length === 0) return fact.clears === true;
    this.#others = [...this.#others.filter(({ at }) => at > fact.at - REMEMBERED), fact];
    return true;
  }

  /** @param present the cookie that stood in its place, as far as is known */
  wrote(fact: CookieWritten, present: StoredCookie | null): void {
    const removes = fact.removed || isOver(fact.cookie, fact.at);
    const isIdle = removes ? present === null : present !== null && isSameCookie(fact.cookie, present);
    const written = { fact, removes, until: fact.at + (isIdle ? APART : REMEMBERED), change: null };
    this.#written = [...this.#written.filter((each) => each.fact.at > fact.at - REMEMBERED), written];
  }

  /** Whether the user made this change just before it was told: then no response did. */
  isOfUser(change: CookieChanged): boolean {
    return this.#writeOf(change, APART) !== null;
  }

  /** Whether the user wrote a cookie after a line came, be its change reported or not. */
  hasUserWritten(cookie: Identity, line: { readonly storeId: StoreId; readonly at: Instant }): boolean {
    return this.#writesOf(cookie, line.storeId).some(({ fact }) => fact.at >= line.at - TOLERANCE);
  }

  /** Whether another tab's response gave the cookie this very value, or the user did a while ago: then no older line of this tab did. */
  isOfOther(change: CookieChanged): boolean {
    return this.#writeOf(change, REMEMBERED) !== null || this.#otherTab(change)?.by === 'value';
  }

  clears(clearing: Clearing): void {
    this.#clearings = [...this.#clearings.filter(({ at }) => at > clearing.at - REMEMBERED), clearing];
  }

  navigated(fact: NavigationCommitted): void {
    if (!isTop(fact)) return;
    const host = urlParts(fact.url)?.host;
    if (host !== undefined && isThisMachine(host)) this.#localPages.set(host, fact.at);
  }

  of(unattributed: Unattributed, browser: RecorderStarted['browser']): Attribution {
    const { change, previous } = unattributed;
    const justNow = this.#writeOf(change, APART);
    if (justNow !== null) return byUser(justNow);
    if (change.cause === 'expired') return { kind: 'expiry' };
    if (change.cause === 'evicted') return { kind: 'eviction' };
    const found = this.scripts.of(change, previous) ?? this.#otherTab(change) ?? this.#clearing(change, previous, browser);
    if (found !== null) return found;
    const before = this.#writeOf(change, REMEMBERED);
    return before !== null ? byUser(before) : { kind: 'not-recorded', candidates: this.#candidates(unattributed, browser) };
  }

  #writeOf({ cookie, removed, at, storeId, seq }: CookieChanged, within: number): CookieWritten | null {
    const written = this.#writesOf(cookie, storeId).findLast(
      (each) =>
        (each.change ?? seq) === seq &&
        each.removes === removed &&
        at >= each.fact.at - TOLERANCE &&
        at <= Math.min(each.until, each.fact.at + within) &&
        (removed || isAsWritten(each.fact, cookie)),
    );
    if (written === undefined) return null;
    written.change = seq;
    return written.fact;
  }

  /** What the user wrote of a cookie. Mostly nothing was written, and no key has to be made. */
  #writesOf(cookie: Identity, store: StoreId): readonly Written[] {
    if (this.#written.length === 0) return NOTHING;
    const key = identityKey(cookie);
    return this.#written.filter(({ fact }) => fact.storeId === store && identityKey(fact.cookie) === key);
  }

  #otherTab(change: CookieChanged): OtherTab | null {
    const { cookie, at, storeId, removed, seq } = change;
    const digest = removed ? null : (change.digest ?? this.#digest(cookie.value));
    let best: { readonly line: OtherLine; readonly found: OtherTab } | null = null;
    for (const other of this.#others) {
      if (other.storeId !== storeId || !isWithin(APART, other.at, at) || !coversHost(cookie, other.host)) continue;
      for (const line of other.lines) {
        // A line changes a cookie once.
        if (!isSameValue(line.name, cookie.name) || (this.#claims.get(line) ?? seq) !== seq) continue;
        const by = digest === null ? 'name' : 'value';
        // A line that deletes gives no value, and one that gives a value deletes nothing.
        if (by === 'value' ? line.digest !== digest : removed && line.digest !== null) continue;
        if (by === 'name' && !isWithin(APART_BY_NAME, other.at, at)) continue;
        best ??= { line, found: { kind: 'other-tab', tabId: other.tabId, host: other.host, at: other.at, by } };
      }
    }
    if (best === null) return null;
    this.#claims.set(best.line, seq);
    return best.found;
  }

  #clearing(
    { cookie, at, storeId, removed }: CookieChanged,
    previous: StoredCookie | null,
    browser: RecorderStarted['browser'],
  ): Attribution | null {
    if (!removed) return null;
    const clearing = this.#clearings.findLast(
      (each) =>
        each.storeId === storeId &&
        at >= each.at - CLOCKS_APART &&
        at <= each.at + CLEARS_FOR &&
        reaches(each, cookie, browser) &&
        // What came after it was not there to be cleared.
        (previous?.creation ?? 0) <= each.at,
    );
    if (clearing === undefined) return null;
    const { by, host } = clearing;
    if ('exchange' in by) return { kind: 'clear-site-data', exchange: by.exchange };
    return { kind: 'other-tab', tabId: by.tabId, host, at: clearing.at, by: 'clear-site-data' };
  }

  #candidates({ change, previous, mayBeLate }: Unattributed, browser: RecorderStarted['browser']): readonly Candidate[] {
    const { cookie, at } = change;
    const late: readonly Candidate[] = mayBeLate ? ['late-response'] : [];
    // No script can make, replace or delete an HttpOnly cookie.
    const script: readonly Candidate[] = cookie.httpOnly || previous?.httpOnly === true ? late : [...late, 'script'];
    const rest: readonly Candidate[] = ['other-tab', 'unseen-request', 'extension', 'user'];
    if (browser !== 'chromium') return [...script, ...rest];
    return this.#asksForSettings(cookie.domain, at)
      ? ['devtools-request', ...script, ...rest]
      : [...script, 'other-tab', 'devtools-request', 'unseen-request', 'extension', 'user'];
  }

  /** Chromium's DevTools asks pages of this machine for their settings at each navigation, with cookies. */
  #asksForSettings(domain: string, at: Instant): boolean {
    for (const [host, from] of this.#localPages) {
      if (domainMatches(host, domain) && at >= from - APART && at <= from + SETTINGS_WITHIN) return true;
    }
    return false;
  }
}

/** What was made before the response was not made by it. */
const isWithin = (apart: number, response: Instant, change: Instant): boolean =>
  change <= response + apart && change >= response - CLOCKS_APART;

const isThisMachine = (host: string): boolean => isLocalhost(host) || isLoopback(host);

const byUser = ({ by }: CookieWritten): Attribution => ({ kind: 'user', by });

/** Whether a cookie has the value and attributes that were written: a response may give it the same value with others. */
const isAsWritten = ({ cookie, at }: CookieWritten, shown: JarCookie): boolean =>
  isSameCookie(withAgeLimit(cookie, at), withAgeLimit(shown, at));

const withAgeLimit = (cookie: JarCookie, at: Instant): JarCookie =>
  cookie.expires === null ? cookie : { ...cookie, expires: instant(Math.min(cookie.expires, at + MAX_AGE)) };
