/** Milliseconds between two drawings of what arrives by itself: nobody reads more than four or five a second. @internal */
export const PACE = 220;
/** Milliseconds of work in one turn, so that neither input nor painting is ever late. */
const SLICE = 8;

export interface TurnsParts {
  /** Calls before the next paint; not while the panel is out of view. */
  readonly beforePaint: (then: () => void) => void;
  /** Calls when input and painting have had their turn. */
  readonly afterOthers: (then: () => void) => void;
  /** Calls after some milliseconds; gives how to call it off. */
  readonly after: (ms: number, then: () => void) => () => void;
  /** Milliseconds, of which only differences count. */
  readonly now: () => number;
}

export interface Turned {
  /** Works while there is time. True = nothing is left to do. */
  readonly work: (hasTime: () => boolean) => boolean;
  /** Shows how far the work has come. */
  readonly show: () => void;
}

/**
 * When something is worked at and shown: only while the panel is in view, in slices between which the browser has its
 * turn. What is asked for urgently is shown before the next paint; anything else a few times a second, the first at once.
 */
export class Turns {
  readonly #parts: TurnsParts;
  readonly #turned: Turned;
  #state: 'idle' | 'paced' | 'called' = 'idle';
  #isUrgent = false;
  #shownAt = Number.NEGATIVE_INFINITY;
  #cancel: () => void = () => {};

  constructor(parts: TurnsParts, turned: Turned) {
    this.#parts = parts;
    this.#turned = turned;
  }

  /** There is something new, which may wait for its pace. */
  soon(): void {
    if (this.#state !== 'idle') return;
    const wait = this.#shownAt + PACE - this.#parts.now();
    if (wait <= 0) {
      this.#call(this.#parts.beforePaint);
      return;
    }
    this.#state = 'paced';
    this.#cancel = this.#parts.after(wait, () => this.#call(this.#parts.beforePaint));
  }

  /** The reader waits for it. */
  urgently(): void {
    this.#isUrgent = true;
    if (this.#state === 'called') return;
    this.#cancel();
    this.#call(this.#parts.beforePaint);
  }

  #call(how: (then: () => void) => void): void {
    this.#state = 'called';
    how(() => this.#turn());
  }

  #turn(): void {
    const { now } = this.#parts;
    const end = now() + SLICE;
    const isDone = this.#turned.work(() => now() < end);
    this.#state = 'idle';
    if (isDone || this.#isUrgent || now() - this.#shownAt >= PACE) {
      this.#isUrgent = false;
      this.#shownAt = now();
      this.#turned.show();
    }
    if (!isDone) this.#goOn();
  }

  #goOn(): void {
    if (this.#state === 'called') return;
    this.#cancel();
    this.#call(this.#parts.afterOthers);
  }
}
