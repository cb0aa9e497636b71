import { type Instant, instant } from '../../analysis/engine/base/units';

/** An expiry as a tool wrote it. */
export interface WrittenExpiry {
  /** Null = a session cookie. */
  readonly expires: Instant | null;
  /** Whether it was a number too large to be seconds. */
  readonly isFiner: boolean;
}

/** `Date` ends there. */
const LARGEST_DATE = 8.64e15;
/** Milliseconds from 1601, from which Chromium counts, to 1970. */
const FROM_1601 = 11_644_473_600_000;

/**
 * The time of a number since 1970 by its size: seconds up to the year 33658, then milliseconds (the Cookie Store API), then
 * microseconds, then Chromium's microseconds since 1601.
 */
function millisecondsOf(written: number): number {
  if (written < 1e12) return written * 1000;
  if (written < 1e15) return written;
  return written < 1e16 ? written / 1000 : written / 1000 - FROM_1601;
}

/** What stands for no expiry: CDP's -1, tough-cookie's Infinity, Session in a table of DevTools. */
const isNone = (written: number | string | null): boolean =>
  written === null || written === -1 || (typeof written === 'string' && /^(?:|session|infinity)$/i.test(written.trim()));

/** An expiry as JSON has it, a number or a date; 'bad' = it is no time. */
export function writtenExpiry(written: number | string | null): WrittenExpiry | 'bad' {
  if (isNone(written)) return { expires: null, isFiner: false };
  const number = typeof written === 'number' ? written : numberIn(String(written));
  const ms = number === null ? Date.parse(String(written)) : millisecondsOf(number);
  return Math.abs(ms) <= LARGEST_DATE ? { expires: instant(Math.round(ms)), isFiner: number !== null && number >= 1e12 } : 'bad';
}

/** A number in a text, perhaps with a fraction or an exponent; null = it is none. */
const numberIn = (text: string): number | null => (/^\s*-?\d+(?:\.\d+)?(?:e\+?\d+)?\s*$/i.test(text) ? Number(text) : null);
