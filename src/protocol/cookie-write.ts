import type { JarCookie, StoreId } from '../analysis/facts/fact';

/** What the user does to one cookie of a store: the browser shall hold it like this, or (`removed`) no longer. */
export interface CookieWrite {
  readonly storeId: StoreId;
  readonly cookie: JarCookie;
  readonly removed: boolean;
}

/** What the browser made of a write: null = done, else its own words, or `refused` where it gives none. */
export type WriteAnswer = string | null;
