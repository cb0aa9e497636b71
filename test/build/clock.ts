import { type Instant, instant } from '../../src/analysis/engine/base/units';

/** Where every recording of the tests begins: 2026-11-23 12:00 UTC. */
export const NOON = instant(Date.UTC(2026, 10, 23, 12));

/** Numbers facts, names requests and tells the time; time passes only when told. */
export class Clock {
  #seq = 0;
  #request = 0;
  now: Instant;

  constructor(start: Instant = NOON) {
    this.now = start;
  }

  seq(): number {
    this.#seq += 1;
    return this.#seq;
  }

  request(): string {
    this.#request += 1;
    return `r${this.#request}`;
  }

  pass(ms: number): Instant {
    this.now = instant(this.now + ms);
    return this.now;
  }
}

/** What can be put into a recording. */
export interface Builder<F> {
  build(clock: Clock): readonly F[];
}
