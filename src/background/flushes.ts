/** A key of the store: the facts of one flush, numbered from `first` to `last`. */
export interface Flush {
  readonly key: string;
  readonly first: number;
  readonly last: number;
  /** Octets, nearly. */
  readonly size: number;
}

/** The flushes that are held, in order, and which of them are still being written. */
export class Flushes {
  #held: Flush[] = [];
  readonly #writing = new Set<Flush>();

  get keys(): readonly string[] {
    return this.#held.map(({ key }) => key);
  }

  /** Number of the first fact held; null = none is. */
  get first(): number | null {
    return this.#held[0]?.first ?? null;
  }

  /** Number of the first fact that is not safe yet; null = all are. */
  get firstUnsafe(): number | null {
    const [flush] = this.#writing;
    return flush?.first ?? null;
  }

  /** One that the store has. */
  found(flush: Flush): void {
    this.#held.push(flush);
  }

  writing(flush: Flush): void {
    this.#held.push(flush);
    this.#writing.add(flush);
  }

  /** False = it is not ours any more: all was forgotten meanwhile. */
  written(flush: Flush): boolean {
    return this.#writing.delete(flush);
  }

  forget(): void {
    this.#held = [];
    this.#writing.clear();
  }

  /**
   * Takes out the oldest, at least `size` or an eighth of all: first only what every panel has, which is all up to `had`;
   * if there is nothing of that, others. What is still being written stays.
   */
  takeOldest(size: number, had: number): readonly Flush[] {
    const wanted = Math.max(size, this.#held.reduce((sum, flush) => sum + flush.size, 0) / 8);
    const known = this.#count(wanted, (flush) => flush.last <= had);
    return this.#held.splice(0, known > 0 ? known : this.#count(wanted, () => true));
  }

  #count(wanted: number, mayGo: (flush: Flush) => boolean): number {
    let size = 0;
    let count = 0;
    for (const flush of this.#held) {
      if (size >= wanted || this.#writing.has(flush) || !mayGo(flush)) break;
      size += flush.size;
      count += 1;
    }
    return count;
  }
}
