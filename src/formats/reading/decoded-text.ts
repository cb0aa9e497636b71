import { type Refusal, refusalOf } from './fault';

/** Beyond this a file is not read: its text alone would take half a gigabyte. */
export const LARGEST = 256 * 1024 * 1024;

/** What was unusual about a file's octets. */
type TextNote = 'utf-16' | 'not-utf-8';

export interface DecodedText {
  readonly kind: 'text';
  readonly text: string;
  readonly notes: readonly TextNote[];
}

/** The text of a file: UTF-8 or UTF-16 with or without a byte order mark; what is neither is read as windows-1252, and noted. */
export function decodedText(octets: Uint8Array): DecodedText | Refusal {
  if (octets.length === 0) return refusalOf('empty');
  if (octets.length > LARGEST) return refusalOf('too-large');
  const wide = utf16In(octets);
  if (wide !== null) return { kind: 'text', text: new TextDecoder(wide).decode(octets), notes: ['utf-16'] };
  if (octets.subarray(0, 1024).includes(0)) return refusalOf('binary');
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(octets), notes: [] };
  } catch {
    return { kind: 'text', text: new TextDecoder('windows-1252').decode(octets), notes: ['not-utf-8'] };
  }
}

/** By its mark, or by where the zeros of its first characters stand. */
function utf16In([a, b, c, d]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0 && c !== 0 && d === 0)) return 'utf-16le';
  return (a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && c === 0 && d !== 0) ? 'utf-16be' : null;
}
