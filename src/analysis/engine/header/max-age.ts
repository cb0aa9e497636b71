import type { Profile } from '../base/profile';
import { type Bytes, type Seconds, seconds } from '../base/units';
import { digitsAt, numberAt } from './date-fields';
import { dialectOf } from './dialect';

const PLUS = 0x2b;
const MINUS = 0x2d;
/** A number of so many digits is exact as a double; the conversion of longer ones is the language's own, which is slower. */
const EXACT_DIGITS = 15;

/**
 * The seconds a Max-Age gives; `-Infinity` = already expired; null = not a number, so the attribute is ignored.
 * A number too big for a double is `Infinity`; the 400-day cap is not applied here.
 * @see RFC 6265bis §5.6.2
 */
export function parseMaxAge(text: Bytes, profile: Profile = 'spec'): Seconds | null {
  const form = dialectOf(profile).maxAgeNumber;
  const sign = text.charCodeAt(0);
  // Firefox: a minus means expired, whatever follows it.
  if (sign === MINUS && form === 'leading-minus') return seconds(Number.NEGATIVE_INFINITY);
  const start = sign === MINUS || (sign === PLUS && form === 'signed') ? 1 : 0;
  if (start === text.length || digitsAt(text, start, text.length) !== text.length - start) return null;
  if (sign === MINUS) return seconds(Number.NEGATIVE_INFINITY);
  const size = text.length - start;
  return seconds(size <= EXACT_DIGITS ? numberAt(text, start, size) : Number(text));
}
