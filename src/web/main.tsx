import { analysisOf } from '../panel/analysis-scheduler/in-browser';
import { copyText } from '../panel/copy-text';
import { recordingInBrowser } from '../panel/recording/in-browser';
import { start } from '../panel/start';
import { showChosenTheme } from '../panel/state/apply-theme';
import { showSheet } from '../panel/state/sheet';
import { withoutBrowser } from '../panel/state/without-browser';
import { keepInAddress } from './address';
import { givenFile } from './given-file';

// The system's theme, until the reader chooses another.
showChosenTheme((show) => show(null));
keepInAddress();

const root = document.getElementById('root');
if (root) {
  const recording = recordingInBrowser();
  start(root, {
    source: { kind: 'none' },
    recording,
    analysis: analysisOf(recording),
    actions: withoutBrowser(copyText),
  });
}

const file = givenFile();
if (file) showSheet({ kind: 'open', file });
// What came with a file is not kept. Over plain http from another machine there is no service worker, and the page works all the
// same while it is online.
else void navigator.serviceWorker?.register('./service-worker.js').catch(() => undefined);
