import { create } from 'zustand';

/** With what a moment is compared: the jar of now, that of the beginning, or that before a row. */
export type Against = 'now' | 'start' | { readonly row: string };

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
