import { siteDomain } from '../analysis/engine/site/registrable';
import { hasSetCookie } from '../analysis/facts/headers';
import { hostOf } from '../analysis/facts/plain-url';
import type { BrowserEvent } from '../protocol/browser-event';
import { TopLevelSites } from './top-level-sites';

/** The browser has stored a response's cookies by so many milliseconds after its head. */
const STORED_AFTER = 100;
/** A stream of such responses does not put a reading off for longer. */
const LATEST_AFTER = 250;

export interface JarReaderDeps {
  /** Reads the cookies of a site, or (null) of the whole store, and records them. */
  readonly read: (site: string | null) => void;
  /** Milliseconds of a clock that only goes forward: the system's may be set back while a reading is due. */
  readonly elapsed: () => number;
  readonly after: (ms: number, then: () => void) => void;
}

interface Due {
  first: number;
  last: number;
}

/**
 * Has the jar read soon after each response with Set-Cookie, for the site that set it: a refused cookie leaves no event, so
 * that it is absent can only be seen by reading.
 */
export class JarReader {
  readonly #deps: JarReaderDeps;
  readonly #due = new Map<string, Due>();
  readonly #topLevelSites = new TopLevelSites();

  constructor(deps: JarReaderDeps) {
    this.#deps = deps;
  }

  /** The site that the tab shows; null = none. */
  get topLevelSite(): string | null {
    return this.#topLevelSites.all[0] ?? null;
  }

  /** Whose partitions are to be listed when this is read: a site, or (null) the whole store. */
  topLevelSites(site: string | null): readonly string[] {
    return site === null ? this.#topLevelSites.all : this.#topLevelSites.recent;
  }

  /** What an event asks for, in its turn. */
  observe(browserEvent: BrowserEvent): void {
    switch (browserEvent.kind) {
      case 'received':
        if (hasSetCookie(browserEvent.event.responseHeaders)) this.#responded(hostOf(browserEvent.event.url));
        break;
      case 'sending':
        if (browserEvent.event.type === 'main_frame') this.#asksFor(browserEvent.event.url);
        break;
      case 'commit':
        if (browserEvent.event.frameId === 0) this.#asksFor(browserEvent.event.url);
        break;
      case 'cookie': {
        const partition = browserEvent.change.cookie.partitionKey?.topLevelSite;
        if (partition) this.#topLevelSites.changed(partition);
        break;
      }
      default:
        break;
    }
  }

  /** The tab shows this top-level document. @returns whether its partition was not listed until now */
  visited(url: string): boolean {
    return this.#topLevelSites.visited(url);
  }

  /** The partition of a new site is listed immediately: its requests may carry cookies of that partition. */
  #asksFor(url: string): void {
    if (this.visited(url)) this.#deps.read(null);
  }

  #responded(host: string): void {
    const site = siteDomain(host);
    const now = this.#deps.elapsed();
    const due = this.#due.get(site);
    if (due) due.last = now;
    else this.#wait(site, now);
  }

  #wait(site: string, now: number): void {
    this.#due.set(site, { first: now, last: now });
    this.#deps.after(STORED_AFTER, () => this.#check(site));
  }

  #check(site: string): void {
    const due = this.#due.get(site);
    if (!due) return;
    const now = this.#deps.elapsed();
    const [quiet, waited] = [now - due.last, now - due.first];
    if (quiet < STORED_AFTER && waited < LATEST_AFTER) {
      this.#deps.after(Math.min(STORED_AFTER - quiet, LATEST_AFTER - waited), () => this.#check(site));
      return;
    }
    this.#due.delete(site);
    // The newest of a stream may not be stored yet: it gets a reading of its own.
    if (quiet < STORED_AFTER) this.#wait(site, now);
    this.#deps.read(site);
  }
}
