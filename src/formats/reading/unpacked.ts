import { Gunzip, Unzip, UnzipInflate, Unzlib } from 'fflate';
import { LARGEST } from './decoded-text';
import { type Refusal, refusalOf } from './fault';

/** A file of an archive. */
export interface UnpackedFile {
  readonly name: string;
  readonly octets: Uint8Array;
}

export interface Unpacked {
  readonly kind: 'files';
  readonly files: readonly UnpackedFile[];
}

/** A trace has some dozens; each may be a recording of its own. */
const MOST_FILES = 64;

/**
 * The files of a zip archive that are wanted, or the one that a gzip or zlib file (mitmproxy's `.zhar`) holds. Octets are
 * counted while they are unpacked: an archive of a kilobyte can hold a gigabyte. Null = the file is no archive.
 * @param largest octets of all of them together; beyond it the archive is refused
 */
export function unpacked(
  octets: Uint8Array,
  isWanted: (name: string) => boolean,
  largest: number = LARGEST,
): Unpacked | Refusal | null {
  const [a = 0, b = 0, c = 0, d = 0] = octets;
  try {
    if (a === 0x50 && b === 0x4b && (c === 3 || c === 5) && (d === 4 || d === 6)) return unzipped(octets, isWanted, largest);
    if (a === 0x1f && b === 0x8b) return inflated(octets, new Gunzip(), largest);
    if (a === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(b) && (a * 256 + b) % 31 === 0)
      return inflated(octets, new Unzlib(), largest);
  } catch {
    return refusalOf('damaged-archive');
  }
  return null;
}

function unzipped(octets: Uint8Array, isWanted: (name: string) => boolean, largest: number): Unpacked | Refusal {
  const budget = { left: largest };
  const found: { readonly name: string; readonly parts: Uint8Array[] }[] = [];
  let broken = false;
  const unzip = new Unzip((file) => {
    if (!isWanted(file.name) || found.length >= MOST_FILES) return;
    const parts: Uint8Array[] = [];
    found.push({ name: file.name, parts });
    file.ondata = (error, part) => {
      if (error) broken = true;
      else if (spend(budget, part)) parts.push(part);
      else file.terminate();
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < octets.length && budget.left > 0; at += CHUNK)
    unzip.push(octets.subarray(at, at + CHUNK), at + CHUNK >= octets.length);
  if (budget.left <= 0) return refusalOf('too-large');
  if (broken) return refusalOf('damaged-archive');
  return { kind: 'files', files: found.map(({ name, parts }) => ({ name, octets: joined(parts) })) };
}

function inflated(octets: Uint8Array, stream: Gunzip | Unzlib, largest: number): Unpacked | Refusal {
  const budget = { left: largest };
  const parts: Uint8Array[] = [];
  stream.ondata = (part) => void (spend(budget, part) && parts.push(part));
  for (let at = 0; at < octets.length && budget.left > 0; at += CHUNK)
    stream.push(octets.subarray(at, at + CHUNK), at + CHUNK >= octets.length);
  if (budget.left <= 0) return refusalOf('too-large');
  return { kind: 'files', files: [{ name: '', octets: joined(parts) }] };
}

/** Small enough that what comes of one piece (a thousandfold at most) fits. */
const CHUNK = 64 * 1024;

function spend(budget: { left: number }, { length }: Uint8Array): boolean {
  budget.left -= length;
  return budget.left > 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
