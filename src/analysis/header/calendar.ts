import { type Instant, instant } from '../facts/units';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Month 1 to 12 of a word whose first three letters name one, in any case; null = none. */
export function monthOf(word: string): number | null {
  const at = MONTHS.indexOf(word.slice(0, 3).toLowerCase());
  return at === -1 ? null : at + 1;
}

export interface Fields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The instant of a calendar date in UTC; null = there is no such date or time. */
export function utc(fields: Fields): Instant | null {
  const { year, month, day, hour, minute, second } = fields;
  if (hour > 23 || minute > 59 || second > 59 || day < 1 || day > daysIn(year, month)) return null;
  return rolledOver(fields);
}

/** The instant of fields that may run over: 31 April is 1 May, 24:00:00 the next day. */
export function rolledOver({ year, month, day, hour, minute, second }: Fields): Instant {
  // Date.UTC takes the years 0 to 99 as 1900 to 1999, so those go in by four centuries later.
  const early = year >= 0 && year <= 99;
  const ms = Date.UTC(early ? year + 400 : year, month - 1, day, hour, minute, second);
  return instant(early ? ms - MS_PER_400_YEARS : ms);
}

const MS_PER_400_YEARS = 146_097 * 86_400_000;

export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
