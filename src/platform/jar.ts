import type { Cookies } from 'webextension-polyfill';
import type { StoreId, TabId } from '../analysis/facts/fact';
import type { WireChange, WireReading } from '../analysis/facts/from-cookies';
import { browser, isFirefox } from './browser';
import type { Events } from './events';

/** The browser's cookies, of one store at a time. */
export interface BrowserJar {
  /**
   * Lists cookies: those of no partition, and those of the partitions of these top-level sites, whatever their ancestor
   * bit; in Firefox those of every partition. Rejects where the store is gone.
   * @param site registrable domain or host, its subdomains included; null = the whole store
   * @param topLevelSites such as `https://a.test`: the caller collects them (`TopLevelSites`)
   * @returns the cookies, and which of the partitions could be listed
   */
  read(storeId: StoreId, site: string | null, topLevelSites: readonly string[]): Promise<WireReading>;
  /** The store a tab uses (private window, container); null = the browser names none. */
  storeOf(tabId: TabId): Promise<StoreId | null>;
}

export const jar: BrowserJar = {
  async read(storeId, site, topLevelSites) {
    const wanted: Cookies.GetAllDetailsType = { storeId, ...(site === null ? {} : { domain: site }) };
    return isFirefox ? everyPartition(wanted) : partitionsOf(wanted, topLevelSites);
  },
  async storeOf(tabId) {
    const stores = await browser.cookies.getAllCookieStores();
    return stores.find((store) => store.tabIds.includes(tabId))?.id ?? null;
  },
};

/**
 * Firefox has no credentialless frames, and no partition key that its API cannot write (seen in 153: all ten cookies of such
 * a page are listed). With first-party isolation it refuses the call without `firstPartyDomain`, which
 * Chromium does not know.
 */
async function everyPartition(wanted: Cookies.GetAllDetailsType): Promise<WireReading> {
  const everywhere = { ...wanted, partitionKey: {}, firstPartyDomain: null as unknown as string };
  return { cookies: await browser.cookies.getAll(everywhere), partitions: 'all' };
}

/**
 * Chromium is never asked for `partitionKey: {}`, which means every partition: its browser process ends, all windows with
 * it, if the jar then holds a cookie of a credentialless frame, whose partition key has a nonce (seen in 156). Those cookies
 * cannot be listed at all. One call a top-level site lists its partitions of either ancestor bit, and leaves out the
 * unpartitioned cookies.
 */
async function partitionsOf(wanted: Cookies.GetAllDetailsType, topLevelSites: readonly string[]): Promise<WireReading> {
  // All in one turn: the browser answers them one after the other, with little in between.
  const plain = browser.cookies.getAll(wanted);
  const apart = topLevelSites.map((topLevelSite) =>
    browser.cookies.getAll({ ...wanted, partitionKey: { topLevelSite } }).then(
      (cookies) => ({ topLevelSite, cookies }),
      // A site that this browser takes for none: its partition counts as not listed.
      () => null,
    ),
  );
  const cookies = await plain;
  const listed = (await Promise.all(apart)).filter((each) => each !== null);
  return {
    cookies: [...cookies, ...listed.flatMap((each) => each.cookies)],
    partitions: listed.map(({ topLevelSite }) => topLevelSite),
  };
}

/** Tells of every change in every store. */
export function cookieChanges(take: (change: WireChange) => void): Events {
  const changed = (change: Cookies.OnChangedChangeInfoType) => take(change);
  return {
    listen: () => browser.cookies.onChanged.addListener(changed),
    silence: () => browser.cookies.onChanged.removeListener(changed),
  };
}
