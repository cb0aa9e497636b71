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
  readonly set: (trial: Trial) => void;
  /** Begins with what was recorded. */
  readonly beginRecorded: (trial: Trial, source: RecordedLine | null) => void;
  /** Begins with an example or a link. */
  readonly begin: (trial: Trial) => void;
}

/** The line that is being tried; other views put one here. */
export const useTrial = create<TrialState>((set) => ({
  trial: FIRST_TRIAL,
  source: null,
  isRecorded: false,
  set: (trial) => set({ trial }),
  beginRecorded: (trial, source) => set({ trial, source, isRecorded: true }),
  begin: (trial) => set({ trial, source: null, isRecorded: false }),
}));
