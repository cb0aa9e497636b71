import type { Digest } from '../../analysis/facts/digest';
import type { Recording } from '../recording';
import { type Conclusions, conclude } from './conclude';

/** Milliseconds without a change after which the conclusions are drawn again though no view asks for them. */
const QUIET = 1500;
/** While a view shows them they are drawn again this often at most. */
const OFTEN = 600;

export interface ConcluderParts {
  /** Calls after some milliseconds; gives how to call it off. */
  readonly after: (ms: number, then: () => void) => () => void;
  readonly digest: (key: string) => Digest;
}

/**
 * Draws conclusions from the recording: at once for a view that needs them, otherwise only when it is quiet, for they
 * look at every row.
 */
export class Concluder {
  readonly #recording: Recording;
  readonly #parts: ConcluderParts;
  readonly #listeners = new Set<() => void>();
  #current: Conclusions | null = null;
  #version = -1;
  #wanted = 0;
  #callOff: (() => void) | null = null;
  #digest: { readonly key: string; readonly digest: Digest } | null = null;

  constructor(recording: Recording, parts: ConcluderParts) {
    this.#recording = recording;
    this.#parts = parts;
    recording.subscribe(() => this.#later());
  }

  get current(): Conclusions | null {
    return this.#current;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** A view shows them from now on. Gives how to end that. */
  want(): () => void {
    this.#wanted += 1;
    this.#draw();
    return () => {
      this.#wanted -= 1;
    };
  }

  #later(): void {
    if (this.#recording.recorded.version === this.#version) return;
    if (this.#wanted > 0) {
      this.#callOff ??= this.#parts.after(OFTEN, () => this.#draw());
      return;
    }
    this.#callOff?.();
    this.#callOff = this.#parts.after(QUIET, () => this.#draw());
  }

  #draw(): void {
    this.#callOff?.();
    this.#callOff = null;
    const { rows, version, digestKey } = this.#recording.recorded;
    if (version === this.#version) return;
    this.#version = version;
    this.#current = conclude(rows, version, digestKey === null ? null : this.#digestUnder(digestKey));
    for (const listener of this.#listeners) listener();
  }

  #digestUnder(key: string): Digest {
    if (this.#digest?.key !== key) this.#digest = { key, digest: this.#parts.digest(key) };
    return this.#digest.digest;
  }
}
