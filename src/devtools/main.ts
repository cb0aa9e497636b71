import { markOpen } from '../platform/at-once';
import { isFirefox } from '../platform/browser';
import { createPanel, inspectedTab } from '../platform/devtools';
import { connect } from '../platform/port';
import { after } from '../platform/timer';
import { requests } from '../platform/web-request';
import { DEVTOOLS_PORT } from '../protocol/messages';
import { watch } from './watch';
import { Witness } from './witness';

void createPanel('Cookie Flow', '/icons/32.png', '/src/panel/index.html');

const tabId = inspectedTab();
const witness = new Witness(Date.now);
// A page of Firefox's DevTools has no webRequest; but there a background is stopped only while no event is on its way.
if (!isFirefox) requests(witness.listener, tabId).listen();

// Recording begins with DevTools, before anyone looks at the panel.
watch(tabId, witness, {
  connect: () => {
    markOpen(true);
    return connect(DEVTOOLS_PORT);
  },
  after,
});
