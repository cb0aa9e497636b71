import { say } from '../../words/catalogue';
import type { AnalysisState } from '../analysis-scheduler/analysis-scheduler';

/** What stands in the place of a view that needs the analysis, while there is none. */
export function AnalysisNote({ state }: { readonly state: Exclude<AnalysisState['kind'], 'done'> }) {
  switch (state) {
    case 'pending':
      return (
        <p className="diagram-note late" role="status">
          {say('analysis.pending')}
        </p>
      );
    case 'no-page':
      return <p className="diagram-note">{say('findings.no-page')}</p>;
    case 'failed':
      return (
        <p className="diagram-note" role="alert">
          {say('analysis.failed')}
        </p>
      );
    default:
      return state satisfies never;
  }
}
