import type { Digest } from '../../analysis/facts/digest';
import type { Fact } from '../../analysis/facts/fact';
import { importFile } from '../../formats/import-file';
import { bareLack } from '../../formats/recording/read-recording';
import { faultsText, lackText, refusalText } from '../../formats/sentences';
import { say } from '../../words/catalogue';
import { RunError } from './command';
import { readOctets } from './files';

export interface RecordingFile {
  readonly facts: readonly Fact[];
  /** What the file lacks, and what in it was not read. */
  readonly notes: readonly string[];
  /** Why there are no cookies in it that could be looked at; null = there are. */
  readonly bare: string | null;
}

/** The recording in a file. @throws RunError where it cannot be read, or holds none */
export function readRecordingFile(file: string, digest: Digest): RecordingFile {
  const imported = importFile(readOctets(file), digest);
  if (imported.kind === 'refused') throw new RunError(`${file}: ${refusalText(imported)}`);
  if (imported.kind === 'cookies') throw new RunError(`${file}: ${say('audit.cookies')}`);
  const { facts, faulty, faults, lacks } = imported;
  const bare = bareLack(lacks);
  return { facts, notes: [...faultsText(faulty, faults), ...lacks.map(lackText)], bare: bare === null ? null : lackText(bare) };
}
