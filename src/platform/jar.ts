import type { Cookies } from 'webextension-polyfill';
import type { StoreId, TabId } from '../analysis/facts/fact';
import type { WireChange, WireCookie } from '../analysis/facts/from-cookies';
import { browser, isFirefox } from './browser';
import type { Events } from './events';

/** The browser's cookies: every partition of one store at a time. */
export interface Jar {
  /** @param site registrable domain or host, its subdomains included; null = the whole store */
  read(storeId: StoreId, site: string | null): Promise<readonly WireCookie[]>;
  /** The store a tab uses (private window, container); null = the browser names none. */
  storeOf(tabId: TabId): Promise<StoreId | null>;
}

export const jar: Jar = {
  async read(storeId, site) {
    const wanted: Cookies.GetAllDetailsType = {
      storeId,
      // Without it, partitioned cookies are left out.
      partitionKey: {},
      ...(site === null ? {} : { domain: site }),
    };
    // Firefox with first-party isolation refuses the call without it; Chromium does not know it.
    return browser.cookies.getAll(isFirefox ? { ...wanted, firstPartyDomain: null as unknown as string } : wanted);
  },
  async storeOf(tabId) {
    const stores = await browser.cookies.getAllCookieStores();
    return stores.find((store) => store.tabIds.includes(tabId))?.id ?? null;
  },
};

/** Tells of every change in every store. */
export function cookieChanges(take: (change: WireChange) => void): Events {
  const changed = (change: Cookies.OnChangedChangeInfoType) => take(change);
  return {
    listen: () => browser.cookies.onChanged.addListener(changed),
    silence: () => browser.cookies.onChanged.removeListener(changed),
  };
}
