import type { Recording } from '../recording';
import type { Settings } from './settings';
import { useSettings } from './use-settings';

/** Has the recording judged by what the reader says of third-party cookies, now and whenever it changes. */
export function judgeBySetting(recording: Recording): void {
  const judge = ({ thirdParty }: Settings) => recording.judgeBy(thirdParty === 'not-known' ? null : thirdParty);
  judge(useSettings.getState());
  useSettings.subscribe(judge);
}
