import type { Bytes } from '../base/units';

const IS_DELIMITER = new Uint8Array(256);
for (const [from, to] of [
  [0x09, 0x09],
  [0x20, 0x2f],
  [0x3b, 0x40],
  [0x5b, 0x60],
  [0x7b, 0x7e],
] as const) {
  IS_DELIMITER.fill(1, from, to + 1);
}

/** Where the next token begins, from `at` on; the text's length = there is none. @see RFC 6265bis §5.6.1, delimiter */
export function tokenStart(text: Bytes, at: number): number {
  let start = at;
  while (start < text.length && IS_DELIMITER[text.charCodeAt(start)] === 1) start++;
  return start;
}

/** Where a token ends. The colon is no delimiter, so a time is one token. */
export function tokenEnd(text: Bytes, at: number): number {
  let end = at;
  while (end < text.length && IS_DELIMITER[text.charCodeAt(end)] !== 1) end++;
  return end;
}

/** Whether a token holds a colon. */
export function hasColon(text: Bytes, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === 0x3a) return true;
  return false;
}

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** How many digits stand from `start` on, within `end`. */
export function digitsAt(text: Bytes, start: number, end: number): number {
  let at = start;
  while (at < end && isDigit(text.charCodeAt(at))) at++;
  return at - start;
}

/** The number of a run of digits. */
export function numberAt(text: Bytes, start: number, size: number): number {
  let value = 0;
  for (let at = start; at < start + size; at++) value = value * 10 + text.charCodeAt(at) - 0x30;
  return value;
}

/** A time of day in one number, none of its parts above 99. */
export type TimeOfDay = number;

/** Of a time written as one number, `hhmmss`. */
export const hourOf = (clock: TimeOfDay): number => Math.trunc(clock / 10_000);
export const minuteOf = (clock: TimeOfDay): number => Math.trunc(clock / 100) % 100;
export const secondOf = (clock: TimeOfDay): number => clock % 100;

/**
 * The time `h:m:s` at `start`, each part of one or two digits; -1 = there is none.
 * @param spoiledBy what right behind it spoils it: a digit, or anything of its token
 */
export function clockAt(text: Bytes, start: number, end: number, spoiledBy: 'a digit' | 'anything'): TimeOfDay {
  let clock = 0;
  let at = start;
  for (let part = 0; part < 3; part++) {
    if (part > 0) {
      if (at >= end || text.charCodeAt(at) !== 0x3a) return -1;
      at++;
    }
    const size = Math.min(2, digitsAt(text, at, end));
    if (size === 0) return -1;
    clock = clock * 100 + numberAt(text, at, size);
    at += size;
  }
  return at < end && (spoiledBy === 'anything' || isDigit(text.charCodeAt(at))) ? -1 : clock;
}
