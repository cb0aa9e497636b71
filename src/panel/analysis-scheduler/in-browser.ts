import { digestsUnder } from '../../platform/digests';
import { after, idle } from '../../platform/timer';
import type { Recording } from '../recording/recording';
import { AnalysisScheduler } from './analysis-scheduler';

/** Analyses with the browser's own timers and digests, and code that is loaded when it is first needed. */
export const analysisOf = (recording: Recording): AnalysisScheduler =>
  new AnalysisScheduler(recording, {
    load: () => import('./analyze'),
    after,
    idle,
    digests: digestsUnder,
    failed: (error) => reportError(error),
    now: () => performance.now(),
  });
