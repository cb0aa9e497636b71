import { instant } from '../../analysis/engine/base/units';
import { bareLack, type ReadRecording } from '../../formats/recording/read-recording';
import { faultsText, lackText } from '../../formats/sentences';
import { EMPTY_LOG } from '../../protocol/recording-log';
import { analysisOf } from '../analysis-scheduler/in-browser';
import { recordingInBrowser } from '../recording/in-browser';
import { judgeBySetting } from '../state/apply-third-party-setting';
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
  const recording = recordingInBrowser();
  const end = judgeBySetting(recording);
  const last = read.facts.reduce((latest, { at }) => Math.max(latest, at), 0);
  recording.subscribe(() => recording.settle(instant(last + LATER)));
  recording.take({ ...EMPTY_LOG, facts: read.facts, key });
  const notes = [...read.lacks.map(lackText), ...faultsText(read.faulty, read.faults)];
  const lack = bareLack(read.lacks);
  const bare = lack === null ? null : lackText(lack);
  return {
    source: { kind: 'file', name, writer: read.writer, notes, bare, ignored: read.ignored ?? [], end },
    recording,
    analysis: analysisOf(recording),
    actions: withoutBrowser(copy),
    localStore: null,
  };
}
