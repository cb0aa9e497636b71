import type { QueuedEvent } from './conversion';

interface EventQueueDeps {
  /** Milliseconds of a clock that only goes forward. */
  readonly elapsed: () => number;
  readonly after: (ms: number, then: () => void) => void;
  /** Whether a panel waits for the facts. */
  readonly isFollowed: () => boolean;
  /** The events are to be taken. */
  readonly due: () => void;
}

/** Events are converted together: this long after the first of them while a panel follows, in milliseconds. */
const CONVERT_AFTER = 50;
/** While they stream, as when a page loads, no oftener than this: the panel draws as often. */
const CONVERT_EVERY = 200;
/** Without a panel nobody waits for them. */
const CONVERT_UNSEEN_EVERY = 1000;

/** A queue of browser events that wait to be turned into facts as a batch, and when the next batch is due. */
export class EventQueue {
  readonly #deps: EventQueueDeps;
  #events: QueuedEvent[] = [];
  #isDue = false;
  /** When events were last taken. */
  #takenAt = Number.NEGATIVE_INFINITY;

  constructor(deps: EventQueueDeps) {
    this.#deps = deps;
  }

  add(event: QueuedEvent): void {
    this.#events.push(event);
    if (this.#isDue) return;
    this.#isDue = true;
    this.#deps.after(this.#wait(), this.#deps.due);
  }

  /** Takes every waiting event out of the queue. */
  take(): readonly QueuedEvent[] {
    const events = this.#events;
    this.#isDue = false;
    if (events.length > 0) this.#takenAt = this.#deps.elapsed();
    this.#events = [];
    return events;
  }

  #wait(): number {
    if (!this.#deps.isFollowed()) return CONVERT_UNSEEN_EVERY;
    return Math.max(CONVERT_AFTER, this.#takenAt + CONVERT_EVERY - this.#deps.elapsed());
  }
}
