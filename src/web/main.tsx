import { showChosenTheme } from '../panel/state/apply-theme';
import { useChoices } from '../panel/state/choices';
import { showSheet, useSheet } from '../panel/state/sheet';
import { givenFile } from './given-file';
import { type PageId, pageIn } from './page-id';

const LOAD: Readonly<Record<PageId, () => Promise<(root: HTMLElement) => () => void>>> = {
  start: async () => (await import('./start/show-start')).showStart,
  lab: async () => (await import('./show-lab')).showLab,
  panel: async () => (await import('./show-panel')).showPanel,
};

/** What is shown, or is about to be; null = nothing yet. */
let shown: PageId | null = null;
/** Whether the panel was shown: the Lab is then a view of it, and a file may be open there. */
let hasPanel = false;
let takeAway: () => void = () => undefined;

async function show(wanted: PageId): Promise<void> {
  const page = wanted === 'lab' && hasPanel ? 'panel' : wanted;
  const root = document.getElementById('root');
  if (page === shown || root === null) return;
  shown = page;
  hasPanel ||= page === 'panel';
  const draw = await LOAD[page]();
  // Another one was asked for meanwhile.
  if (shown !== page) return;
  takeAway();
  takeAway = draw(root);
}

/** A file is opened in the panel, from wherever it was dropped. */
function openInPanel(): void {
  if (shown === 'panel') return;
  // The way back leads to the start page.
  history.pushState(null, '', '#view=flow');
  useChoices.getState().show('flow');
  void show('panel');
}

// The system's theme, until the reader chooses another.
showChosenTheme((apply) => apply(null));
useSheet.subscribe(({ sheet }) => sheet !== null && openInPanel());
// Back and forward between states that were pushed tell only of this.
addEventListener('popstate', () => void show(pageIn(location.hash)));

const file = givenFile();
if (file) showSheet({ kind: 'open', file });
else {
  void show(pageIn(location.hash));
  // What came with a file is not kept. Over plain http from another machine there is no service worker, and the page works all the
  // same while it is online.
  void navigator.serviceWorker?.register('./service-worker.js').catch(() => undefined);
}
