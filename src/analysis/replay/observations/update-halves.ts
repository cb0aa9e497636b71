import type { Instant } from '../../engine/base/units';
import type { CookieChanged, JarCookie } from '../../facts/fact';
import { identityKey } from '../jar-history/cookie-keys';

/** First halves of updates: what was replaced is told in front of what replaced it. */
export class UpdateHalves {
  /** By store and identity. */
  readonly #first = new Map<string, CookieChanged>();

  get all(): Iterable<CookieChanged> {
    return this.#first.values();
  }

  /** @returns whether it is a first half, which is kept */
  keep(change: CookieChanged): boolean {
    const isFirst = change.removed && change.cause === 'overwrite';
    if (isFirst) this.#first.set(placeOf(change), change);
    return isFirst;
  }

  /** The cookie of the first half that belongs to this change; null = there was none. */
  take(change: CookieChanged): JarCookie | null {
    const place = placeOf(change);
    const first = this.#first.get(place);
    this.#first.delete(place);
    return first?.cookie ?? null;
  }

  /** Forgets those up to a time: their second half never came. */
  forget(time: Instant): void {
    for (const [place, { at }] of this.#first) if (at <= time) this.#first.delete(place);
  }
}

const placeOf = ({ storeId, cookie }: CookieChanged): string => `${storeId} ${identityKey(cookie)}`;
