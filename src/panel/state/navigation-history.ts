import { create } from 'zustand';
import { type Choices, useChoices } from './choices';
import { useIncidentChoices } from './incident-choices';
import { useTable } from './table-choices';
import { useTravel } from './travel-choices';
import type { Trial } from './trial';
import { type RecordedLine, useTrial } from './use-trial';
import { useWhatIfRows, type WhatIfKind } from './what-if-rows';

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

/** Shows an incident; null = the Incidents view as it was left. @param part what gets the focus */
export const showIncident = (id: string | null, part: 'heading' | 'fix'): void =>
  leave(() => {
    if (id !== null) useIncidentChoices.getState().lead({ id, part });
    useChoices.setState({ view: 'incidents' });
  });

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

/** Shows rows that a what-if names, and no others, in the Flow view. */
export const showWhatIfRows = (kind: WhatIfKind, rows: readonly string[]): void =>
  leave(() => {
    useWhatIfRows.getState().show(kind, rows);
    useChoices.setState({ view: 'flow', row: rows[0] ?? null, bead: null, filter: `what-if:${kind}` });
  });

/**
 * Puts a line into the Lab; null leaves what stands there.
 * @param source the recorded line that it is, or is a change of
 */
export const showInLab = (trial: Trial | null, source: RecordedLine | null = null): void =>
  leave(() => {
    if (trial) useTrial.getState().beginRecorded(trial, source);
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
