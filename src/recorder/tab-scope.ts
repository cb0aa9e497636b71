import type { TabId } from '../analysis/facts/fact';
import { isMadeBy, type WireRequest } from '../analysis/facts/from-webrequest';
import type { BrowserEvent } from '../protocol/browser-event';

/** Decides which of the browser's events concern a tab: its own, and the requests of its pages' service workers. */
export class TabScope {
  readonly #tabId: TabId;
  readonly #ownOrigin: string;
  /** Origins of the documents the tab has shown: a service worker's request names its origin and no tab. */
  readonly #origins = new Set<string>();

  /** @param ownOrigin of the extension's own pages, whose requests are left out */
  constructor(tabId: TabId, ownOrigin: string) {
    this.#tabId = tabId;
    this.#ownOrigin = ownOrigin;
  }

  /** A document of the tab, one that was there before included. */
  addDocument(url: string): void {
    const origin = originOf(url);
    if (origin !== null) this.#origins.add(origin);
  }

  has(browserEvent: BrowserEvent): boolean {
    // Cookies belong to a store, which the recorder looks at.
    if (browserEvent.kind === 'cookie') return true;
    if (browserEvent.kind === 'script') return browserEvent.event.tabId === this.#tabId;
    const { event } = browserEvent;
    if (browserEvent.kind === 'commit') {
      if (event.tabId !== this.#tabId) return false;
      this.addDocument(event.url);
      return true;
    }
    return this.#hasRequest(event as WireRequest);
  }

  #hasRequest(event: WireRequest): boolean {
    if (event.tabId !== this.#tabId) return event.tabId < 0 && this.#isOfWorker(event);
    if (event.type === 'main_frame' || event.type === 'sub_frame') this.addDocument(event.url);
    return !isMadeBy(event, this.#ownOrigin);
  }

  #isOfWorker({ initiator, originUrl }: WireRequest): boolean {
    const origin = initiator ?? (originUrl === undefined ? null : originOf(originUrl));
    return origin !== null && this.#origins.has(origin);
  }
}

// Asked for each document and each request without a tab, so no URL object; a URL of the browser's own is normalised already.
function originOf(url: string): string | null {
  const start = url.indexOf('://');
  if (start < 0) return null;
  let end = start + 3;
  while (end < url.length && !'/?#'.includes(url[end] ?? '')) end++;
  const at = url.lastIndexOf('@', end);
  return at > start ? `${url.slice(0, start + 3)}${url.slice(at + 1, end)}` : url.slice(0, end);
}
