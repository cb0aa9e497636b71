import { type BigIntStats, readFileSync, statSync, writeFileSync } from 'node:fs';
import { RunError, UsageError } from './command';

const MEANING: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EISDIR: 'it is a folder, not a file',
  ENOSPC: 'the disk is full',
  EEXIST: 'there is a file of that name',
  EMFILE: 'too many files are open',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of its path is not a folder',
};

/** Octets of a file, or what stands in the way. */
export function octetsOrProblem(file: string): Uint8Array | string {
  try {
    return readFileSync(file);
  } catch (error) {
    return meaningOf(error);
  }
}

/** Octets of a file. @throws RunError with what stands in the way */
export function readOctets(file: string): Uint8Array {
  const octets = octetsOrProblem(file);
  if (typeof octets === 'string') throw new RunError(`${file} cannot be read: ${octets}.`);
  return octets;
}

/** JSON of a file. @throws RunError */
export function readJson(file: string): unknown {
  const octets = readOctets(file);
  try {
    return JSON.parse(new TextDecoder().decode(octets));
  } catch (error) {
    throw new RunError(`${file} is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

/** Writes a file that only its owner may read. @throws RunError */
export function writeContent(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content, { mode: 0o600 });
  } catch (error) {
    throw new RunError(`${file} cannot be written: ${meaningOf(error)}.`);
  }
}

/** What a command reads is not written over: a recording cannot be made again. @throws UsageError */
export function notOver(read: readonly string[], written: readonly (string | null)[]): void {
  const files = new Set(read.flatMap((file) => identity(file) ?? []));
  const same = written.find((file) => file !== null && files.has(identity(file) ?? ''));
  if (same !== undefined) throw new UsageError(`${same} would be written over what is read from it: name another file.`);
}

/** The same for all names of one regular file; null = there is none of that name, so that nothing can be lost. */
function identity(file: string): string | null {
  const found = statusOf(file);
  return found?.isFile() === true ? `${found.dev} ${found.ino}` : null;
}

/** What the file system knows of a file; null = nothing, as of an address, however long. */
export function statusOf(file: string): BigIntStats | null {
  try {
    return statSync(file, { bigint: true });
  } catch {
    return null;
  }
}

/** What the error of a file means. */
export const meaningOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return MEANING[code] ?? (error instanceof Error ? error.message : String(error));
};
