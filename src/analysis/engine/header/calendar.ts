import { type Instant, instant } from '../base/units';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NUMBERS = new Map(MONTHS.map((name, index) => [packed(name, 0), index + 1]));

/** Three octets as one number, letters in lower case: nothing but a letter becomes one. */
export function packed(text: string, at: number): number {
  return ((text.charCodeAt(at) | 0x20) << 16) | ((text.charCodeAt(at + 1) | 0x20) << 8) | (text.charCodeAt(at + 2) | 0x20);
}

/** Month 1 to 12 of the word at `at`, by its first three letters in any case; null = none. */
export function monthAt(text: string, at: number): number | null {
  return at + 3 <= text.length ? (NUMBERS.get(packed(text, at)) ?? null) : null;
}

export interface DateFields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The instant of a calendar date in UTC; null = there is no such date or time. */
export function utc({ year, month, day, hour, minute, second }: DateFields): Instant | null {
  if (hour > 23 || minute > 59 || second > 59 || day < 1 || day > daysIn(year, month)) return null;
  return instant(((daysTo(year, month, day) * 24 + hour) * 60 + minute) * 60_000 + second * 1000);
}

/** Days from 1970-01-01, the year counted from March so that the leap day is its last. */
function daysTo(year: number, month: number, day: number): number {
  const from = month > 2 ? year : year - 1;
  const era = Math.floor(from / 400);
  const yearOfEra = from - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

const MS_PER_400_YEARS = 146_097 * 86_400_000;

/** The instant of fields that may run over: 31 April is 1 May, 24:00:00 the next day. */
export function rolledOver({ year, month, day, hour, minute, second }: DateFields): Instant {
  // Date.UTC takes the years 0 to 99 as 1900 to 1999, so those go in by four centuries later.
  const early = year >= 0 && year <= 99;
  const ms = Date.UTC(early ? year + 400 : year, month - 1, day, hour, minute, second);
  return instant(early ? ms - MS_PER_400_YEARS : ms);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
