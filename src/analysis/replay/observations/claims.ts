import type { Identity } from '../../engine/jar/identity';
import type { StoreId } from '../../facts/fact';
import { unpartitionedKey } from '../jar-history/cookie-keys';

/** Which line or change last concerned a cookie, in whatever partition. */
export class Claims {
  readonly #last = new Map<string, number>();
  #order = 0;

  /** The number of the next line or change: it rises. */
  next(): number {
    this.#order += 1;
    return this.#order;
  }

  claim(storeId: StoreId, cookie: Identity, order: number): void {
    this.#last.set(placeOf(storeId, cookie), order);
  }

  /** The number of the last one; 0 = there was none. */
  last(storeId: StoreId, cookie: Identity): number {
    return this.#last.get(placeOf(storeId, cookie)) ?? 0;
  }
}

const placeOf = (storeId: StoreId, cookie: Identity): string => `${storeId} ${unpartitionedKey(cookie)}`;
