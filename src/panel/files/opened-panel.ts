import { instant } from '../../analysis/engine/base/units';
import { bareLack, type ReadRecording } from '../../formats/recording/read-recording';
import { faultsText, lackText } from '../../formats/sentences';
import { EMPTY_LOG, type RecordingLog } from '../../protocol/recording-log';
import { analysisOf } from '../analysis-scheduler/in-browser';
import { recordingInBrowser } from '../recording/in-browser';
import { judgeBySetting } from '../state/apply-third-party-setting';
import type { BeforeClear } from '../state/before-clear';
import type { Panel } from '../state/panel-context';
import { withoutBrowser } from '../state/without-browser';

/** Long after the last fact: what waits for the browser's word gets none. */
const LATER = 60_000;

/** What the panel on a file is made of. */
interface OpenedFile {
  readonly name: string;
  readonly read: ReadRecording;
  /** Key of the digests in the facts. */
  readonly key: string;
  readonly copy: Panel['actions']['copy'];
}

/** The panel on the recording of a file. No browser stands behind it: it can only be looked at. */
export function openedPanel({ name, read, key, copy }: OpenedFile): Panel {
  const notes = [...read.lacks.map(lackText), ...faultsText(read.faulty, read.faults)];
  const lack = bareLack(read.lacks);
  const bare = lack === null ? null : lackText(lack);
  const { writer, ignored = [] } = read;
  return panelOn({ ...EMPTY_LOG, facts: read.facts, key }, copy, (end) => ({
    kind: 'file',
    name,
    writer,
    notes,
    bare,
    ignored,
    end,
  }));
}

/** The panel on what was cleared, which can only be looked at too. */
export function clearedPanel({ log }: BeforeClear, copy: Panel['actions']['copy']): Panel {
  // Corrected lines, protections and problems are those of now.
  const { facts, cleared, dropped, thirdParty, key } = log;
  return panelOn({ ...EMPTY_LOG, facts, cleared, dropped, thirdParty, key }, copy, (end) => ({ kind: 'cleared', end }));
}

function panelOn(log: RecordingLog, copy: Panel['actions']['copy'], sourceOf: (end: () => void) => Panel['source']): Panel {
  const recording = recordingInBrowser();
  const end = judgeBySetting(recording);
  const last = log.facts.reduce((latest, { at }) => Math.max(latest, at), 0);
  recording.subscribe(() => recording.settle(instant(last + LATER)));
  recording.take(log);
  return {
    source: sourceOf(end),
    recording,
    analysis: analysisOf(recording),
    actions: withoutBrowser(copy),
    localStore: null,
  };
}
