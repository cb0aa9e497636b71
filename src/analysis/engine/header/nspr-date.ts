import type { Bytes, Instant } from '../base/units';
import { instant } from '../base/units';
import { monthAt, rolledOver } from './calendar';
import { slashedDate } from './nspr-slashed-date';

const END = 0;
const DELIMITERS = ' \t,;-+/()[]';
const SKIPPED = ' \t,;/()[]';
const MAX_YEAR = 32_767;

/** Minutes from UTC, summer time included. */
const ZONES: Readonly<Record<string, number>> = {
  ast: -240,
  bst: 60,
  cdt: -300,
  cst: -360,
  edt: -240,
  eet: 120,
  est: -300,
  gmt: 0,
  jst: 540,
  mdt: -360,
  met: 60,
  mst: -420,
  nst: -210,
  pdt: -420,
  pst: -480,
};

/**
 * Expires as Firefox reads it: a general date reader that honours zones and PM, takes slashed dates, and lets
 * fields run over (31 April is 1 May). null = no year, month or day was found.
 * @see NSPR prtime.c, PR_ParseTimeStringToExplodedTime
 */
export function parseNsprDate(text: Bytes): Instant | null {
  return new NsprReader(text).read();
}

class NsprReader {
  readonly #text: string;
  #at = 0;
  #day = -1;
  #month = -1;
  #year = -1;
  #time: { readonly hour: number; readonly minute: number; readonly second: number } | null = null;
  #zone: string | null = null;
  #offset: number | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Instant | null {
    while (this.#at < this.#text.length) {
      const code = this.#code(this.#at);
      if (code === 0x2b || code === 0x2d) this.#signed(code === 0x2b ? 1 : -1);
      else if (isDigit(code)) this.#number();
      else this.#word();
      this.#skip();
    }
    if (this.#month === -1 || this.#day === -1 || this.#year === -1 || this.#year > MAX_YEAR) return null;
    const time = this.#time ?? { hour: 0, minute: 0, second: 0 };
    const minutes = this.#offset ?? (this.#zone === null ? 0 : (ZONES[this.#zone] ?? 0));
    return instant(rolledOver({ year: this.#year, month: this.#month, day: this.#day, ...time }) - minutes * 60_000);
  }

  /** The octet at an index; the end is a zero, as in the C string this was made for. */
  #code(at: number): number {
    return at < this.#text.length ? this.#text.charCodeAt(at) : END;
  }

  #digitsFrom(start: number): number {
    let end = start;
    while (isDigit(this.#code(end))) end++;
    return end;
  }

  #word(): void {
    const word = this.#text.slice(this.#at, this.#at + 3).toLowerCase();
    const month = monthAt(word, 0);
    if (month !== null) {
      if (this.#month === -1) this.#month = month;
      return;
    }
    if (this.#zone !== null) return;
    if (word in ZONES) this.#zone = word;
    // UT is GMT, but UTC and other words that begin so are not looked at; without a zone it is GMT all the same.
    else if (word.startsWith('ut') && !/[a-z]/.test(word.charAt(2))) this.#zone = 'gmt';
  }

  /** `+0100` and the like, alone or behind GMT. */
  #signed(sign: 1 | -1): void {
    if (this.#offset !== null || (this.#zone !== null && this.#zone !== 'gmt')) {
      this.#at++;
      return;
    }
    const start = this.#at + 1;
    this.#at = start;
    const digits = this.#text.slice(start, this.#digitsFrom(start));
    if (digits.length === 4) this.#offset = sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)));
    else if (digits.length === 1 || digits.length === 2) this.#offset = sign * Number(digits) * 60;
    else return;
    this.#zone = 'gmt';
  }

  #number(): void {
    const start = this.#at;
    const end = this.#digitsFrom(start);
    const next = this.#code(end);
    const size = end - start;
    if (next === 0x3a) this.#clock(start, end);
    else if ((next === 0x2f || next === 0x2d) && isDigit(this.#code(end + 1))) this.#slashed(start);
    else if (isLetter(next)) return;
    else this.#lone(Number(this.#text.slice(start, end)), size);
  }

  /** A number by itself: four or five digits are a year, one or two the day and then the year. */
  #lone(value: number, size: number): void {
    if (size === 4 || size === 5) {
      if (this.#year < 0) this.#year = value;
    } else if (size === 2) {
      if (this.#day < 0 && value < 32) this.#day = value;
      else if (this.#year < 0) this.#year = value < 70 ? 2000 + value : 1900 + value;
    } else if (size === 1 && this.#day < 0) this.#day = value;
  }

  #clock(start: number, colon: number): void {
    if (this.#time !== null || colon - start > 2) return;
    let hour = Number(this.#text.slice(start, colon));
    const minuteEnd = this.#digitsFrom(colon + 1);
    this.#at = colon + 1;
    const minuteSize = minuteEnd - colon - 1;
    if (minuteSize === 0 || minuteSize > 2) return;
    const minute = Number(this.#text.slice(colon + 1, minuteEnd));
    const secondStart = this.#code(minuteEnd) === 0x3a ? minuteEnd + 1 : minuteEnd;
    const end = this.#digitsFrom(secondStart);
    this.#at = secondStart;
    if (end - secondStart > 2) return;
    // Without seconds NSPR takes the next octet for a digit: a space is -16, the end of the text -48.
    const second = end - secondStart === 2 ? Number(this.#text.slice(secondStart, end)) : this.#code(secondStart) - 0x30;
    if (hour <= 12) hour = this.#halfDay(hour, end);
    this.#time = { hour, minute, second };
    this.#at = end;
  }

  /** 10:05 pm is 22:05, 12:05 am is 00:05. */
  #halfDay(hour: number, end: number): number {
    const after = this.#text
      .slice(end)
      .replace(/^[ \t]+/, '')
      .slice(0, 2)
      .toLowerCase();
    if (after === 'pm') return hour === 12 ? 12 : hour + 12;
    return after === 'am' && hour === 12 ? 0 : hour;
  }

  #slashed(start: number): void {
    // With a month's name already seen, this cannot be a date.
    if (this.#month !== -1) return;
    const found = slashedDate(this.#text, start);
    if (found === null) return;
    this.#at = found.end;
    if (found.date === null) return;
    this.#year = found.date.year;
    this.#month = found.date.month;
    this.#day = found.date.day;
  }

  /** To the next token. A dash belongs to it only before a digit, and not between a month's name and the year. */
  #skip(): void {
    while (this.#at < this.#text.length && !DELIMITERS.includes(this.#text.charAt(this.#at))) this.#at++;
    for (;;) {
      while (this.#at < this.#text.length && SKIPPED.includes(this.#text.charAt(this.#at))) this.#at++;
      if (this.#code(this.#at) !== 0x2d) return;
      const joins = this.#year < 0 && this.#at > 0 && isLetter(this.#code(this.#at - 1));
      if (!joins && isDigit(this.#code(this.#at + 1))) return;
      this.#at++;
    }
  }
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLetter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
