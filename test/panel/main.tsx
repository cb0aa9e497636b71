import type { Fact } from '../../src/analysis/facts/fact';
import { analysisOf } from '../../src/panel/analysis-scheduler/in-browser';
import { recordingInBrowser } from '../../src/panel/recording/in-browser';
import { start } from '../../src/panel/start';
import { showChosenTheme } from '../../src/panel/state/apply-theme';
import { holdBeforeClear } from '../../src/panel/state/before-clear';
import { useChoices } from '../../src/panel/state/choices';
import { EMPTY_LOG, type RecordingLog } from '../../src/protocol/recording-log';
import { pseudo } from '../../src/words/catalogue';
import { type Account, accountRequests } from './account-requests';
import { fullJar } from './full-jar';
import { Traffic } from './many';
import { memoryStore } from './memory-store';
import { shopFacts } from './shop';
import { signedOutFacts } from './signed-out';

// The panel as a plain page on facts made here, for looking at it and for measuring it:
// ?facts=shop|signed-out|none|<number of requests>, &theme=light|dark, &state=paused|permission|gone, &view=…, &pseudo
const asked = new URLSearchParams(location.search);
const theme = asked.get('theme');
showChosenTheme((show) => show(theme === 'light' || theme === 'dark' ? theme : null));

// Every message of the catalogue stands in marks then: what a reader meets without them was written elsewhere.
if (asked.has('pseudo')) pseudo((message) => `⟦${message}⟧`);

const kind = asked.get('facts') ?? 'shop';
const state = asked.get('state');
const view = asked.get('view');
if (view) useChoices.getState().show(view as 'flow');

let log: RecordingLog = {
  ...EMPTY_LOG,
  facts: factsOfKind(kind),
  recording: state !== 'paused',
  link: state === 'gone' ? 'gone' : 'connected',
  missing: state === 'permission' ? ['https://shop.example/*'] : [],
};

function factsOfKind(kind: string): RecordingLog['facts'] {
  switch (kind) {
    case 'shop':
      return shopFacts();
    case 'signed-out':
      return signedOutFacts();
    case 'none':
      return [];
    default:
      return new Traffic().next(Number(kind));
  }
}

const recording = recordingInBrowser();
const analysis = analysisOf(recording);
const root = document.getElementById('root');
if (root) {
  start(root, {
    source: { kind: 'live' },
    recording,
    analysis,
    localStore: memoryStore(),
    actions: {
      record(on) {
        log = { ...log, recording: on };
        recording.take(log);
      },
      clear() {
        holdBeforeClear(recording, Date.now());
        recording.clear();
      },
      write: async (writes) => writes.map(() => null),
      override: () => undefined,
      endOverride: () => undefined,
      protect: () => undefined,
      endProtection: () => undefined,
      reload: () => undefined,
      grant: () => undefined,
      askThirdParty: () => undefined,
      trace: () => undefined,
      repeat: async () => ({ kind: 'failed', text: 'There is no browser.' }),
      network: async () => false,
      source: async () => false,
      copy: async (text) => {
        document.body.dataset.copied = text;
      },
    },
  });
}
recording.take(log);

/** What bench/panel.ts drives: facts that arrive, all at once or a few at a time. */
let traffic = new Traffic();
const bench = {
  /** The facts of so many further requests. */
  facts: (requests: number) => traffic.next(requests),
  /** A recording with so many cookies in the jar. */
  jar: (cookies: number) => fullJar(cookies),
  /** @param account requests to an account among the others; absent = none */
  anew(account?: Account) {
    traffic = account === undefined ? new Traffic() : new Traffic(accountRequests(account));
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
  /** How many rows are listed. */
  rows: () => recording.recorded.rows.length - recording.recorded.from,
  /** Whether what is known of the recording as a whole is known of all of it. */
  isAnalyzed: () => analysis.isCurrent,
  /** How often cookies were found to be the cause of what went wrong. */
  incidents: () => analysis.result?.incidents.all.reduce((sum, { times }) => sum + times, 0) ?? 0,
};
export type PanelBench = typeof bench;
Object.assign(globalThis, { bench });
