import { instant } from '../analysis/engine/base/units';
import { isOrphaned } from '../platform/browser';
import { inspectedTab, reloadInspected, showNetwork, showSource } from '../platform/devtools';
import { localStore } from '../platform/local-store';
import { givenRecorder, goneRecorder } from '../platform/recorder-window';
import { followTheme } from '../platform/theme';
import { after } from '../platform/timer';
import type { RecorderHandle } from '../protocol/recording-log';
import { analysisOf } from './analysis-scheduler/in-browser';
import { copyText } from './copy-text';
import { recordingInBrowser } from './recording/in-browser';
import { start } from './start';
import { limitBySetting } from './state/apply-log-limit';
import { showChosenTheme } from './state/apply-theme';
import { judgeBySetting } from './state/apply-third-party-setting';
import { holdBeforeClear, takeLog } from './state/before-clear';

// As a plain page the panel records the tab of its address itself: index.html?tab=12.
const asked = new URLSearchParams(location.search).get('tab');
const recorder = isOrphaned() ? Promise.resolve(goneRecorder()) : recorderOf(asked);

function recorderOf(tab: string | null): Promise<RecorderHandle> {
  if (tab === null) return givenRecorder(inspectedTab());
  return import('../devtools/host').then(({ hostRecorder }) => hostRecorder(Number(tab)));
}

showChosenTheme(followTheme);

const recording = recordingInBrowser();
judgeBySetting(recording);
const analysis = analysisOf(recording);
void recorder.then((handle) => {
  limitBySetting(handle);
  const unfollow = handle.follow((log) => takeLog(recording, log, Date.now()));
  // The recorder lives on when this document is taken down.
  addEventListener('pagehide', unfollow);
});

/** How often time is told to the recording, for what waits for the browser's word. */
const TICK = 2000;
const tick = (): void => {
  recording.settle(instant(Date.now()));
  after(TICK, tick);
};
tick();

const root = document.getElementById('root');
if (root) {
  start(root, {
    source: { kind: 'live' },
    recording,
    analysis,
    localStore,
    actions: {
      record: (on) => void recorder.then((handle) => handle.record(on)),
      clear: () =>
        void recorder.then((handle) => {
          holdBeforeClear(recording, Date.now());
          // Tells the log before it returns: requests under way are still in it, and are cleared from the list with the others.
          handle.clear();
          recording.clear();
        }),
      write: async (writes) => (await recorder).write(writes),
      override: (line) => void recorder.then((handle) => handle.override(line)),
      endOverride: (id) => void recorder.then((handle) => handle.endOverride(id)),
      protect: (cookies) => void recorder.then((handle) => handle.protect(cookies)),
      endProtection: (ids) => void recorder.then((handle) => handle.endProtection(ids)),
      repeat: async (request) => (await recorder).repeat(request),
      trace: (on) => void recorder.then((handle) => handle.trace(on)),
      reload: reloadInspected,
      grant: () => void recorder.then((handle) => handle.grant('hosts')),
      askThirdParty: () => void recorder.then((handle) => handle.grant('third-party')),
      copy: copyText,
      network: showNetwork,
      source: showSource,
    },
  });
}
