import { readFileSync, writeFileSync } from 'node:fs';
import { RunError } from './command';

const MEANING: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EISDIR: 'it is a folder, not a file',
  ENOSPC: 'the disk is full',
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
export function writeText(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600 });
  } catch (error) {
    throw new RunError(`${file} cannot be written: ${meaningOf(error)}.`);
  }
}

/** What the error of a file means. */
export const meaningOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return MEANING[code] ?? (error instanceof Error ? error.message : String(error));
};
