import { create } from 'zustand';
import type { Against } from './travel';

/** To which moment the reader has travelled, and with which one it is compared. */
interface TravelChoices {
  /** Id of the row before which the jar is looked at; null = the jar is the one of now. */
  readonly at: string | null;
  readonly against: Against;
  readonly travelTo: (row: string | null) => void;
  readonly compareWith: (against: Against) => void;
}

export const useTravel = create<TravelChoices>((set) => ({
  at: null,
  against: 'now',
  travelTo: (at) => set(at === null ? { at, against: 'now' } : { at }),
  compareWith: (against) => set({ against }),
}));
