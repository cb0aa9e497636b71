import { analysisOf } from '../panel/analysis-scheduler/in-browser';
import { copyText } from '../panel/copy-text';
import { recordingInBrowser } from '../panel/recording/in-browser';
import { start } from '../panel/start';
import type { Panel } from '../panel/state/panel-context';
import { withoutBrowser } from '../panel/state/without-browser';
import { keepInAddress } from './address';

/** The page's own panel, which has no recording; made when it is first shown. */
let own: Panel | null = null;

/** Draws the panel, with the file that is open in it, if any. @returns takes it away; the file stays open */
export function showPanel(root: HTMLElement): () => void {
  if (own === null) {
    const recording = recordingInBrowser();
    own = {
      source: { kind: 'none' },
      recording,
      analysis: analysisOf(recording),
      actions: withoutBrowser(copyText),
      localStore: null,
    };
    keepInAddress();
  }
  return start(root, own);
}
