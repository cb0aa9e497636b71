/**
 * Work that stops for a moment again and again, so that whoever does it can let others have a turn:
 * `for (const [at, row] of rows.entries()) { if (isTime(at)) yield; … }`.
 */
export type Pieces<T> = Generator<undefined, T>;

/** A loop stops after so many rounds, which take half a millisecond at most. */
const ROUNDS = 32;

/** Whether a loop should stop in this round. */
export const isTime = (round: number): boolean => round % ROUNDS === ROUNDS - 1;

/** All of it at once. */
export function whole<T>(pieces: Pieces<T>): T {
  for (;;) {
    const next = pieces.next();
    if (next.done) return next.value;
  }
}
