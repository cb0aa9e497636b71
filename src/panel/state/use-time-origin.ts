import { instant } from '../../analysis/engine/base/units';
import type { TimeOrigin } from '../shared/presentation/time';
import { useRecorded } from './panel-context';
import { useSettings } from './use-settings';

/** From where the reader wants times told. */
export function useTimeOrigin(): TimeOrigin {
  const start = useRecorded((recorded) => recorded.start);
  const times = useSettings((settings) => settings.times);
  return times === 'clock' ? 'clock' : instant(start);
}
