import type { RecordingLog } from '../../src/protocol/recording-log';
import type { Recorder } from '../../src/recorder/recorder';

/** A panel that follows its tab's recorder. */
export interface WorldPanel {
  readonly log: RecordingLog;
  readonly links: readonly RecordingLog['link'][];
  readonly recorder: Recorder;
  close(): void;
}
