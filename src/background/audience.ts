import type { Draft, RequestId, RequestSent, StoreId, TabId } from '../analysis/facts/fact';

/** A request of no tab: a page's service worker made it. */
interface Tabless {
  readonly storeId: StoreId | null;
  readonly origin: string;
}

type Recipient = { readonly tabId: TabId; readonly storeId: StoreId };

/** Knows which tab a fact is of. It learns from the facts themselves. */
export class Audience {
  readonly #origins = new Map<TabId, Set<string>>();
  readonly #tabless = new Map<RequestId, Tabless>();

  /** Takes a recorded fact into account. */
  fold(fact: Draft): void {
    if (fact.kind === 'navigation-committed') this.#learn(fact.tabId, fact.url);
    if (fact.kind !== 'request-sent') return;
    if (fact.tabId >= 0) {
      if (fact.type === 'document' || fact.type === 'subdocument') this.#learn(fact.tabId, fact.url);
    } else if (fact.initiator !== null) {
      this.#tabless.set(fact.request, { storeId: fact.storeId, origin: fact.initiator });
    }
  }

  /** Whether a fact is of this tab: its own, or of its cookie store, or of a service worker of one of its pages. */
  isFor(fact: Draft, tab: Recipient): boolean {
    switch (fact.kind) {
      case 'cookie-changed':
      case 'jar-snapshot':
        return fact.storeId === tab.storeId;
      case 'navigation-committed':
      case 'recorder-started':
      case 'permission-missing':
        return fact.tabId === tab.tabId;
      case 'recorder-gap':
        return fact.tabId === null || fact.tabId === tab.tabId;
      case 'request-sent':
        return fact.tabId < 0 ? this.#isOfWorker(tablessOf(fact), tab) : fact.tabId === tab.tabId;
      case 'response-received':
      case 'request-redirected':
      case 'request-completed':
      case 'request-failed':
        return fact.tabId < 0 ? this.#isOfWorker(this.#tabless.get(fact.request), tab) : fact.tabId === tab.tabId;
      default:
        return fact satisfies never;
    }
  }

  forget(): void {
    this.#origins.clear();
    this.#tabless.clear();
  }

  #isOfWorker(request: Tabless | null | undefined, tab: Recipient): boolean {
    if (!request || (request.storeId !== null && request.storeId !== tab.storeId)) return false;
    return this.#origins.get(tab.tabId)?.has(request.origin) ?? false;
  }

  #learn(tabId: TabId, url: string): void {
    const origins = this.#origins.get(tabId) ?? new Set();
    if (URL.canParse(url)) origins.add(new URL(url).origin);
    this.#origins.set(tabId, origins);
  }
}

const tablessOf = ({ storeId, initiator }: Omit<RequestSent, 'seq'>): Tabless | null =>
  initiator === null ? null : { storeId, origin: initiator };
