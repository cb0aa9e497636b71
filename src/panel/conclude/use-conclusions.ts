import { useEffect, useSyncExternalStore } from 'react';
import { usePanel } from '../panel-context';
import type { Conclusions } from './conclude';

/** The conclusions, kept fresh while the component is there; null = no page was opened yet. */
export function useConclusions(): Conclusions | null {
  const { concluder } = usePanel();
  useEffect(() => concluder.want(), [concluder]);
  return useSyncExternalStore(concluder.subscribe, () => concluder.current);
}

/** The conclusions as they were last drawn, for a count that may lag behind. */
export function useLastConclusions(): Conclusions | null {
  const { concluder } = usePanel();
  return useSyncExternalStore(concluder.subscribe, () => concluder.current);
}
