import type { Fact } from '../../../src/analysis/facts/fact';
import type { DrivenPanel } from '../../browsers/driven';
import { type RecorderInPanel, recorderIn } from '../../browsers/recorder-in-panel';
import { until } from '../../browsers/until';

/** The recording as the recorder gives it to its panel. */
export interface Tape extends RecorderInPanel {
  /** Waits until the recording has a fact that the test wants, and gives all facts. */
  until(what: string, isThere: (facts: readonly Fact[]) => boolean): Promise<readonly Fact[]>;
}

export function tape(panel: DrivenPanel): Tape {
  const recorder = recorderIn(panel);
  return {
    ...recorder,
    async until(what, isThere) {
      let last: readonly Fact[] = [];
      await until(
        what,
        async () => {
          last = await recorder.facts();
          return isThere(last);
        },
        { limit: 20_000, instead: () => last.slice(-10) },
      );
      return last;
    },
  };
}
