import { describe, expect, test } from 'vitest';
import { monthAt, rolledOver, utc } from './calendar';

const midnight = { hour: 0, minute: 0, second: 0 };
const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString().replace('.000Z', 'Z'));

describe('the month of a word', () => {
  test.each([
    ['jan', 0, 1],
    ['DECEMBER', 0, 12],
    ['05 mAy', 3, 5],
    ['ja', 0, null],
    ['May', 1, null],
    ['mai', 0, null],
  ])('%s from %i on is %s', (text, at, month) => {
    expect(monthAt(text, at)).toBe(month);
  });
});

describe('a date exists up to the end of its month', () => {
  test.each([
    [2027, 1, 31],
    [2027, 2, 28],
    [2024, 2, 29],
    [2000, 2, 29],
    [2100, 2, 28],
    [1900, 2, 28],
    [2027, 3, 31],
    [2027, 4, 30],
    [2027, 5, 31],
    [2027, 6, 30],
    [2027, 7, 31],
    [2027, 8, 31],
    [2027, 9, 30],
    [2027, 10, 31],
    [2027, 11, 30],
    [2027, 12, 31],
  ])('%i-%i has %i days', (year, month, last) => {
    expect(utc({ year, month, day: last, ...midnight })).toBe(Date.UTC(year, month - 1, last));
    expect(utc({ year, month, day: last + 1, ...midnight })).toBeNull();
    expect(utc({ year, month, day: 1, ...midnight })).toBe(Date.UTC(year, month - 1, 1));
    expect(utc({ year, month, day: 0, ...midnight })).toBeNull();
  });
});

describe('a time exists', () => {
  test.each([
    [23, 59, 59, true],
    [24, 0, 0, false],
    [0, 60, 0, false],
    [0, 0, 60, false],
  ])('%i:%i:%i %s', (hour, minute, second, exists) => {
    const expected = exists ? Date.UTC(2027, 0, 5, hour, minute, second) : null;
    expect(utc({ year: 2027, month: 1, day: 5, hour, minute, second })).toBe(expected);
  });
});

describe('fields that run over', () => {
  test.each([
    [{ year: 2027, month: 4, day: 31 }, '2027-05-01T00:00:00Z'],
    [{ year: 2027, month: 12, day: 32 }, '2028-01-01T00:00:00Z'],
    [{ year: 2027, month: 3, day: 0 }, '2027-02-28T00:00:00Z'],
    [{ year: 2027, month: 1, day: 5, hour: 24, minute: 61, second: 62 }, '2027-01-06T01:02:02Z'],
    // Years of two digits are those years, and not of the last century.
    [{ year: 0, month: 1, day: 5 }, '0000-01-05T00:00:00Z'],
    [{ year: 99, month: 12, day: 31 }, '0099-12-31T00:00:00Z'],
    [{ year: 100, month: 1, day: 1 }, '0100-01-01T00:00:00Z'],
  ])('%j are %s', (fields, expected) => {
    expect(iso(rolledOver({ ...midnight, ...fields }))).toBe(expected);
  });
});
