import { instant } from '../../analysis/facts/units';
import { useRecorded } from '../panel-context';
import { useSettings } from '../settings/use-settings';
import type { TimeOrigin } from './time';

/** From where the reader wants times told. */
export function useTimeOrigin(): TimeOrigin {
  const start = useRecorded((recorded) => recorded.start);
  const times = useSettings((settings) => settings.times);
  return times === 'clock' ? 'clock' : instant(start);
}
