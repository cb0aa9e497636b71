import type { ViewId } from '../state/choices';
import { useChoices } from '../state/choices';
import { showIncident, showInFlow } from '../state/navigation-history';
import { showCompared } from '../state/opened';
import type { Panel } from '../state/panel-context';
import { showSheet } from '../state/sheet';

/** Shows a request of one side in Flow. */
export function openRequest(side: Panel, row: string): void {
  leadTo(side);
  showInFlow(row, null);
}

/** Shows an incident of one side. */
export function openIncident(side: Panel, id: string): void {
  leadTo(side);
  showIncident(id, 'heading');
}

/** Shows a view of one side. */
export function openViewOf(side: Panel, view: ViewId): void {
  leadTo(side);
  useChoices.getState().show(view);
}

function leadTo(side: Panel): void {
  showSheet(null);
  showCompared(side);
}
