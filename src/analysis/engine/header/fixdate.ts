import type { Bytes, Instant } from '../base/units';
import { monthAt, packed, utc } from './calendar';
import { digitsAt, numberAt } from './date-fields';

const LENGTH = 29;
const WEEKDAYS: ReadonlySet<number> = new Set(['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((name) => packed(name, 0)));
const GMT = packed('gmt', 0);

/**
 * The instant of a date in the one form servers should write, `Wed, 21 Oct 2037 07:28:00 GMT`, in which all parsers
 * agree; null = another form, or a date that does not exist. With dashes inside the date it is taken as well.
 * @see RFC 9110 §5.6.7, IMF-fixdate
 */
export function fixdate(text: Bytes): Instant | null {
  if (text.length !== LENGTH || text.charCodeAt(3) !== 0x2c || text.charCodeAt(4) !== 0x20) return null;
  const between = text.charCodeAt(7);
  if ((between !== 0x20 && between !== 0x2d) || text.charCodeAt(11) !== between) return null;
  if (
    text.charCodeAt(16) !== 0x20 ||
    text.charCodeAt(19) !== 0x3a ||
    text.charCodeAt(22) !== 0x3a ||
    text.charCodeAt(25) !== 0x20
  )
    return null;
  if (!WEEKDAYS.has(packed(text, 0)) || packed(text, 26) !== GMT) return null;
  const month = monthAt(text, 8);
  const year = digits(text, 12, 4);
  if (month === null || year < 1970) return null;
  const day = digits(text, 5, 2);
  const hour = digits(text, 17, 2);
  const minute = digits(text, 20, 2);
  const second = digits(text, 23, 2);
  if (hour < 0 || minute < 0 || second < 0) return null;
  return utc({ year, month, day, hour, minute, second });
}

/** The number of exactly so many digits; -1 = they are not all digits. */
function digits(text: Bytes, start: number, size: number): number {
  return digitsAt(text, start, start + size) === size ? numberAt(text, start, size) : -1;
}
