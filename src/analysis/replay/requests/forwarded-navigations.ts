import type { Unknown } from '../../engine/verdict/access/context';
import type { RequestSent } from '../../facts/fact';
import { headerOf } from './request-header';

/** A navigation as its tab asked for it, with the origins from the top down to what asked. */
export interface AskedAs {
  readonly sent: RequestSent;
  readonly path: readonly string[] | Unknown;
}

/** How long after the tab asked a service worker passes the navigation on at most. */
const FORWARDED_WITHIN = 10_000;
const REMEMBERED = 32;

/**
 * Navigations that a page's service worker answers by `fetch(event.request)`: what goes out is the worker's request, of no
 * tab and of type fetch, and its cookies are those of the navigation.
 */
export class ForwardedNavigations {
  #asked: AskedAs[] = [];

  note(asked: AskedAs): void {
    const { type, purpose } = asked.sent;
    if ((type === 'document' || type === 'subdocument') && purpose === 'normal') {
      this.#asked = [asked, ...this.#asked.slice(0, REMEMBERED - 1)];
    }
  }

  /** The navigation that a worker's request passes on; null = it is no such request, or the navigation was not seen. */
  askedFor({ url, at, method }: RequestSent): AskedAs | null {
    return (
      this.#asked.find(({ sent }) => sent.url === url && sent.method === method && Math.abs(at - sent.at) <= FORWARDED_WITHIN) ??
      null
    );
  }
}

/** Whether a worker passes a navigation on. */
export const isForwardedByWorker = (sent: RequestSent): boolean =>
  sent.tabId < 0 && sent.type === 'fetch' && headerOf(sent, 'sec-fetch-mode') === 'navigate';
