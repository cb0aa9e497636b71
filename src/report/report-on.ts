import { importFile } from '../formats/import-file';
import { bareLack } from '../formats/recording/read-recording';
import { faultsText, lackText, refusalText } from '../formats/sentences';
import { say } from '../words/catalogue';
import type { AnalysisOptions } from './model/analysed';
import type { ReportedRecording } from './model/report-schema';
import { reportedRecording } from './model/reported-recording';

export type FileReport =
  | { readonly kind: 'reported'; readonly recording: ReportedRecording }
  /** `no-cookies`: it is a recording from which the cookies were taken out, so that nothing can be said. */
  | { readonly kind: 'refused'; readonly cause: 'unreadable' | 'no-cookies'; readonly why: string };

/**
 * Reports on a HAR, a trace or a recording of ours. Nothing is thrown: a file that is none of them is refused with the reason.
 * @param file its name, for the report
 */
export function reportOn(octets: Uint8Array, file: string, options: AnalysisOptions): FileReport {
  const imported = importFile(octets, options.digest);
  if (imported.kind === 'refused') return { kind: 'refused', cause: 'unreadable', why: refusalText(imported) };
  if (imported.kind === 'cookies') return { kind: 'refused', cause: 'unreadable', why: say('audit.cookies') };
  const bare = bareLack(imported.lacks);
  if (bare !== null) return { kind: 'refused', cause: 'no-cookies', why: lackText(bare) };
  const notes = [...faultsText(imported.faulty, imported.faults), ...imported.lacks.map(lackText)];
  const recording = reportedRecording(imported.facts, { file, notes }, options);
  return recording === null
    ? { kind: 'refused', cause: 'unreadable', why: say('audit.no-page') }
    : { kind: 'reported', recording };
}
