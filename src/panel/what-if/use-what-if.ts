import { useEffect, useState } from 'react';
import { after } from '../../platform/timer';
import type { AnalysisResult } from '../analysis-scheduler/analyze';
import { useRecorded } from '../state/panel-context';
import type { RecordedLine } from '../state/use-trial';
import { type WhatIfSummary, whatIfInChunks } from './table';

/** Milliseconds without a key after which the line is asked about. */
const RESTS = 150;
/** Milliseconds of work in one turn. */
const TURN = 12;

export type WhatIfState =
  | { readonly kind: 'working' }
  /** The line is no longer in the recording. */
  | { readonly kind: 'gone' }
  /** Of the line as it was last asked about. `isWhole`: nothing is missing from it. */
  | { readonly kind: 'there'; readonly table: WhatIfSummary; readonly isWhole: boolean };

/** What the recording would be with the line; the last answer stays until the next is there. */
export function useWhatIf(line: string, source: RecordedLine, result: AnalysisResult): WhatIfState {
  const replay = useRecorded((recorded) => recorded.replay);
  const [state, setState] = useState<WhatIfState>({ kind: 'working' });
  useEffect(() => {
    const chunks = whatIfInChunks({ source, line, replay, result }, (table) =>
      setState({ kind: 'there', table, isWhole: false }),
    );
    let cancel = after(RESTS, work);
    function work(): void {
      const end = performance.now() + TURN;
      while (performance.now() < end) {
        const next = chunks.next();
        if (!next.done) continue;
        setState(next.value === null ? { kind: 'gone' } : { kind: 'there', table: next.value, isWhole: true });
        return;
      }
      cancel = after(0, work);
    }
    return () => cancel();
  }, [line, source, replay, result]);
  return state;
}
