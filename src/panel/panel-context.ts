import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Concluder } from './conclude/concluder';
import type { Recorded, Recording } from './recording';

/** What the panel can ask of the browser and of the recorder. */
export interface Doing {
  readonly record: (on: boolean) => void;
  readonly clear: () => void;
  /** Reloads the inspected page. */
  readonly reload: () => void;
  /** Opens the page that asks for permission. */
  readonly grant: () => void;
  readonly copy: (text: string) => Promise<void>;
  /** Opens the Network panel with a filter; false where the browser cannot. */
  readonly network: (filter: string) => Promise<boolean>;
}

export interface Panel {
  readonly recording: Recording;
  readonly concluder: Concluder;
  readonly doing: Doing;
}

export const PanelContext = createContext<Panel | null>(null);

export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error('A view stands outside of PanelContext.');
  return panel;
}

/**
 * The recording as it is, or what is selected of it; the component renders again when that changes, at most once a frame.
 * @param select gives the same value again while nothing of it changed
 */
export function useRecorded(): Recorded;
export function useRecorded<T>(select: (recorded: Recorded) => T): T;
export function useRecorded(select: (recorded: Recorded) => unknown = (recorded) => recorded): unknown {
  const { recording } = usePanel();
  return useSyncExternalStore(recording.subscribe, () => select(recording.recorded));
}
