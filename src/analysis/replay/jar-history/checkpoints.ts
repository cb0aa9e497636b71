import type { Jar } from '../../engine/jar/jar';
import type { StoredCookie } from '../../engine/jar/stored-cookie';

/** Changes from one checkpoint to the next, at least: so many are undone in less than a millisecond. */
const APART = 256;

/** The whole jar as it stood at a mark. */
export interface Checkpoint {
  readonly mark: number;
  readonly cookies: Iterable<StoredCookie>;
}

/**
 * The jar at some of the marks of its past. They are as far apart as the jar is large, at least, so that all of them together
 * never hold more than one cookie a change.
 */
export class Checkpoints {
  readonly #taken: Checkpoint[] = [];

  /** The jar has come to a mark. */
  reached(mark: number, jar: Jar): void {
    const last = this.#taken.at(-1)?.mark ?? 0;
    if (mark - last >= Math.max(APART, jar.size)) this.#taken.push({ mark, cookies: [...jar.all()] });
  }

  /** The first one that is not before a mark; null = there is none. */
  from(mark: number): Checkpoint | null {
    let [low, high] = [0, this.#taken.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#taken[middle]?.mark ?? 0) < mark) low = middle + 1;
      else high = middle;
    }
    return this.#taken[low] ?? null;
  }

  /** The change at a place of the past turned out to be none: what was kept after it is not as it was. */
  forgetAfter(place: number): void {
    while ((this.#taken.at(-1)?.mark ?? 0) > place) this.#taken.pop();
  }
}
