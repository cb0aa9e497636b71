import { type Bytes, type Instant, instant } from '../facts/units';
import { monthOf, utc } from './calendar';
import { dateTokens } from './date-tokens';
import { LATEST } from './limits';

const TIME = /^(\d{1,2}):(\d{1,2}):(\d{1,2})/;
const NUMBER = /^\d{1,5}$/;
const NUMERIC = /^\d/;

/**
 * Expires as Chromium reads it: a token with a colon can only be the time, a number of up to two characters only
 * the day, of up to five the year; years out of range saturate instead of failing.
 * @see net/cookies/cookie_util.cc ParseCookieExpirationTime
 */
export function parseChromiumDate(text: Bytes): Instant | null {
  let time: RegExpExecArray | null = null;
  let day: number | null = null;
  let month: number | null = null;
  let year: number | null = null;

  for (const token of dateTokens(text)) {
    if (!NUMERIC.test(token)) month ??= monthOf(token);
    else if (token.includes(':')) time ??= TIME.exec(token);
    else if (!NUMBER.test(token)) continue;
    else if (day === null && token.length <= 2) day = Number(token);
    else year ??= Number(token);
  }

  if (time === null || day === null || month === null || year === null) return null;
  if (year >= 70 && year <= 99) year += 1900;
  else if (year <= 69) year += 2000;
  const date = utc({ year, month, day, hour: Number(time[1]), minute: Number(time[2]), second: Number(time[3]) });
  return date !== null && date > LATEST ? instant(LATEST) : date;
}
