import type { TokenNote, TokenNoteKind } from './reading';

const MAX_DEPTH = 4;
const MAX_LAYER_OCTETS = 4096;
const MAX_TOTAL_OCTETS = 16_384;
const MAX_LAYERS = 32;
const MAX_NOTES = 64;

/**
 * What reading one value may cost. A value can be built to unwrap for ever or to name a thousand things;
 * past the limits we stop and say so.
 */
export class Budget {
  #octets = MAX_TOTAL_OCTETS;
  #layers = MAX_LAYERS;
  readonly #notes: TokenNote[] = [];
  readonly #seen = new Set<string>();

  /** Whether a further layer of `octets` at `depth` may be read; notes why not. */
  allows(octets: number, depth: number): boolean {
    if (octets > MAX_LAYER_OCTETS) return this.#stop('too-large', { octets, limit: MAX_LAYER_OCTETS });
    if (depth > MAX_DEPTH) return this.#stop('too-deep', { limit: MAX_DEPTH });
    if (octets > this.#octets || this.#layers === 0) return this.#stop('budget-spent', { limit: MAX_TOTAL_OCTETS });
    this.#octets -= octets;
    this.#layers -= 1;
    return true;
  }

  /** Adds a note once; the same thing twice says no more. */
  note(kind: TokenNoteKind, slots: TokenNote['slots'] = {}): void {
    const key = `${kind} ${JSON.stringify(slots)}`;
    if (this.#seen.has(key) || this.#notes.length >= MAX_NOTES) return;
    this.#seen.add(key);
    this.#notes.push({ kind, slots });
  }

  get notes(): readonly TokenNote[] {
    return this.#notes;
  }

  #stop(kind: TokenNoteKind, slots: TokenNote['slots']): false {
    this.note(kind, slots);
    return false;
  }
}
