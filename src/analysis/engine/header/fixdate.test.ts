import { describe, expect, test } from 'vitest';
import type { Bytes } from '../base/units';
import { fixdate } from './fixdate';

describe('the one form that servers should write, RFC 9110 §5.6.7', () => {
  test.each([
    ['Wed, 21 Oct 2037 07:28:09 GMT', Date.UTC(2037, 9, 21, 7, 28, 9)],
    ['wEd, 21-oCT-2037 23:59:59 gMT', Date.UTC(2037, 9, 21, 23, 59, 59)],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    // The weekday need not fit the date.
    ['Sun, 21 Oct 2037 00:00:00 GMT', Date.UTC(2037, 9, 21)],
  ])('%s', (text, expected) => {
    expect(fixdate(text as Bytes)).toBe(expected);
  });

  test.each([
    ['longer', 'Wed, 21 Oct 2037 07:28:00 GMTx'],
    ['shorter', 'Wed, 21 Oct 2037 07:28:00 GM'],
    ['no comma', 'Wed; 21 Oct 2037 07:28:00 GMT'],
    ['no space behind the comma', 'Wed,\t21 Oct 2037 07:28:00 GMT'],
    ['slashes', 'Wed, 21/Oct/2037 07:28:00 GMT'],
    ['a dash and a space', 'Wed, 21-Oct 2037 07:28:00 GMT'],
    ['a space and a dash', 'Wed, 21 Oct-2037 07:28:00 GMT'],
    ['a T before the time', 'Wed, 21 Oct 2037T07:28:00 GMT'],
    ['no first colon', 'Wed, 21 Oct 2037 07.28:00 GMT'],
    ['no second colon', 'Wed, 21 Oct 2037 07:28.00 GMT'],
    ['no space before the zone', 'Wed, 21 Oct 2037 07:28:00_GMT'],
    ['a weekday that is none', 'Wen, 21 Oct 2037 07:28:00 GMT'],
    ['another zone', 'Wed, 21 Oct 2037 07:28:00 PST'],
    ['a month that is none', 'Wed, 21 Okt 2037 07:28:00 GMT'],
    ['a year before 1970, which parsers read in their own ways', 'Wed, 31 Dec 1969 23:59:59 GMT'],
    ['a day of one digit', 'Wed,  1 Oct 2037 07:28:00 GMT'],
    ['a letter in the day', 'Wed, 2l Oct 2037 07:28:00 GMT'],
    ['a letter in the year', 'Wed, 21 Oct 203x 07:28:00 GMT'],
    ['a letter in the hour', 'Wed, 21 Oct 2037 x7:28:00 GMT'],
    ['a letter in the minute', 'Wed, 21 Oct 2037 07:2x:00 GMT'],
    ['a letter in the second', 'Wed, 21 Oct 2037 07:28:x0 GMT'],
    ['a day that does not exist', 'Sat, 31 Apr 2027 07:28:00 GMT'],
    ['an hour that does not exist', 'Wed, 21 Oct 2037 24:00:00 GMT'],
  ])('is not one with %s', (_, text) => {
    expect(fixdate(text as Bytes)).toBeNull();
  });
});
