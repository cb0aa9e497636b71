import type { NavigationCommitted, TabId } from '../facts/fact';
import type { Exchange, NavigationRow } from './exchange';
import type { RowList } from './row-list';

/** The chain of requests that brings a tab's next document. */
interface Arriving {
  readonly request: string;
  /** Its first hop. */
  readonly first: Exchange;
  url: string;
}

/** How long before it takes over a document can have been asked for and not have been told of yet. */
const TOLD_LATE = 5_000;

/**
 * Top-level documents that take over a tab, each as a row in front of the requests that brought it: a navigation
 * begins with the request for its document, though it is told when the document takes over.
 */
export class Navigations {
  readonly #list: RowList;
  readonly #arriving = new Map<TabId, Arriving>();
  /** A document that took over before its request was told, which happens in Firefox. */
  readonly #early = new Map<TabId, NavigationRow>();

  constructor(list: RowList) {
    this.#list = list;
  }

  sent(exchange: Exchange): void {
    const { sent, tabId, url, request } = exchange;
    if (sent.type !== 'document' || sent.purpose !== 'normal') return;
    const before = this.#arriving.get(tabId);
    const arriving = before?.request === request ? before : { request, first: exchange, url };
    arriving.url = url;
    this.#arriving.set(tabId, arriving);
    const early = this.#early.get(tabId);
    const wasEarly = early && isSameDocument(early.url, url) && exchange.at <= early.at && early.at - exchange.at < TOLD_LATE;
    if (!wasEarly) return;
    this.#list.remove(early.id);
    this.#early.delete(tabId);
    this.#place(early, arriving);
  }

  committed({ seq, at, tabId, frameId, url, transition }: NavigationCommitted): void {
    const id = `navigation#${seq}`;
    if (frameId !== 0 || transition === 'existing' || this.#list.has(id)) return;
    const row: NavigationRow = { kind: 'navigation', id, at, tabId, url };
    const arriving = this.#arriving.get(tabId);
    if (arriving && isSameDocument(arriving.url, url)) {
      this.#place(row, arriving);
    } else {
      this.#early.set(tabId, row);
      this.#list.insert(row);
    }
  }

  #place(row: NavigationRow, { first }: Arriving): void {
    this.#arriving.delete(row.tabId);
    this.#list.insertBefore(first.id, { ...row, at: first.at });
  }
}

const isSameDocument = (a: string, b: string): boolean => withoutFragment(a) === withoutFragment(b);
const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? url;
