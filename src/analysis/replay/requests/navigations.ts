import type { NavigationCommitted, TabId } from '../../facts/fact';
import type { Exchange, NavigationRow } from '../rows/exchange';
import type { RowList } from '../rows/row-list';

/** The chain of requests that brings a tab's next document. */
interface Arriving {
  readonly request: string;
  /** Its first hop. */
  readonly first: Exchange;
  url: string;
}

/** How long before it takes over a document can have been asked for and not have been told of yet. */
const TOLD_LATE = 5_000;
/** How many of each a tab can have waiting for their other half: browsers tell the two in either order, and in bursts. */
const WAITING = 8;

/**
 * Top-level documents that take over a tab, each as a row in front of the requests that brought it: a navigation
 * begins with the request for its document, though it is told when the document takes over.
 */
export class Navigations {
  readonly #list: RowList;
  /** Requests for documents that have not taken over yet, or have not been told to. */
  readonly #arriving = new Map<TabId, readonly Arriving[]>();
  /** Documents that took over before their request was told, which happens in Firefox. */
  readonly #early = new Map<TabId, readonly NavigationRow[]>();

  constructor(list: RowList) {
    this.#list = list;
  }

  sent(exchange: Exchange): void {
    const { sent, tabId, url, request } = exchange;
    if (sent.type !== 'document' || sent.purpose !== 'normal') return;
    const waiting = this.#arriving.get(tabId) ?? [];
    const known = waiting.find((each) => each.request === request);
    const arriving = known ?? { request, first: exchange, url };
    arriving.url = url;
    if (!known) this.#arriving.set(tabId, [...waiting, arriving].slice(-WAITING));
    const early = this.#early.get(tabId) ?? [];
    const row = early.find(
      ({ url: shown, at }) => isSameDocument(shown, url) && exchange.at <= at && at - exchange.at < TOLD_LATE,
    );
    if (!row) return;
    this.#list.remove(row.id);
    this.#early.set(tabId, without(early, row));
    this.#place(row, arriving);
  }

  committed({ seq, at, tabId, frameId, url, transition }: NavigationCommitted): void {
    const id = `navigation#${seq}`;
    if (frameId !== 0 || transition === 'existing' || this.#list.has(id)) return;
    const row: NavigationRow = { kind: 'navigation', id, at, tabId, url };
    const arriving = this.#arriving.get(tabId)?.findLast((each) => isSameDocument(each.url, url) && each.first.at <= at);
    if (arriving) {
      this.#place(row, arriving);
    } else {
      this.#early.set(tabId, [...(this.#early.get(tabId) ?? []), row].slice(-WAITING));
      this.#list.insert(row);
    }
  }

  #place(row: NavigationRow, arriving: Arriving): void {
    this.#arriving.set(row.tabId, without(this.#arriving.get(row.tabId) ?? [], arriving));
    this.#list.insertBefore(arriving.first.id, { ...row, at: arriving.first.at });
  }
}

const without = <T>(list: readonly T[], one: T): readonly T[] => list.filter((each) => each !== one);
const isSameDocument = (a: string, b: string): boolean => withoutFragment(a) === withoutFragment(b);
const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? url;
