import type { Fact } from '../../src/analysis/facts/fact';
import { concluderOf } from '../../src/panel/conclude/in-browser';
import { Recording } from '../../src/panel/recording';
import { showChosenTheme } from '../../src/panel/settings/show-chosen-theme';
import { start } from '../../src/panel/start';
import { useChoices } from '../../src/panel/store';
import { EMPTY_LOG, type Log } from '../../src/protocol/log';
import { pseudo } from '../../src/words/catalogue';
import { fullJar } from './full-jar';
import { Traffic } from './many';
import { shopFacts } from './shop';

// The panel as a plain page on facts made here, for looking at it and for measuring it:
// ?facts=shop|none|<number of requests>, &theme=light|dark, &state=paused|permission|gone, &view=…, &pseudo
const asked = new URLSearchParams(location.search);
const theme = asked.get('theme');
showChosenTheme((show) => show(theme === 'light' || theme === 'dark' ? theme : null));

// Every message of the catalogue stands in marks then: what a reader meets without them was written elsewhere.
if (asked.has('pseudo')) pseudo((message) => `⟦${message}⟧`);

const kind = asked.get('facts') ?? 'shop';
const state = asked.get('state');
const view = asked.get('view');
if (view) useChoices.getState().show(view as 'flow');

let log: Log = {
  ...EMPTY_LOG,
  epoch: 'test',
  facts: kind === 'shop' ? shopFacts() : kind === 'none' ? [] : new Traffic().next(Number(kind)),
  recording: state !== 'paused',
  missing: state === 'permission' ? ['https://shop.example/*'] : [],
};

const recording = new Recording((publish) => requestAnimationFrame(publish));
const concluder = concluderOf(recording);
const root = document.getElementById('root');
if (root) {
  start(root, {
    recording,
    concluder,
    doing: {
      record(on) {
        log = { ...log, recording: on };
        recording.take(log);
      },
      clear: () => recording.clear(),
      reload: () => undefined,
      grant: () => undefined,
      network: async () => false,
      copy: async (text) => {
        document.body.dataset.copied = text;
      },
    },
  });
}
recording.take(log);
if (state === 'gone') recording.linked('gone');

/** What bench/panel.ts drives: facts that arrive, all at once or a few at a time. */
let traffic = new Traffic();
const bench = {
  /** The facts of so many further requests. */
  facts: (requests: number) => traffic.next(requests),
  /** A recording with so many cookies in the jar. */
  jar: (cookies: number) => fullJar(cookies),
  anew() {
    traffic = new Traffic();
  },
  begin(facts: readonly Fact[]) {
    log = { ...log, facts: [...facts] };
    recording.take(log);
  },
  more(facts: readonly Fact[]) {
    (log.facts as Fact[]).push(...facts);
    recording.take({ ...log });
  },
  clear: () => recording.clear(),
};
export type PanelBench = typeof bench;
Object.assign(globalThis, { bench });
