import type { Draft, RequestId, StoreId } from '../analysis/facts/fact';
import { jarSnapshot } from '../analysis/facts/from-cookies';
import type { Dialect } from '../analysis/facts/headers';
import type { Instant } from '../analysis/facts/units';
import type { Jar } from '../platform/jar';

/** After the last response with Set-Cookie, the browser has stored its cookies by then. */
const SETTLED_AFTER = 100;
/** A stream of such responses does not put a reading off for longer. */
const LATEST_AFTER = 250;

export interface JarWatchParts {
  readonly jar: Jar;
  readonly dialect: Dialect;
  /** The site whose cookies are read: the registrable domain, or the host itself. */
  readonly siteOf: (host: string) => string;
  readonly record: (fact: Draft) => void;
  readonly trouble: (text: string) => void;
  readonly now: () => Instant;
  readonly after: (ms: number, then: () => void) => void;
}

interface Awaited {
  readonly storeId: StoreId;
  readonly site: string;
  readonly since: Instant;
  readonly latest: Instant;
}

/**
 * Reads the jar. A refused cookie leaves no event behind: that it is absent can only be seen by reading the jar,
 * so that is done soon after each response with Set-Cookie, for the site that set it.
 */
export class JarWatch {
  readonly #parts: JarWatchParts;
  readonly #hosts = new Map<RequestId, { readonly host: string; readonly storeId: StoreId }>();
  readonly #awaited = new Map<string, Awaited>();

  constructor(parts: JarWatchParts) {
    this.#parts = parts;
  }

  /** Takes a recorded fact into account. @param storeId the store of its tab */
  fold(fact: Draft, storeId: StoreId | null): void {
    if (fact.kind === 'request-sent') {
      const store = fact.storeId ?? storeId;
      if (store !== null && URL.canParse(fact.url))
        this.#hosts.set(fact.request, { host: new URL(fact.url).hostname, storeId: store });
    } else if (fact.kind === 'response-received' && fact.setCookie.length > 0) {
      this.#await(fact.request, fact.at);
    } else if (fact.kind === 'jar-snapshot') {
      this.#wasRead(fact.storeId, fact.site, fact.at);
    } else if (fact.kind === 'request-completed' || fact.kind === 'request-failed') {
      this.#hosts.delete(fact.request);
    }
  }

  /** Reads the cookies of a site, or (null) of the whole store, and records them. */
  async read(storeId: StoreId, site: string | null): Promise<void> {
    const { jar, dialect, record, trouble, now } = this.#parts;
    try {
      const at = now();
      record(jarSnapshot({ storeId, site }, await jar.read(storeId, site), dialect, at));
    } catch (error) {
      // A private window was closed meanwhile, and its store with it.
      trouble(`The cookies of ${site ?? 'the whole store'} could not be read: ${error}`);
    }
  }

  #await(request: RequestId, at: Instant): void {
    const from = this.#hosts.get(request);
    if (!from) return;
    const site = this.#parts.siteOf(from.host);
    const key = keyOf(from.storeId, site);
    const before = this.#awaited.get(key);
    this.#awaited.set(key, { storeId: from.storeId, site, since: before?.since ?? at, latest: at });
    if (!before) this.#parts.after(SETTLED_AFTER, () => this.#due(key));
  }

  // Needed only when an earlier worker's facts are taken in: a reading of our own is not awaited any more when it comes.
  #wasRead(storeId: StoreId, site: string | null, at: Instant): void {
    for (const [key, awaited] of this.#awaited) {
      const covers = awaited.storeId === storeId && (site === null || site === awaited.site);
      if (covers && at - awaited.latest >= SETTLED_AFTER) this.#awaited.delete(key);
    }
  }

  #due(key: string): void {
    const awaited = this.#awaited.get(key);
    if (!awaited) return;
    const { storeId, site, since, latest } = awaited;
    const { now, after } = this.#parts;
    const quiet = now() - latest;
    const waited = now() - since;
    if (quiet < SETTLED_AFTER && waited < LATEST_AFTER) {
      after(Math.min(SETTLED_AFTER - quiet, LATEST_AFTER - waited), () => this.#due(key));
      return;
    }
    this.#awaited.delete(key);
    // The newest of the stream may not be stored yet: it gets a reading of its own.
    if (quiet < SETTLED_AFTER) {
      this.#awaited.set(key, { storeId, site, since: now(), latest });
      after(SETTLED_AFTER, () => this.#due(key));
    }
    void this.read(storeId, site);
  }
}

const keyOf = (storeId: StoreId, site: string): string => `${storeId} ${site}`;
