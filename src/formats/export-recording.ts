import type { Fact } from '../analysis/facts/fact';
import { harText } from './har/write-har';
import { exchangesIn, markdownText } from './recording/markdown';
import { mermaidText } from './recording/mermaid';
import { exportedRecording, type OwnRecording, type RecordingExportOptions, recordingText } from './recording/own-recording';
import { reportArchive } from './recording/report-archive';
import { svgText } from './recording/svg-diagram';
import type { Receipt } from './redaction/receipt';

/** In the order in which they are offered. */
export const RECORDING_FORMATS = ['recording', 'har', 'markdown', 'report', 'svg', 'mermaid'] as const;
export type RecordingFormatId = (typeof RECORDING_FORMATS)[number];

/** What a format of recordings cannot carry. */
export type RecordingLoss = 'digests-key' | 'har-values-field' | 'not-importable' | 'diagram-mermaid' | 'diagram-beside';

export const recordingLosses = (id: RecordingFormatId, hasValues: boolean): readonly RecordingLoss[] => [
  ...(id === 'recording' || id === 'har' ? (['digests-key'] as const) : (['not-importable'] as const)),
  ...(id === 'har' && hasValues ? (['har-values-field'] as const) : []),
  ...(id === 'markdown' ? (['diagram-mermaid'] as const) : []),
  ...(id === 'report' ? (['diagram-beside'] as const) : []),
];

/** The text of a file, with the receipt of what was taken out; null = nothing was. */
export interface ExportedText {
  readonly text: string;
  /** The zip archive that is the file, where the text is only one of several in it; null = the text is the file. */
  readonly archive: Uint8Array<ArrayBuffer> | null;
  readonly receipt: Receipt | null;
}

/** A recording as the text of a file. */
export function exportRecording(facts: readonly Fact[], id: RecordingFormatId, options: RecordingExportOptions): ExportedText {
  const { recording, receipt } = exportedRecording(facts, options);
  return { archive: null, ...writtenAs(id, recording), receipt };
}

function writtenAs(id: RecordingFormatId, recording: OwnRecording): Pick<ExportedText, 'text'> & Partial<ExportedText> {
  switch (id) {
    case 'recording':
      return { text: recordingText(recording) };
    case 'har':
      return { text: harText(recording) };
    case 'markdown':
      return { text: markdownText(recording, null) };
    case 'report':
      return reportArchive(recording);
    case 'svg':
      return { text: svgText(exchangesIn(recording)) };
    case 'mermaid':
      return { text: `${mermaidText(exchangesIn(recording))}\n` };
    default:
      return id satisfies never;
  }
}
