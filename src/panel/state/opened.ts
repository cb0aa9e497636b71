import { create } from 'zustand';
import { useChoices } from './choices';
import { useIgnored } from './ignored-findings';
import { usePlaces } from './navigation-history';
import type { Panel } from './panel-context';
import { useTable } from './table-choices';
import { useTravel } from './travel-choices';
import { FIRST_TRIAL } from './trial';
import { useTrial } from './use-trial';

/** Two recordings held beside each other. */
export interface ComparedPanels {
  readonly a: Panel;
  readonly b: Panel;
}

interface Opened {
  /** The page's own panel; null = the page has not started. */
  readonly own: Panel | null;
  /** The panel on a file, or on what was cleared, shown in place of the page's own; null = none. */
  readonly panel: Panel | null;
  /** Another number for each file and each way back. */
  readonly serial: number;
  /** They stay until others are compared, whichever of them is shown meanwhile; null = none. */
  readonly compared: ComparedPanels | null;
}

export const useOpened = create<Opened>(() => ({ own: null, panel: null, serial: 0, compared: null }));

/** Shows the recording of a file in every view. */
export const showOpened = (panel: Panel): void => show(panel);

/** Returns to the page's own recording, which went on meanwhile. */
export const closeOpened = (): void => show(null);

/** Shows either side of a comparison in every view. */
export function showCompared(side: Panel): void {
  const { panel, own } = useOpened.getState();
  if (side !== (panel ?? own)) show(side === own ? null : side);
}

/** Holds another recording beside the one shown. */
export function compareShownWith(b: Panel): void {
  const { panel, own } = useOpened.getState();
  const a = panel ?? own;
  if (a !== null) change({ compared: { a, b } });
}

/** Exchanges the sides of the comparison. */
export function swapCompared(): void {
  const { compared } = useOpened.getState();
  if (compared !== null) change({ compared: { a: compared.b, b: compared.a } });
}

export const endComparison = (): void => change({ compared: null });

function show(panel: Panel | null): void {
  // What was chosen in one recording is not in the other.
  useChoices.setState({ row: null, bead: null, filter: '', revealed: new Set() });
  useTable.getState().set({ cookie: null, filter: '', facet: 'all', picked: new Set(), anchor: null });
  useTravel.getState().travelTo(null);
  usePlaces.setState({ before: [] });
  // A line that was typed stays; one of the other recording does not.
  if (useTrial.getState().isRecorded) useTrial.getState().begin(FIRST_TRIAL);
  useIgnored.getState().open(panel?.source.kind === 'file' ? panel.source.ignored : []);
  change({ panel, serial: useOpened.getState().serial + 1 });
}

/** Ends the recordings that are then neither shown nor compared. */
function change(next: Partial<Opened>): void {
  const before = heldPanels();
  useOpened.setState(next);
  const now = heldPanels();
  for (const panel of before) if (!now.has(panel) && 'end' in panel.source) panel.source.end();
}

function heldPanels(): Set<Panel> {
  const { panel, compared } = useOpened.getState();
  return new Set([panel, compared?.a, compared?.b].filter((each) => each !== null && each !== undefined));
}
