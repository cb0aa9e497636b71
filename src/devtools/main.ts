import { markOpen } from '../platform/at-once';
import { createPanel, inspectedTab } from '../platform/devtools';
import { connect } from '../platform/port';
import { after } from '../platform/timer';
import { DEVTOOLS_PORT } from '../protocol/messages';
import { SteadyLine } from '../protocol/steady-line';

void createPanel('Cookie Flow', '/icons/32.png', '/src/panel/index.html');

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
    connected: () => line.send({ kind: 'watch', tabId: inspectedTab() }),
    message: () => {},
    interrupted: () => {},
    orphaned: () => {},
  },
);
line.open();
