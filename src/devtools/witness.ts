import type { Follow } from '../protocol/messages';
import { type RequestListener, type Witnessed, witness } from '../protocol/witnessed';

/** An event may be on its way for so long, and reach us before the background is gone. */
const KEPT_FOR = 3000;
/** Of a busy page, only the newest. */
const MOST = 5000;
/** What reached us late is told a second time. */
const AGAIN_AFTER = 1000;

/**
 * Sees what the background is told of a tab. When the background is killed, events may be on their way to it that nobody
 * else would know of: the next one hears them from here.
 */
export class Witness {
  readonly listener: RequestListener;
  readonly #now: () => number;
  #seen: Witnessed[] = [];
  #since = 0;

  constructor(now: () => number) {
    this.#now = now;
    this.listener = witness((event) => this.#keep(event));
  }

  /** The background is gone from now on. */
  gone(): void {
    this.#since = this.#now() - KEPT_FOR;
  }

  /** Tells the background what it may have missed, now and a little later. */
  tell(tabId: number, send: (follow: Follow) => void, after: (ms: number, then: () => void) => void): void {
    const all = () => send({ kind: 'witnessed', tabId, events: this.#recent() });
    all();
    after(AGAIN_AFTER, all);
  }

  #keep(event: Witnessed): void {
    this.#seen.push(event);
    if (this.#seen.length > 2 * MOST) this.#seen = [...this.#recent()];
  }

  #recent(): readonly Witnessed[] {
    return this.#seen.slice(-MOST).filter(({ event }) => event.timeStamp >= this.#since);
  }
}
