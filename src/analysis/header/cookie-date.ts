import type { Profile } from '../facts/profile';
import type { Bytes, Instant } from '../facts/units';
import { monthOf, utc } from './calendar';
import { parseChromiumDate } from './chromium-date';
import { dateTokens } from './date-tokens';
import { dialectOf } from './dialect';
import { parseNsprDate } from './nspr-date';

const TIME = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?!\d)/;
const DAY = /^(\d{1,2})(?!\d)/;
const YEAR = /^(\d{2,4})(?!\d)/;

/**
 * The instant an Expires text means, always in UTC; null = not a date, so the attribute is ignored.
 * @param text the attribute's value, trimmed
 * @param profile whose parser; Firefox's and Chromium's differ from the standard's
 * @see RFC 6265bis §5.6.1
 */
export function parseCookieDate(text: Bytes, profile: Profile = 'spec'): Instant | null {
  const parser = dialectOf(profile).dateParser;
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
  let time: RegExpExecArray | null = null;
  let day: number | null = null;
  let month: number | null = null;
  let year: number | null = null;

  for (const token of dateTokens(text)) {
    // Step 2: each token is tried as the first of time, day, month and year that is still missing.
    if (time === null) {
      time = TIME.exec(token);
      if (time !== null) continue;
    }
    if (day === null) {
      const found = DAY.exec(token);
      if (found !== null) {
        day = Number(found[1]);
        continue;
      }
    }
    if (month === null) {
      month = monthOf(token);
      if (month !== null) continue;
    }
    if (year === null) {
      const found = YEAR.exec(token);
      if (found !== null) year = fullYear(Number(found[1]));
    }
  }

  if (time === null || day === null || month === null || year === null) return null;
  if (year < 1601) return null;
  return utc({ year, month, day, hour: Number(time[1]), minute: Number(time[2]), second: Number(time[3]) });
}

/** Steps 3 and 4: 70 to 99 are of the last century, 0 to 69 of this one. */
function fullYear(year: number): number {
  if (year >= 70 && year <= 99) return year + 1900;
  return year <= 69 ? year + 2000 : year;
}
