import { after } from '../../platform/timer';
import { Recording } from './recording';

/** A recording that has its turns by the browser's own frames and tasks. */
export const recordingInBrowser = (): Recording =>
  new Recording({
    beforePaint: (then) => requestAnimationFrame(then),
    afterOthers,
    after,
    now: () => performance.now(),
  });

/** Safari has no queue of tasks by priority. */
function afterOthers(then: () => void): void {
  if ('scheduler' in globalThis) void scheduler.postTask(then, { priority: 'background' });
  else after(0, then);
}
