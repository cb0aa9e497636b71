import { create } from 'zustand';
import { useTable } from './cookies/table-choices';
import { useTravel } from './cookies/travel-choices';
import type { Trial } from './lab/trial';
import { useTrial } from './lab/use-trial';
import { type Choices, useChoices } from './store';

/** Where the reader is: a view and what is chosen in it. */
interface Place extends Pick<Choices, 'view' | 'row' | 'bead' | 'filter'> {
  readonly cookie: string | null;
}

/** So many places are remembered. */
const MOST = 50;

/** The places from which the reader followed a link, the last one at the end. */
export const usePlaces = create<{ readonly before: readonly Place[] }>(() => ({ before: [] }));

/** Shows a row and one of its beads in the Flow view; a filter that would hide it is cleared. */
export const showInFlow = (row: string, bead: string | null): void =>
  leave(() => useChoices.setState({ view: 'flow', row, bead, filter: '' }));

/** Shows a cookie in the Cookies view. */
export const showCookie = (cookie: string): void =>
  leave(() => {
    useTable.getState().set({ cookie, filter: '', facet: 'all' });
    useChoices.setState({ view: 'cookies' });
  });

/** Shows the jar as it was just before a row. */
export const showJarAt = (row: string): void =>
  leave(() => {
    useTravel.getState().travelTo(row);
    useChoices.setState({ view: 'cookies' });
  });

/** Puts a line into the Lab; null leaves what stands there. */
export const showInLab = (trial: Trial | null): void =>
  leave(() => {
    if (trial) useTrial.getState().set(trial);
    useChoices.setState({ view: 'lab' });
  });

/** Returns to where the last link was followed. */
export function goBack(): void {
  const { before } = usePlaces.getState();
  const last = before.at(-1);
  if (!last) return;
  usePlaces.setState({ before: before.slice(0, -1) });
  const { cookie, ...choices } = last;
  useChoices.setState(choices);
  useTable.getState().set({ cookie });
}

function leave(go: () => void): void {
  const { view, row, bead, filter } = useChoices.getState();
  const place: Place = { view, row, bead, filter, cookie: useTable.getState().cookie };
  usePlaces.setState(({ before }) => ({ before: [...before, place].slice(-MOST) }));
  go();
}
