import { instant } from '../analysis/facts/units';
import { inspectedTab, reloadInspected, showNetwork } from '../platform/devtools';
import { connect } from '../platform/port';

import { followTheme } from '../platform/theme';
import { after } from '../platform/timer';
import { PANEL_PORT } from '../protocol/messages';
import { concluderOf } from './conclude/in-browser';
import { copyText } from './copy-text';
import { type Followed, type Following, follow } from './follow';
import { type Link, Recording } from './recording';
import { judgeBySetting } from './settings/judge-by-setting';
import { showChosenTheme } from './settings/show-chosen-theme';
import { start } from './start';

// As a plain page the panel follows the tab of its address: index.html?tab=12.
const asked = new URLSearchParams(location.search).get('tab');
const tabId = asked === null ? inspectedTab() : Number(asked);

showChosenTheme(followTheme);

const recording = new Recording((publish) => requestAnimationFrame(publish));
judgeBySetting(recording);
const concluder = concluderOf(recording);
const followed: Followed = follow(
  tabId,
  { log: (log) => recording.take(log), state: (state) => recording.linked(linkOf(state)) },
  { connect: () => connect(PANEL_PORT), after },
);

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
    recording,
    concluder,
    doing: {
      record: followed.record,
      clear() {
        recording.clear();
        followed.clear();
      },
      reload: reloadInspected,
      grant: followed.grant,
      copy: copyText,
      network: showNetwork,
    },
  });
}

function linkOf(state: Following): Link {
  switch (state.kind) {
    case 'connecting':
    case 'following':
    case 'resumed':
      return 'connected';
    case 'interrupted':
      return 'reconnecting';
    case 'extension-reloaded':
      return 'gone';
    default:
      return state satisfies never;
  }
}
