import type { Recording } from '../recording/recording';
import { useSettings } from './use-settings';

/** Has the recording judged by what is said of third-party cookies, now and whenever it changes; gives how to end that. */
export function judgeBySetting(recording: Recording): () => void {
  const judge = (): void => {
    const { thirdParty } = useSettings.getState();
    recording.judgeBy(thirdParty === 'not-known' ? null : thirdParty);
  };
  judge();
  return useSettings.subscribe(judge);
}
