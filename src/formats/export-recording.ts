import type { Fact } from '../analysis/facts/fact';
import { harText } from './har/write-har';
import { exchangesIn, markdownText } from './recording/markdown';
import { mermaidText } from './recording/mermaid';
import { exportedRecording, type RecordingExportOptions, recordingText } from './recording/own-recording';
import { svgText } from './recording/svg-diagram';
import type { Receipt } from './redaction/receipt';

/** In the order in which they are offered. */
export const RECORDING_FORMATS = ['recording', 'har', 'markdown', 'svg', 'mermaid'] as const;
export type RecordingFormatId = (typeof RECORDING_FORMATS)[number];

/** What a format of recordings cannot carry. */
export type RecordingLoss = 'digests-key' | 'har-values-field' | 'not-importable';

export const recordingLosses = (id: RecordingFormatId, hasValues: boolean): readonly RecordingLoss[] => [
  ...(id === 'recording' || id === 'har' ? (['digests-key'] as const) : (['not-importable'] as const)),
  ...(id === 'har' && hasValues ? (['har-values-field'] as const) : []),
];

/** The text of a file, with the receipt of what was taken out; null = nothing was. */
export interface ExportedText {
  readonly text: string;
  readonly receipt: Receipt | null;
}

/** A recording as the text of a file. */
export function exportRecording(facts: readonly Fact[], id: RecordingFormatId, options: RecordingExportOptions): ExportedText {
  const { recording, receipt } = exportedRecording(facts, options);
  switch (id) {
    case 'recording':
      return { text: recordingText(recording), receipt };
    case 'har':
      return { text: harText(recording), receipt };
    case 'markdown':
      return { text: markdownText(recording), receipt };
    case 'svg':
      return { text: svgText(exchangesIn(recording)), receipt };
    case 'mermaid':
      return { text: `${mermaidText(exchangesIn(recording))}\n`, receipt };
    default:
      return id satisfies never;
  }
}
