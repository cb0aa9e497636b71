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
  readonly set: (trial: Trial) => void;
  readonly begin: (trial: Trial, source: RecordedLine | null) => void;
}

/** The line that is being tried; other views put one here. */
export const useTrial = create<TrialState>((set) => ({
  trial: FIRST_TRIAL,
  source: null,
  set: (trial) => set({ trial }),
  begin: (trial, source) => set({ trial, source }),
}));
