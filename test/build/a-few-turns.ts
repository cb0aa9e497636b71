/** Enough turns of the microtask queue for what was begun to be done, where nothing waits for time. */
export async function aFewTurns(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve();
}
