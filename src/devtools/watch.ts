import { SteadyLine, type SteadyLineParts } from '../protocol/steady-line';
import type { Witness } from './witness';

/**
 * Has a tab recorded as long as this page lives; whenever the background comes back, tells it what it may have missed.
 * @returns how to end it
 */
export function watch(tabId: number, witness: Witness, parts: SteadyLineParts): () => void {
  let isRestart = false;
  const line = new SteadyLine(parts, {
    connected() {
      line.send({ kind: 'watch', tabId });
      if (isRestart) witness.tell(tabId, (follow) => line.send(follow), parts.after);
      isRestart = true;
    },
    message: () => {},
    interrupted: () => witness.gone(),
    orphaned: () => {},
  });
  line.open();
  return () => line.close();
}
