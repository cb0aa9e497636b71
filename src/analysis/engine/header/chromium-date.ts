import { type Bytes, type Instant, instant } from '../base/units';
import { monthAt, utc } from './calendar';
import { clockAt, digitsAt, hasColon, hourOf, isDigit, minuteOf, numberAt, secondOf, tokenEnd, tokenStart } from './date-fields';
import { LATEST } from './limits';

/**
 * Expires as Chromium reads it: a token with a colon can only be the time, a number of up to two digits only the day,
 * of up to five the year; years out of range saturate instead of failing.
 * @see net/cookies/cookie_util.cc ParseCookieExpirationTime
 */
export function parseChromiumDate(text: Bytes): Instant | null {
  let clock = -1;
  let day = -1;
  let month: number | null = null;
  let year = -1;

  for (let start = tokenStart(text, 0), end = 0; start < text.length; start = tokenStart(text, end)) {
    end = tokenEnd(text, start);
    const size = digitsAt(text, start, end);
    if (!isDigit(text.charCodeAt(start))) month ??= monthAt(text, start);
    else if (hasColon(text, start, end)) clock = clock === -1 ? clockAt(text, start, end, 'anything') : clock;
    else if (size !== end - start || size > 5) continue;
    else if (day === -1 && size <= 2) day = numberAt(text, start, size);
    else if (year === -1) year = numberAt(text, start, size);
  }

  if (clock === -1 || day === -1 || month === null || year === -1) return null;
  if (year >= 70 && year <= 99) year += 1900;
  else if (year <= 69) year += 2000;
  const date = utc({ year, month, day, hour: hourOf(clock), minute: minuteOf(clock), second: secondOf(clock) });
  return date !== null && date > LATEST ? instant(LATEST) : date;
}
