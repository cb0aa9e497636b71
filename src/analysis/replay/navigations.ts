import type { NavigationCommitted, RequestSent, TabId } from '../facts/fact';
import type { NavigationRow } from './exchange';
import type { RowList } from './row-list';

/** The chain of requests that brings a tab's next document. */
interface Arriving {
  readonly request: string;
  /** The row of its first hop. */
  readonly row: string;
  url: string;
}

/** Top-level documents that take over a tab, each as a row in front of the requests that brought it. */
export class Navigations {
  readonly #arriving = new Map<TabId, Arriving>();

  sent(sent: RequestSent, row: string): void {
    if (sent.type !== 'document' || sent.purpose !== 'normal') return;
    const arriving = this.#arriving.get(sent.tabId);
    if (arriving?.request === sent.request) arriving.url = sent.url;
    else this.#arriving.set(sent.tabId, { request: sent.request, row, url: sent.url });
  }

  /** A navigation begins with the request for its document, though it is told when the document takes over. */
  committed({ seq, at, tabId, frameId, url, transition }: NavigationCommitted, list: RowList): void {
    const id = `navigation#${seq}`;
    if (frameId !== 0 || transition === 'existing' || list.has(id)) return;
    const arriving = this.#arriving.get(tabId);
    this.#arriving.delete(tabId);
    const place = arriving && withoutFragment(arriving.url) === withoutFragment(url) ? list.place(arriving.row) : null;
    const first = place === null ? undefined : list.rows[place];
    const row: NavigationRow = { kind: 'navigation', id, at: first?.at ?? at, tabId, url };
    if (first) list.insertBefore(first.id, row);
    else list.insert(row);
  }
}

const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? url;
