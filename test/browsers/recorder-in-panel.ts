import type { Fact } from '../../src/analysis/facts/fact';
import type { RecorderHandle, RecordingLog } from '../../src/protocol/recording-log';
import type { DrivenPanel } from './driven';

/** The recorder of a panel's tab, as the panel's own page has it. */
export interface RecorderInPanel {
  /** The recording, but its facts. */
  log(): Promise<Omit<RecordingLog, 'facts'>>;
  /** The facts from an index on. */
  facts(from?: number): Promise<readonly Fact[]>;
  call(action: 'clear' | 'readJar'): Promise<void>;
}

/** Reads and calls the recorder in the document of a panel that is open. */
export function recorderIn(panel: DrivenPanel): RecorderInPanel {
  return {
    log: async () => JSON.parse((await panel.evaluate(readRecorder, 'log', 0)) as string),
    facts: async (from = 0) => JSON.parse((await panel.evaluate(readRecorder, 'facts', from)) as string),
    call: async (action) => {
      await panel.evaluate(readRecorder, action, 0);
    },
  };
}

interface PanelScope {
  /** Firefox's driver sees a page through a wrapper that hides what the page has put there. */
  readonly wrappedJSObject?: PanelScope;
  readonly cookieFlowRecorder?: RecorderHandle;
}

// Runs in the panel's document, so it stands alone. A panel that was not given its recorder yet has no facts.
function readRecorder(what: 'log' | 'facts' | 'clear' | 'readJar', from: number): string {
  const scope = window as unknown as PanelScope;
  const recorder = (scope.wrappedJSObject ?? scope).cookieFlowRecorder;
  if (!recorder) return what === 'facts' ? '[]' : 'null';
  if (what === 'clear' || what === 'readJar') {
    recorder[what]();
    return 'null';
  }
  let text = 'null';
  // Called at once, with the log as it is.
  recorder.follow((log) => {
    text = JSON.stringify(what === 'log' ? { ...log, facts: [] } : log.facts.slice(from));
  })();
  return text;
}
