import { type Instant, instant, type Seconds, seconds } from '../analysis/engine/base/units';
import { eventTime } from '../protocol/browser-event';

interface ClockWatchDeps {
  /** By the system's clock, which the browser's events bear. */
  readonly now: () => Instant;
  /** Milliseconds of a clock that only goes forward. */
  readonly elapsed: () => number;
}

interface SetBack<E> {
  readonly by: Seconds;
  /** The first instant afterwards of which something is known. */
  readonly at: Instant;
  /** What had happened before, and what happened since. */
  readonly before: readonly E[];
  readonly since: readonly E[];
}

/** Milliseconds; less is the system's clock being kept right. */
const NOTICED = 1000;
/** By no larger share is a clock that is kept right made slower than the other: within hours this is more than a step. */
const SLOWED = 0.0005;

/** What the system's clock is ahead of the other, in milliseconds: at least and at most, for the process may have been stopped between reading both. */
interface Ahead {
  readonly least: number;
  readonly most: number;
  /** By the clock that only goes forward. */
  readonly at: number;
}

/** Notices that the system's clock was set back. That it goes forward, as after a sleep, is no matter: what comes later has the later time. */
export class ClockWatch {
  readonly #deps: ClockWatchDeps;
  #ahead: Ahead;

  constructor(deps: ClockWatchDeps) {
    this.#deps = deps;
    this.#ahead = this.#read();
  }

  /**
   * Whether it was set back since this was last asked; null = it was not.
   * @param events what the browser has told since, in order
   */
  setBack<E extends Parameters<typeof eventTime>[0]>(events: readonly E[]): SetBack<E> | null {
    const was = this.#ahead;
    this.#ahead = this.#read();
    const by = was.least - this.#ahead.most;
    if (by < NOTICED + SLOWED * (this.#ahead.at - was.at)) return null;
    const now = this.#deps.now();
    // What is still to come by the clock as it is now happened before.
    const first = events.findIndex((event) => eventTime(event) <= now + NOTICED / 2);
    const [before, since] = first < 0 ? [events, []] : [events.slice(0, first), events.slice(first)];
    const [next] = since;
    return { by: seconds(Math.round(by / 1000)), at: next === undefined ? now : instant(eventTime(next)), before, since };
  }

  #read(): Ahead {
    const { now, elapsed } = this.#deps;
    const [before, at, after] = [elapsed(), now(), elapsed()];
    return { least: at - after, most: at - before, at: after };
  }
}
