import { describe, expect, test } from 'vitest';
import { PROFILES } from '../base/profile';
import { type Bytes, instant } from '../base/units';
import { lifetimeOf } from './lifetime';
import { parseMaxAge } from './max-age';
import { parseSetCookie } from './set-cookie';

const AT = Date.UTC(2026, 5, 1, 12);
const DAY = 86_400_000;
const NEVER = Number.NEGATIVE_INFINITY;
const gmt = (ms: number): string => new Date(ms).toUTCString();

describe('Max-Age, §5.6.2', () => {
  test.each([
    // text, spec, Chromium, Firefox
    ['60', 60, 60, 60],
    ['0', 0, 0, 0],
    ['007', 7, 7, 7],
    ['-1', NEVER, NEVER, NEVER],
    ['-0', NEVER, NEVER, NEVER],
    ['99999999999999999999', 1e20, 1e20, 1e20],
    ['9'.repeat(400), Infinity, Infinity, Infinity],
    ['', null, null, null],
    ['x', null, null, null],
    ['1e3', null, null, null],
    ['1.5', null, null, null],
    ['60s', null, null, null],
    ['"60"', null, null, null],
    ['6 0', null, null, null],
    ['+', null, null, null],
    ['+60', null, 60, null],
    ['+-60', null, null, null],
    ['-', null, null, NEVER],
    ['-x', null, null, NEVER],
    ['-6 0', null, null, NEVER],
    ['--6', null, null, NEVER],
  ])('%s is %s, in Chromium %s, in Firefox %s', (text, spec, chromium, firefox) => {
    expect(PROFILES.map((profile) => parseMaxAge(text as Bytes, profile))).toEqual([spec, chromium, firefox]);
  });

  test('without a profile it is the standard’s', () => {
    expect([parseMaxAge('+60' as Bytes), parseMaxAge('60' as Bytes)]).toEqual([null, 60]);
  });
});

describe('the lifetime, §5.7 step 3', () => {
  const session = { expires: null, from: 'none', capped: false };
  const PAST = { expires: -8_640_000_000_000_000, from: 'max-age', capped: false };
  test.each([
    ['', session],
    ['; Max-Age=x', session],
    ['; Expires=x', session],
    ['; Max-Age=60', { expires: AT + 60_000, from: 'max-age', capped: false }],
    ['; Max-Age=1', { expires: AT + 1000, from: 'max-age', capped: false }],
    ['; Max-Age=0', PAST],
    ['; Max-Age=-1', PAST],
    ['; Max-Age=-0', PAST],
    [`; Expires=${gmt(AT + DAY)}`, { expires: AT + DAY, from: 'expires', capped: false }],
    [`; Expires=${gmt(AT - DAY)}`, { expires: AT - DAY, from: 'expires', capped: false }],
    // Max-Age goes before Expires, wherever they stand; one that is no number does not count.
    [`; Max-Age=60; Expires=${gmt(AT + DAY)}`, { expires: AT + 60_000, from: 'max-age', capped: false }],
    [`; Expires=${gmt(AT + DAY)}; Max-Age=60`, { expires: AT + 60_000, from: 'max-age', capped: false }],
    [`; Max-Age=x; Expires=${gmt(AT + DAY)}`, { expires: AT + DAY, from: 'expires', capped: false }],
    // 400 days at most.
    ['; Max-Age=34560000', { expires: AT + 400 * DAY, from: 'max-age', capped: false }],
    ['; Max-Age=34560001', { expires: AT + 400 * DAY, from: 'max-age', capped: true }],
    [`; Expires=${gmt(AT + 400 * DAY)}`, { expires: AT + 400 * DAY, from: 'expires', capped: false }],
    [`; Expires=${gmt(AT + 401 * DAY)}`, { expires: AT + 400 * DAY, from: 'expires', capped: true }],
  ])('of a line with %j', (attributes, expected) => {
    for (const profile of PROFILES) {
      expect(lifetimeOf(parseSetCookie(`a=1${attributes}` as Bytes, profile), instant(AT), null, profile)).toEqual(expected);
    }
  });

  test.each([
    // Expires and Max-Age relative to a server whose clock is an hour behind: in the standard, in both browsers
    [`; Expires=${gmt(AT)}`, AT, AT + 3_600_000],
    ['; Max-Age=60', AT + 60_000, AT + 60_000],
  ])('a server’s clock shifts Expires in browsers: %s', (attributes, spec, browsers) => {
    const date = gmt(AT - 3_600_000) as Bytes;
    const line = parseSetCookie(`a=1${attributes}` as Bytes);
    expect(PROFILES.map((profile) => lifetimeOf(line, instant(AT), date, profile).expires)).toEqual([spec, browsers, browsers]);
    expect(lifetimeOf(line, instant(AT), 'x' as Bytes, 'firefox').expires).toBe(spec);
  });

  test('beyond what a date can hold it ends at the last instant there is', () => {
    const late = instant(8_640_000_000_000_000);
    expect(lifetimeOf(parseSetCookie('a=1; Max-Age=60' as Bytes), late, null, 'spec').expires).toBe(late);
  });
});
