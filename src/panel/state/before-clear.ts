import { create } from 'zustand';
import type { RecordingLog } from '../../protocol/recording-log';
import { isOtherRecording, type Recording } from '../recording/recording';

/** The recording as it was before the list was cleared, or began anew. */
export interface BeforeClear {
  readonly log: RecordingLog;
  readonly requests: number;
  /** When it was cleared, in milliseconds since 1970. */
  readonly at: number;
}

interface Held {
  /** Of the last Clear only, so no larger than a recording may be; in memory only. null = nothing was cleared. */
  readonly held: BeforeClear | null;
}

export const useBeforeClear = create<Held>(() => ({ held: null }));

/** Hands on a log; what a recording that begins anew would take away is kept. */
export function takeLog(recording: Recording, log: RecordingLog, at: number): void {
  const [started] = log.facts;
  const isAnew = started?.kind === 'recorder-started' && started.cause === 'clock-set-back';
  if (isAnew && recording.log !== null && isOtherRecording(recording.log, log)) holdBeforeClear(recording, at);
  recording.take(log);
}

/** Keeps what is about to be cleared, to be compared with later; an empty list does not take the place of the one before. */
export function holdBeforeClear(recording: Recording, at: number): void {
  const { log, recorded } = recording;
  if (log === null || recorded.requests === 0) return;
  // The log's own list grows in place.
  useBeforeClear.setState({ held: { log: { ...log, facts: [...log.facts] }, requests: recorded.requests, at } });
}
