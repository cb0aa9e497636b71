import type { Bytes } from './units';

const REPLACEMENT = 0xfffd;

/**
 * The UTF-8 octets of a text.
 * @param text any string; a lone surrogate becomes U+FFFD, as the Encoding standard has it
 */
export function bytes(text: string): Bytes {
  let ascii = true;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 0x7f) {
      ascii = false;
      break;
    }
  }
  if (ascii) return text as Bytes;
  let out = '';
  for (const char of text) {
    const point = char.codePointAt(0) ?? REPLACEMENT;
    out += encodePoint(point >= 0xd800 && point <= 0xdfff ? REPLACEMENT : point);
  }
  return out as Bytes;
}

/**
 * A string that already holds one octet a character (Firefox's webRequest headers).
 * Characters above 255 cannot be octets; such a string is taken as text and encoded.
 */
export function bytesOfLatin1(chars: string): Bytes {
  for (let i = 0; i < chars.length; i++) {
    if (chars.charCodeAt(i) > 0xff) return bytes(chars);
  }
  return chars as Bytes;
}

/** Octets given as numbers (Chromium's `binaryValue`). Numbers are taken modulo 256. */
export function bytesOfArray(values: readonly number[]): Bytes {
  let out = '';
  for (const value of values) out += String.fromCharCode(value & 0xff);
  return out as Bytes;
}

/** The octets as numbers. */
export const arrayOfBytes = (octets: Bytes): Uint8Array<ArrayBuffer> => Uint8Array.from(octets, (char) => char.charCodeAt(0));

/**
 * The text of UTF-8 octets, for display. Invalid sequences become U+FFFD.
 * @see https://encoding.spec.whatwg.org/#utf-8-decoder
 */
export function text(octets: Bytes): string {
  let plain = true;
  for (let i = 0; i < octets.length; i++) {
    if (octets.charCodeAt(i) > 0x7f) {
      plain = false;
      break;
    }
  }
  if (plain) return octets;
  let out = '';
  for (let i = 0; i < octets.length; ) {
    const { point, size } = decodePoint(octets, i);
    out += String.fromCodePoint(point);
    i += size;
  }
  return out;
}

/** Whether the octets are valid UTF-8. */
export function isUtf8(octets: Bytes): boolean {
  for (let i = 0; i < octets.length; ) {
    const { point, size, valid } = decodePoint(octets, i);
    if (!valid && point === REPLACEMENT) return false;
    i += size;
  }
  return true;
}

function encodePoint(point: number): string {
  if (point < 0x80) return String.fromCharCode(point);
  if (point < 0x800) return String.fromCharCode(0xc0 | (point >> 6), tail(point));
  if (point < 0x10000) return String.fromCharCode(0xe0 | (point >> 12), tail(point >> 6), tail(point));
  return String.fromCharCode(0xf0 | (point >> 18), tail(point >> 12), tail(point >> 6), tail(point));
}

/** Part of an octet string, which is one again. */
export const cut = (octets: Bytes, start: number, end?: number): Bytes => octets.slice(start, end) as Bytes;

export const NO_BYTES = '' as Bytes;

/** Whether two are equal. V8 compares parts of longer strings slowly, so most that differ are told apart by their last octet. */
export const areEqual = (one: Bytes, other: Bytes): boolean =>
  one.length === other.length && lastOctet(one) === lastOctet(other) && one === other;

/** 0 = there is none. */
const lastOctet = (octets: Bytes): number => (octets.length === 0 ? 0 : octets.charCodeAt(octets.length - 1));

const tail = (bits: number): number => 0x80 | (bits & 0x3f);

interface Decoded {
  readonly point: number;
  readonly size: number;
  readonly valid: boolean;
}

/** One code point at `at`; an invalid sequence gives U+FFFD and the length of its maximal subpart. */
function decodePoint(octets: string, at: number): Decoded {
  const lead = octets.charCodeAt(at);
  if (lead < 0x80) return { point: lead, size: 1, valid: true };
  const need = lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
  if (need === 0) return { point: REPLACEMENT, size: 1, valid: false };
  let point = lead & (0x3f >> need);
  for (let n = 1; n <= need; n++) {
    const next = octets.charCodeAt(at + n);
    const low = n === 1 && lead === 0xe0 ? 0xa0 : n === 1 && lead === 0xf0 ? 0x90 : 0x80;
    const high = n === 1 && lead === 0xed ? 0x9f : n === 1 && lead === 0xf4 ? 0x8f : 0xbf;
    if (!(next >= low && next <= high)) return { point: REPLACEMENT, size: n, valid: false };
    point = (point << 6) | (next & 0x3f);
  }
  return { point, size: need + 1, valid: true };
}
