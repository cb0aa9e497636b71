import { digestsUnder } from '../../platform/digests';
import { after, idle } from '../../platform/timer';
import type { Recording } from '../recording';
import { Concluder } from './concluder';

/** Draws conclusions with the browser's own timers and digests. */
export const concluderOf = (recording: Recording): Concluder =>
  new Concluder(recording, {
    after,
    idle,
    digests: digestsUnder,
    failed: (error) => reportError(error),
    now: () => performance.now(),
  });
