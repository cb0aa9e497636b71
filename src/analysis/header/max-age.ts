import type { Profile } from '../facts/profile';
import type { Bytes } from '../facts/units';
import { type Seconds, seconds } from '../facts/units';
import { dialectOf } from './dialect';

const DIGITS = /^-?[0-9]+$/;
const SIGNED = /^[+-]?[0-9]+$/;

/**
 * The seconds a Max-Age gives; `-Infinity` = expired at once; null = not a number, so the attribute is ignored.
 * A number too big for a double is `Infinity`; the 400-day cap is not applied here.
 * @see RFC 6265bis §5.6.2
 */
export function parseMaxAge(text: Bytes, profile: Profile = 'spec'): Seconds | null {
  const form = dialectOf(profile).maxAgeNumber;
  switch (form) {
    case 'leading-minus':
      // Firefox: a minus means expired, whatever follows it.
      if (text.startsWith('-')) return seconds(Number.NEGATIVE_INFINITY);
      return DIGITS.test(text) ? span(Number(text)) : null;
    case 'signed':
      return SIGNED.test(text) ? span(Number(text)) : null;
    case 'digits':
      return DIGITS.test(text) ? span(Number(text)) : null;
    default:
      return form satisfies never;
  }
}

const span = (value: number): Seconds => seconds(value < 0 ? Number.NEGATIVE_INFINITY : value);
