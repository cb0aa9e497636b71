/** Calls after some milliseconds; gives how to call it off. */
export function after(ms: number, then: () => void): () => void {
  const timer = setTimeout(then, ms);
  return () => clearTimeout(timer);
}

/** A page that is busy all the time has its turn once in a while all the same. */
const LATEST = 1000;

/** Calls when there is nothing else to do, with how many milliseconds that will last; gives how to call it off. */
export function idle(then: (left: () => number) => void): () => void {
  // Safari does not tell when it is idle.
  if (!('requestIdleCallback' in globalThis)) return after(LATEST, () => then(() => 0));
  const wait = requestIdleCallback((deadline) => then(() => deadline.timeRemaining()), { timeout: LATEST });
  return () => cancelIdleCallback(wait);
}

/** Calls when input that waits has had its turn; gives how to call it off. */
export function afterInput(then: () => void): () => void {
  if (!('scheduler' in globalThis)) return after(0, then);
  let isOff = false;
  void scheduler.postTask(() => isOff || then(), { priority: 'user-visible' });
  return () => {
    isOff = true;
  };
}
