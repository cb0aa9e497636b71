import type { Digests } from '../../analysis/facts/digest';
import type { Recording } from '../recording';
import { type Concluding, type Conclusions, conclude, concludeWith } from './conclude';

/** Milliseconds without a change after which the conclusions are drawn again though no view asks for them. */
const QUIET = 1500;
/** While a view shows them they are drawn again this often at most. */
const OFTEN = 600;
/** Milliseconds that may be spent at once on what somebody waits for; most recordings need less. */
const AT_ONCE = 12;

export interface ConcluderParts {
  /** Calls after some milliseconds; gives how to call it off. */
  readonly after: (ms: number, then: () => void) => () => void;
  /** Calls when there is nothing else to do, with how many milliseconds that will last; gives how to call it off. */
  readonly idle: (then: (left: () => number) => void) => () => void;
  readonly digests: (key: string) => Digests;
  /** Told of what must not happen: a recording about which no conclusion could be drawn. */
  readonly failed: (error: unknown) => void;
  /** Milliseconds, of which only differences count. */
  readonly now: () => number;
}

/**
 * Draws conclusions from the recording: at once for a view that needs them, otherwise only when it is quiet, for they
 * look at every row. Of a long recording they are drawn in pieces, between which the panel goes on.
 */
export class Concluder {
  readonly #recording: Recording;
  readonly #parts: ConcluderParts;
  readonly #listeners = new Set<() => void>();
  #current: Conclusions | null = null;
  #version = -1;
  #wanted = 0;
  #pieces: Concluding | null = null;
  #isWaiting = false;
  #callOff: (() => void) | null = null;
  #digests: { readonly key: string; readonly under: Digests } | null = null;

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
    if (this.#pieces || this.#recording.recorded.version === this.#version) return;
    if (this.#wanted > 0) {
      this.#callOff ??= this.#parts.after(OFTEN, () => this.#draw());
      return;
    }
    this.#callOff?.();
    this.#callOff = this.#parts.after(QUIET, () => this.#draw());
  }

  #draw(): void {
    const { rows, version, digestKey } = this.#recording.recorded;
    if (!this.#pieces && version !== this.#version) {
      this.#version = version;
      // The recording goes on in its own array.
      const own = [...rows];
      this.#pieces =
        digestKey === null ? conclude(own, version, null) : concludeWith(this.#digestsUnder(digestKey), own, version);
    }
    this.#goOn();
  }

  #goOn(): void {
    if (this.#isWaiting) return;
    this.#callOff?.();
    this.#callOff = null;
    const { after, idle, now } = this.#parts;
    if (this.#wanted > 0) {
      const end = now() + AT_ONCE;
      if (!this.#work(() => end - now())) this.#callOff = after(0, () => this.#goOn());
    } else {
      this.#callOff = idle((left) => {
        if (!this.#work(left)) this.#goOn();
      });
    }
  }

  /** Works while there is time. True = there is nothing left to do now. */
  #work(left: () => number): boolean {
    while (this.#pieces) {
      const next = this.#next(this.#pieces);
      if (next === null) return true;
      if (next.done) {
        this.#pieces = null;
        this.#callOff = null;
        this.#current = next.value;
        for (const listener of this.#listeners) listener();
        this.#later();
      } else if (next.value) {
        this.#wait(next.value);
        return true;
      } else if (left() <= 0) return false;
    }
    return true;
  }

  /** null = they failed: the last conclusions stay, and are drawn anew when the recording goes on. */
  #next(pieces: Concluding): IteratorResult<Promise<void> | undefined, Conclusions | null> | null {
    try {
      return pieces.next();
    } catch (error) {
      this.#pieces = null;
      this.#parts.failed(error);
      return null;
    }
  }

  /** Digests that cannot be made are done without. */
  #wait(made: Promise<void>): void {
    this.#isWaiting = true;
    const goOn = () => {
      this.#isWaiting = false;
      this.#goOn();
    };
    made.then(goOn, goOn);
  }

  #digestsUnder(key: string): Digests {
    if (this.#digests?.key !== key) this.#digests = { key, under: this.#parts.digests(key) };
    return this.#digests.under;
  }
}
