import type { RecorderHandle } from '../../protocol/recording-log';
import { logLimitOf } from './settings';
import { useSettings } from './use-settings';

/** Has the recorder keep as much as the reader chose, now and whenever that changes. */
export function limitBySetting(recorder: Pick<RecorderHandle, 'limit'>): void {
  recorder.limit(logLimitOf(useSettings.getState()));
  useSettings.subscribe((now, before) => {
    if (now.mostEvents !== before.mostEvents || now.mostMemory !== before.mostMemory) recorder.limit(logLimitOf(now));
  });
}
