import { useEffect, useReducer, useRef } from 'react';
import { after } from '../../platform/timer';

/** Milliseconds between two changes. */
const PACE = 250;

/**
 * A value of which nobody reads more than four a second, as counts of what streams in: drawing it with each row would
 * cost more than the row.
 * @param because what the reader did that changes the value: when it changes, the value is shown at once
 */
export function useCalm<T>(value: T, because: string): T {
  const shown = useRef({ value, because, since: Number.NEGATIVE_INFINITY });
  const [, drawAgain] = useReducer((turn: number) => turn + 1, 0);
  const now = performance.now();
  const wait = shown.current.since + PACE - now;
  if (wait <= 0 || because !== shown.current.because) shown.current = { value, because, since: now };
  const isLate = shown.current.value !== value;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wait counts from when the value became late.
  useEffect(() => (isLate ? after(wait, drawAgain) : undefined), [isLate]);
  return shown.current.value;
}
