import { isTrustworthy } from '../../engine/site/trustworthy';
import { urlParts } from '../../engine/site/url-parts';
import type { RequestSent } from '../../facts/fact';

/** How long Chromium keeps what it loaded ahead. */
const KEPT = 5 * 60_000;
const REMEMBERED = 64;

/** Documents that were prefetched or prerendered: the navigation that shows one is told again, and nothing goes out. */
export class Preloads {
  readonly #loaded = new Map<string, number>();

  note({ type, purpose, url, at }: RequestSent): void {
    if (type !== 'document' || purpose === 'normal') return;
    this.#loaded.set(withoutFragment(url), at);
    if (this.#loaded.size <= REMEMBERED) return;
    const [oldest] = this.#loaded.keys();
    if (oldest !== undefined) this.#loaded.delete(oldest);
  }

  /**
   * Whether a navigation shows what was loaded ahead. Chromium tells of it without the Sec-Fetch headers that every request
   * to a secure address has.
   */
  serves({ type, purpose, url, at, hop, cookie, headers, ancestors, unseen }: RequestSent): boolean {
    if (type !== 'document' || purpose !== 'normal' || hop > 0 || cookie !== null || ancestors !== null || unseen) return false;
    const loaded = this.#loaded.get(withoutFragment(url));
    if (loaded === undefined || at - loaded > KEPT) return false;
    const parts = urlParts(url);
    return parts !== null && isTrustworthy(parts) && !headers.some(({ name }) => name.startsWith('sec-fetch-'));
  }
}

const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? url;
