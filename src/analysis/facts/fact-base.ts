import type { Bytes, Instant } from '../engine/base/units';

export type TabId = number;
/** The cookie store: Chromium "0" / "1" (incognito), Firefox "firefox-default", "firefox-private", "firefox-container-N". */
export type StoreId = string;

/** Whether the store is a private window's, or not known to be another: it is in memory only. */
export const isPrivateStore = (storeId: StoreId): boolean => ['', '1', 'firefox-private'].includes(storeId);

/** What every fact has, see `Fact`. */
export interface FactBase {
  readonly seq: number;
  readonly at: Instant;
}

/** A Set-Cookie line of another tab's response, without its value. */
export interface OtherLine {
  readonly name: Bytes;
  /** A keyed digest of the cookie's value; null = the line gives none: it deletes. */
  readonly digest: string | null;
}
