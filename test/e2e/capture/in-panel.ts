import { follow } from '../../../src/panel/follow';
import { inspectedTab } from '../../../src/platform/devtools';
import { connect } from '../../../src/platform/port';
import { after } from '../../../src/platform/timer';
import { EMPTY_LOG, type Log } from '../../../src/protocol/log';
import { PANEL_PORT } from '../../../src/protocol/messages';
import type { End } from '../../../src/protocol/steady-line';

// Runs in the real panel's document, beside the panel: another follower of the same tab, whose log a test can read.
const taped = {
  log: EMPTY_LOG as Log,
  states: [] as string[],
  say: (_message: unknown) => {},
};
let end: End | null = null;
follow(
  inspectedTab(),
  {
    log: (log) => {
      taped.log = log;
    },
    state: ({ kind }) => taped.states.push(kind),
  },
  {
    connect: () => {
      end = connect(PANEL_PORT);
      return end;
    },
    after,
  },
);
taped.say = (message) => end?.send(message);
// Firefox's driver runs this in a sandbox, whose own global is gone with it: the window stays.
Object.assign(window, { taped });
