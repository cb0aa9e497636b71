import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PROFILES } from '../base/profile';
import type { Bytes } from '../base/units';
import { dateOf, parseCookieDate } from './cookie-date';
import { dialectOf } from './dialect';
import { fixdate } from './fixdate';

const iso = (text: string, profile: (typeof PROFILES)[number]): string | null => {
  const date = parseCookieDate(text as Bytes, profile);
  return date === null ? null : new Date(date).toISOString().replace('.000Z', 'Z');
};

describe('three readings of Expires', () => {
  test.each([
    // text, spec, Chromium, Firefox
    ['Wed, 21 Oct 2037 07:28:00 GMT', '2037-10-21T07:28:00Z', '2037-10-21T07:28:00Z', '2037-10-21T07:28:00Z'],
    ['Wednesday, 21-Oct-37 07:28:00 GMT', '2037-10-21T07:28:00Z', '2037-10-21T07:28:00Z', '2037-10-21T07:28:00Z'],
    ['Wed Oct 21 07:28:00 2037', '2037-10-21T07:28:00Z', '2037-10-21T07:28:00Z', '2037-10-21T07:28:00Z'],
    ['Wed, 21 Oct 2037 07:28:00 PST', '2037-10-21T07:28:00Z', '2037-10-21T07:28:00Z', '2037-10-21T15:28:00Z'],
    ['Wed, 21 Oct 2037 07:28:00 GMT+0100', '2037-10-21T07:28:00Z', '2037-10-21T07:28:00Z', '2037-10-21T06:28:00Z'],
    ['Wed, 21 Oct 2037 07:28:00 PM', '2037-10-21T07:28:00Z', '2037-10-21T07:28:00Z', '2037-10-21T19:28:00Z'],
    ['Sat, 31 Apr 2027 10:00:00 GMT', null, null, '2027-05-01T10:00:00Z'],
    ['Tue, 05 Jan 2027 24:00:00 GMT', null, null, '2027-01-06T00:00:00Z'],
    ['Tue, 05 Jan 2027 10:00:60 GMT', null, null, '2027-01-05T10:01:00Z'],
    ['Tue, 05 Jan 2027 10:00 GMT', null, null, '2027-01-05T09:59:44Z'],
    ['05/01/2027 10:00:00', null, null, '2027-05-01T10:00:00Z'],
    ['Tue, 12st Jan 2027 10:00:00 GMT', '2027-01-12T10:00:00Z', null, null],
    ['Tue, 05 Jan 1600 10:00:00 GMT', null, '1600-01-05T10:00:00Z', '1600-01-05T10:00:00Z'],
    ['05 Jan 202 10:00:00 GMT', null, '0202-01-05T10:00:00Z', null],
    ['05 Jan 31841 10:00:00 GMT', null, '+031841-01-05T10:00:00Z', '+031841-01-05T10:00:00Z'],
    ['2027-01-05T10:00:00Z', null, null, null],
    // Measured on Chromium 156 and Firefox 153.
    ['Tue, 05 Jan 2027 10:00:00x GMT', '2027-01-05T10:00:00Z', null, '2027-01-05T10:00:00Z'],
    ['Tue, 05 Jan 2027 10:00:00EST', '2027-01-05T10:00:00Z', null, '2027-01-05T10:00:00Z'],
    ['Tue, 05 Jan 2027 01:12:06PM', '2027-01-05T01:12:06Z', null, '2027-01-05T13:12:06Z'],
    ['Tue, 05 Jan 2027 01:12:06.5 PM', '2027-01-05T01:12:06Z', '2027-01-05T01:12:06Z', '2027-01-05T01:12:06Z'],
    ['Tue, 05 Jan 2027 01:12', null, null, '2027-01-05T01:11:12Z'],
    ['2027/10/21 01:02:03', null, null, null],
    ['71/10/21 01:02:03', null, null, '1971-10-21T01:02:03Z'],
    ['21-10-2027 01:02:03', null, null, '2027-10-21T01:02:03Z'],
    ['garbage', null, null, null],
    ['', null, null, null],
  ])('%s', (text, spec, chromium, firefox) => {
    expect([iso(text, 'spec'), iso(text, 'chromium'), iso(text, 'firefox')]).toEqual([spec, chromium, firefox]);
  });
});

const nearlyFixed = fc
  .tuple(
    fc.constantFrom('Sun', 'mon', 'TUE', 'Wed', 'Thu', 'Mar', 'xyz'),
    fc.integer({ min: 0, max: 32 }),
    fc.constantFrom('Jan', 'feb', 'APR', 'Dec', 'Foo'),
    fc.constantFrom(0, 69, 99, 1600, 1601, 1969, 1970, 2024, 2027, 2100, 9999),
    fc.tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 61 }), fc.integer({ min: 0, max: 61 })),
    fc.constantFrom(' ', '-', '/'),
    fc.constantFrom('GMT', 'gmt', 'PST', 'UTC', '+01'),
  )
  .map(([weekday, day, month, year, clock, between, zone]) => {
    const two = (n: number) => String(n).padStart(2, '0');
    const date = [two(day), month, String(year).padStart(4, '0')].join(between);
    return `${weekday}, ${date} ${clock.map(two).join(':')} ${zone}` as Bytes;
  });

test('the short way through the common form gives what every long way gives', () => {
  fc.assert(
    fc.property(nearlyFixed, (text) => {
      const short = fixdate(text);
      if (short === null) return;
      for (const profile of PROFILES) expect(dateOf(text, dialectOf(profile).dateParser)).toBe(short);
    }),
    { numRuns: 2000 },
  );
});
