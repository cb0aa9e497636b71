import type { Digest } from '../../analysis/facts/digest';
import type { Fact } from '../../analysis/facts/fact';
import { importFile } from '../../formats/import-file';
import { faultsText, lackText, refusalText } from '../../formats/sentences';
import { say } from '../../words/catalogue';
import { RunError } from './command';
import { readOctets } from './files';

export interface RecordingFile {
  readonly facts: readonly Fact[];
  /** What the file lacks, and what in it was not read. */
  readonly notes: readonly string[];
}

/** The recording in a file. @throws RunError where it cannot be read, or holds none */
export function readRecordingFile(file: string, digest: Digest): RecordingFile {
  const imported = importFile(readOctets(file), digest);
  if (imported.kind === 'refused') throw new RunError(`${file}: ${refusalText(imported)}`);
  if (imported.kind === 'cookies') throw new RunError(`${file}: ${say('audit.cookies')}`);
  return { facts: imported.facts, notes: [...faultsText(imported.faulty, imported.faults), ...imported.lacks.map(lackText)] };
}
