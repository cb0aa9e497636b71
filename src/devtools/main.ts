import { markOpen } from '../platform/at-once';
import { isFirefox } from '../platform/browser';
import { createPanel, inspectedTab } from '../platform/devtools';
import { connect } from '../platform/port';
import { after } from '../platform/timer';
import { requests } from '../platform/web-request';
import { DEVTOOLS_PORT } from '../protocol/messages';
import { SteadyLine } from '../protocol/steady-line';
import { Witness } from './witness';

void createPanel('Cookie Flow', '/icons/32.png', '/src/panel/index.html');

const tabId = inspectedTab();
const witness = new Witness(Date.now);
// A page of Firefox's DevTools has no webRequest; but there a background is stopped only while no event is on its way.
if (!isFirefox) requests(witness.listener, tabId).listen();

let isRestart = false;

// Recording begins with DevTools, before anyone looks at the panel, and goes on as long as this page lives.
const line = new SteadyLine(
  {
    connect: () => {
      markOpen(true);
      return connect(DEVTOOLS_PORT);
    },
    after,
  },
  {
    connected: () => {
      line.send({ kind: 'watch', tabId });
      if (isRestart) witness.tell(tabId, (follow) => line.send(follow), after);
      isRestart = true;
    },
    message: () => {},
    interrupted: () => {},
    orphaned: () => {},
  },
);
line.open();
