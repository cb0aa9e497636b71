import type { Fact } from '../../src/analysis/facts/fact';
import type { RecorderHandle, RecordingLog } from '../../src/protocol/recording-log';
import type { DrivenPanel } from './driven';

/** The recorder of a panel's tab, as the panel's own page has it. */
export interface RecorderInPanel {
  /** The recording, but its facts. */
  log(): Promise<Omit<RecordingLog, 'facts'>>;
  /** All facts; only those that are new since the last call cross from the page. */
  facts(): Promise<readonly Fact[]>;
  call(action: 'clear' | 'readJar'): Promise<void>;
}

/** Reads and calls the recorder in the document of a panel that is open. */
export function recorderIn(panel: DrivenPanel): RecorderInPanel {
  let known: FactsRead = { list: 0, facts: [] };
  return {
    log: async () => JSON.parse(await panel.evaluate(readLog)),
    facts: async () => {
      const { list, facts }: FactsRead = JSON.parse(await panel.evaluate(readFacts, known.list, known.facts.length));
      known = { list, facts: list === known.list ? [...known.facts, ...facts] : facts };
      return known.facts;
    },
    call: (action) => panel.evaluate(callRecorder, action),
  };
}

interface FactsRead {
  /** Names a list, which grows in place: see `RecordingLog`. */
  readonly list: number;
  readonly facts: readonly Fact[];
}

interface PanelScope {
  /** Firefox's driver sees a page through a wrapper that hides what the page has put there. */
  readonly wrappedJSObject?: PanelScope;
  readonly cookieFlowRecorder?: RecorderHandle;
}

// These run in the panel's document, so each stands alone. A recorder calls who follows at once, with the log as it is.

function readLog(): string {
  const scope = window as unknown as PanelScope;
  let text = 'null';
  (scope.wrappedJSObject ?? scope).cookieFlowRecorder?.follow((log) => {
    text = JSON.stringify({ ...log, facts: [] });
  })();
  return text;
}

/** The facts of a list from an index on; all, if it is another list by now. A panel without a recorder has none yet. */
function readFacts(list: number, from: number): string {
  const scope = window as unknown as PanelScope;
  let text = JSON.stringify({ list: 0, facts: [] });
  (scope.wrappedJSObject ?? scope).cookieFlowRecorder?.follow(({ facts }) => {
    const named = facts as typeof facts & { readAs?: number };
    named.readAs ??= Math.random();
    text = JSON.stringify({ list: named.readAs, facts: named.readAs === list ? facts.slice(from) : facts });
  })();
  return text;
}

function callRecorder(action: 'clear' | 'readJar'): void {
  const scope = window as unknown as PanelScope;
  (scope.wrappedJSObject ?? scope).cookieFlowRecorder?.[action]();
}
