import type { Fact } from '../../../analysis/facts/fact';
import type { ExportedText, RecordingFormatId } from '../../../formats/export-recording';
import type { Imported } from '../../../formats/import-file';
import type { ReadProgress } from '../../../formats/reading/read-progress';
import type { IgnoredFinding } from '../../../formats/recording/own-recording';

/** What the worker is asked, once. */
export type Job =
  /** `key`: of the digests of the recording that the file becomes. */
  | { readonly kind: 'import'; readonly file: Blob; readonly key: string }
  /** `key`: of the recording's digests, null = not known; `redactionKey`: made for this file alone, null = values are written. */
  | {
      readonly kind: 'export';
      readonly facts: readonly Fact[];
      readonly format: RecordingFormatId;
      readonly key: string | null;
      readonly redactionKey: string | null;
      readonly ignored: readonly IgnoredFinding[];
    };

/** What it answers: any number of `progress`, then of `facts`, then one of the others. */
export type JobAnswer =
  | { readonly kind: 'progress'; readonly progress: ReadProgress }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** The facts of a recording came before, and are not in it. */
  | { readonly kind: 'imported'; readonly imported: Imported }
  | { readonly kind: 'exported'; readonly exported: ExportedText }
  | { readonly kind: 'failed'; readonly words: string };
