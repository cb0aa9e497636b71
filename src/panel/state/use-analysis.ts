import { useEffect, useSyncExternalStore } from 'react';
import type { AnalysisState } from '../analysis-scheduler/analysis-scheduler';
import type { AnalysisResult } from '../analysis-scheduler/analyze';
import { usePanel } from './panel-context';

/** What is known of the recording as a whole, kept fresh while the component is there. */
export function useAnalysis(): AnalysisState {
  const { analysis } = usePanel();
  useEffect(() => analysis.retain(), [analysis]);
  return useSyncExternalStore(analysis.subscribe, () => analysis.state);
}

/** The last result, for a count that may lag behind; null = there is none yet. */
export function useLastResult(): AnalysisResult | null {
  const { analysis } = usePanel();
  return useSyncExternalStore(analysis.subscribe, () => analysis.result);
}
