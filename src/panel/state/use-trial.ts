import { create } from 'zustand';
import { FIRST_TRIAL, type Trial } from './trial';

/** A recorded line: the id of its exchange, and its place among the response's. */
export interface RecordedLine {
  readonly exchange: string;
  readonly index: number;
}

interface TrialState {
  readonly trial: Trial;
  /** The recorded line that the trial began with, and that What if puts it in place of; null = it came from nowhere. */
  readonly source: RecordedLine | null;
  /** Whether it began with something of a recording. */
  readonly isRecorded: boolean;
  /** Why the last link could not be opened; null = none, or something was done since. */
  readonly linkFault: 'other-version' | 'unreadable' | null;
  readonly set: (trial: Trial) => void;
  /** Begins with what was recorded. */
  readonly beginRecorded: (trial: Trial, source: RecordedLine | null) => void;
  /** Begins with an example or a link. */
  readonly begin: (trial: Trial) => void;
  /** Begins with nothing, for a link could not be opened. */
  readonly refuseLink: (empty: Trial, fault: TrialState['linkFault']) => void;
}

/** The line that is being tried; other views put one here. */
export const useTrial = create<TrialState>((set) => ({
  trial: FIRST_TRIAL,
  source: null,
  isRecorded: false,
  linkFault: null,
  set: (trial) => set({ trial, linkFault: null }),
  beginRecorded: (trial, source) => set({ trial, source, isRecorded: true, linkFault: null }),
  begin: (trial) => set({ trial, source: null, isRecorded: false, linkFault: null }),
  refuseLink: (trial, linkFault) => set({ trial, source: null, isRecorded: false, linkFault }),
}));
