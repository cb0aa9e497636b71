import type { Occurrences, Place } from './subject';

const KEPT = 5;

const NEVER: Occurrences = { count: 0, places: [] };

/** Counts and keeps the first few places. */
export class Counter {
  count = 0;
  readonly places: Place[] = [];

  add(row: string, line: number | null = null, times = 1): void {
    this.count += times;
    if (this.places.length < KEPT) this.places.push({ row, line });
  }

  get tally(): Occurrences {
    return this.count === 0 ? NEVER : { count: this.count, places: this.places };
  }
}
