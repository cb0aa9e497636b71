/**
 * Does the work for each thing, at most so many at once, and begins no more once the signal says stop. Work that was begun is
 * waited for; what it throws ends all.
 * @param most at once
 */
export async function pooled<T>(
  things: readonly T[],
  most: number,
  signal: AbortSignal,
  work: (thing: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const turns = Array.from({ length: Math.min(most, things.length) }, async () => {
    while (next < things.length && !signal.aborted) await work(things[next++] as T);
  });
  const ended = await Promise.allSettled(turns);
  for (const turn of ended) if (turn.status === 'rejected') throw turn.reason;
}
