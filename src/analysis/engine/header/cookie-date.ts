import type { Profile } from '../base/profile';
import type { Bytes, Instant } from '../base/units';
import { monthAt, utc } from './calendar';
import { parseChromiumDate } from './chromium-date';
import { clockAt, digitsAt, hourOf, minuteOf, numberAt, secondOf, tokenEnd, tokenStart } from './date-fields';
import { type Dialect, dialectOf } from './dialect';
import { fixdate } from './fixdate';
import { parseNsprDate } from './nspr-date';

/**
 * The instant an Expires text means, always in UTC; null = not a date, so the attribute is ignored.
 * @param text the attribute's value, trimmed
 * @param profile whose parser; Firefox's and Chromium's differ from the standard's
 * @see RFC 6265bis §5.6.1
 */
export function parseCookieDate(text: Bytes, profile: Profile = 'spec'): Instant | null {
  return fixdate(text) ?? dateOf(text, dialectOf(profile).dateParser);
}

/** What a profile's own parser makes of a text, however common its form. @internal */
export function dateOf(text: Bytes, parser: Dialect['dateParser']): Instant | null {
  switch (parser) {
    case 'cookie-date':
      return parseStandardDate(text);
    case 'chromium':
      return parseChromiumDate(text);
    case 'nspr':
      return parseNsprDate(text);
    default:
      return parser satisfies never;
  }
}

function parseStandardDate(text: Bytes): Instant | null {
  let clock = -1;
  let day = -1;
  let month: number | null = null;
  let year = -1;

  for (let start = tokenStart(text, 0), end = 0; start < text.length; start = tokenStart(text, end)) {
    end = tokenEnd(text, start);
    // Step 2: each token is tried as the first of time, day, month and year that is still missing.
    if (clock === -1) {
      clock = clockAt(text, start, end, 'a digit');
      if (clock !== -1) continue;
    }
    const size = digitsAt(text, start, end);
    if (day === -1 && (size === 1 || size === 2)) {
      day = numberAt(text, start, size);
      continue;
    }
    if (month === null) {
      month = monthAt(text, start);
      if (month !== null) continue;
    }
    if (year === -1 && size >= 2 && size <= 4) year = fullYear(numberAt(text, start, size));
  }

  if (clock === -1 || day === -1 || month === null || year === -1 || year < 1601) return null;
  return utc({ year, month, day, hour: hourOf(clock), minute: minuteOf(clock), second: secondOf(clock) });
}

/** Steps 3 and 4: 70 to 99 are of the last century, 0 to 69 of this one. */
function fullYear(year: number): number {
  if (year >= 70 && year <= 99) return year + 1900;
  return year <= 69 ? year + 2000 : year;
}
