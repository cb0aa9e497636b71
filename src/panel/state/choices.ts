import { create } from 'zustand';

/** In the order of their tabs. */
export const VIEWS = ['flow', 'incidents', 'cookies', 'sign-in', 'findings', 'lab'] as const;
export type ViewId = (typeof VIEWS)[number];

/** What the reader has chosen; nothing here comes from the recording. */
export interface Choices {
  readonly view: ViewId;
  /** Id of the chosen row; null = none. */
  readonly row: string | null;
  /** Id of the chosen bead; null = the explanation is closed. */
  readonly bead: string | null;
  /** The filter's text is the only state of the filter: facets write into it. */
  readonly filter: string;
  /** Whether the map of the keys is open. */
  readonly keysShown: boolean;
  /** Keys of cookies whose values are shown; forgotten when the panel closes. */
  readonly revealed: ReadonlySet<string>;
}

interface Actions {
  readonly show: (view: ViewId) => void;
  readonly choose: (row: string | null, bead: string | null) => void;
  readonly chooseBead: (bead: string | null) => void;
  readonly setFilter: (filter: string) => void;
  readonly showKeys: (keysShown: boolean) => void;
  readonly reveal: (key: string, on: boolean) => void;
}

export const useChoices = create<Choices & Actions>((set) => ({
  view: 'flow',
  row: null,
  bead: null,
  filter: '',
  keysShown: false,
  revealed: new Set(),
  show: (view) => set({ view }),
  choose: (row, bead) => set({ row, bead }),
  chooseBead: (bead) => set({ bead }),
  setFilter: (filter) => set({ filter }),
  showKeys: (keysShown) => set({ keysShown }),
  reveal: (key, on) =>
    set((state) => {
      const revealed = new Set(state.revealed);
      if (on) revealed.add(key);
      else revealed.delete(key);
      return { revealed };
    }),
}));
