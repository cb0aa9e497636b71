import type { VariantId } from '../variants';

/** Which flaws are on in this run. Empty = the sound shop. */
export class Switches {
  #on: ReadonlySet<VariantId>;
  /** Goes up with every change: what was built for an older one is stale. */
  version = 0;

  constructor(on: Iterable<VariantId> = []) {
    this.#on = new Set(on);
  }

  has(id: VariantId): boolean {
    return this.#on.has(id);
  }

  all(): readonly VariantId[] {
    return [...this.#on];
  }

  /** Turns on exactly these. */
  set(on: Iterable<VariantId>): void {
    this.#on = new Set(on);
    this.version += 1;
  }
}
