/**
 * Work that stops for a moment again and again, so that whoever does it can let others have a turn:
 * `for (const [at, row] of rows.entries()) { if (shouldYield(at)) yield; … }`.
 */
export type Chunked<T> = Generator<undefined, T>;

/** A loop stops after so many rounds, which take half a millisecond at most. */
const ROUNDS = 32;

/** Whether a loop should stop in this round. */
export const shouldYield = (round: number): boolean => round % ROUNDS === ROUNDS - 1;

/** All of it at once. */
export function runToEnd<T>(chunks: Chunked<T>): T {
  for (;;) {
    const next = chunks.next();
    if (next.done) return next.value;
  }
}
