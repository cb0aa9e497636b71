import { Recording } from '../../src/panel/recording';
import { start } from '../../src/panel/start';
import { showTheme } from '../../src/panel/theme/show-theme';
import { EMPTY_LOG, type Log } from '../../src/protocol/log';
import { manyFacts } from './many';
import { shopFacts } from './shop';

// The panel as a plain page on facts made here, for looking at it and for measuring it:
// ?facts=shop|none|<number of requests>, &theme=light|dark, &state=paused|permission|gone
const asked = new URLSearchParams(location.search);
const theme = asked.get('theme');
showTheme(theme === 'light' || theme === 'dark' ? theme : null);

const kind = asked.get('facts') ?? 'shop';
const facts = kind === 'shop' ? shopFacts() : kind === 'none' ? [] : manyFacts(Number(kind));
const state = asked.get('state');
let log: Log = {
  ...EMPTY_LOG,
  epoch: 'test',
  facts,
  seq: facts.at(-1)?.seq ?? 0,
  recording: state !== 'paused',
  missing: state === 'permission' ? ['https://shop.example/*'] : [],
};

const recording = new Recording((publish) => requestAnimationFrame(publish));
const root = document.getElementById('root');
if (root) {
  start(root, {
    recording,
    doing: {
      record(on) {
        log = { ...log, recording: on };
        recording.take(log);
      },
      clear: () => recording.clear(),
      reload: () => undefined,
      grant: () => undefined,
      copy: async (text) => {
        document.body.dataset.copied = text;
      },
    },
  });
}
recording.take(log);
if (state === 'gone') recording.linked('gone');
Object.assign(globalThis, { recording, log });
