import { create } from 'zustand';
import { useChoices } from './choices';
import { usePlaces } from './navigation-history';
import type { Panel } from './panel-context';
import { useTable } from './table-choices';
import { useTravel } from './travel-choices';

interface Opened {
  /** The panel on a file, shown in place of the live one; null = none. */
  readonly panel: Panel | null;
  /** Another number for each file and each way back. */
  readonly serial: number;
  /** Ends what the panel on the file follows. */
  readonly end: () => void;
}

export const useOpened = create<Opened>(() => ({ panel: null, serial: 0, end: () => undefined }));

/** Shows the recording of a file in every view. */
export const showOpened = (panel: Panel, end: () => void): void => replace(panel, end);

/** Returns to the live recording, which went on meanwhile. */
export const closeOpened = (): void => replace(null, () => undefined);

function replace(panel: Panel | null, endNext: () => void): void {
  const { end, serial } = useOpened.getState();
  // What was chosen in one recording is not in the other.
  useChoices.setState({ row: null, bead: null, filter: '', revealed: new Set() });
  useTable.getState().set({ cookie: null, filter: '', facet: 'all' });
  useTravel.getState().travelTo(null);
  usePlaces.setState({ before: [] });
  useOpened.setState({ panel, serial: serial + 1, end: endNext });
  end();
}
