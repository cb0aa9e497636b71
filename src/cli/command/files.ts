import {
  accessSync,
  type BigIntStats,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { LARGEST } from '../../formats/reading/decoded-text';
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

const STANDARD_INPUT = 0;
const CHUNK = 65_536;
const TOO_LARGE = `it is larger than ${LARGEST / 1024 / 1024} MB, more than is read`;

/** Octets of a file, or what stands in the way. */
export function octetsOrProblem(file: string): Uint8Array | string {
  try {
    const found = statSync(file);
    if (found.size > LARGEST) return TOO_LARGE;
    return found.isFile() || found.isDirectory() ? readFileSync(file) : streamed(file);
  } catch (error) {
    return meaningOf(error);
  }
}

/** What a pipe or a device gives until it ends; one that does not end is a problem. */
function streamed(file: string | typeof STANDARD_INPUT): Uint8Array | string {
  const descriptor = file === STANDARD_INPUT ? file : openSync(file, 'r');
  try {
    const chunks: Uint8Array[] = [];
    for (let total = 0; total <= LARGEST; total += chunks.at(-1)?.length ?? 0) {
      const chunk = new Uint8Array(CHUNK);
      const length = readSync(descriptor, chunk);
      if (length === 0) return Buffer.concat(chunks);
      chunks.push(chunk.slice(0, length));
    }
    return TOO_LARGE;
  } finally {
    if (descriptor !== STANDARD_INPUT) closeSync(descriptor);
  }
}

/** The text of standard input. @throws RunError */
export function readStandardInput(): string {
  let problem: string;
  try {
    const octets = streamed(STANDARD_INPUT);
    if (typeof octets !== 'string') return new TextDecoder().decode(octets);
    problem = octets;
  } catch (error) {
    problem = meaningOf(error);
  }
  throw new RunError(`standard input cannot be read: ${problem}.`);
}

/** Octets of a file. @throws RunError with what stands in the way */
export function readOctets(file: string): Uint8Array {
  const octets = octetsOrProblem(file);
  if (typeof octets === 'string') throw new RunError(`${file} cannot be read: ${octets}.`);
  return octets;
}

/** For a file that may be too large to be read at once. @throws RunError with what stands in the way of reading it */
export function beReadable(file: string): void {
  try {
    if (statSync(file).isDirectory()) throw new RunError(`${file} cannot be read: ${MEANING.EISDIR}.`);
    accessSync(file, constants.R_OK);
  } catch (error) {
    throw error instanceof RunError ? error : new RunError(`${file} cannot be read: ${meaningOf(error)}.`);
  }
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

/** Makes a folder and those above it, where they are not there. @throws RunError */
export function makeFolder(folder: string): void {
  try {
    makeEach(resolve(folder));
  } catch (error) {
    throw new RunError(`${folder} cannot be made: ${meaningOf(error)}.`);
  }
}

/** Not by `recursive`, with which Node never ends below a folder such as /proc, which is there and takes none. */
function makeEach(folder: string): void {
  if (statusOf(folder)?.isDirectory() === true) return;
  if (folder !== dirname(folder)) makeEach(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another run may have made it meanwhile.
    if (statusOf(folder)?.isDirectory() !== true) throw error;
  }
}

/** Looks whether a file can be written, before the work whose result it gets. @throws RunError */
export function beWritable(file: string): void {
  const found = statusOf(file);
  try {
    if (found?.isDirectory() === true) throw new RunError(`${file} cannot be written: ${MEANING.EISDIR}.`);
    accessSync(found === null ? dirname(file) : file, constants.W_OK);
  } catch (error) {
    throw error instanceof RunError ? error : new RunError(`${file} cannot be written: ${meaningOf(error)}.`);
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
