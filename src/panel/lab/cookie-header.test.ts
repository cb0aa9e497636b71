import { expect, test } from 'vitest';
import { instant } from '../../analysis/engine/base/units';
import { withLines } from '../state/trial';
import { tried } from '../state/tried';
import { lineSending, readCookieHeader } from './cookie-header';
import { PRESETS } from './presets';

const [preset] = PRESETS;
if (preset === undefined) throw new Error('There is no preset.');
const trialOf = (...lines: readonly string[]) => ({
  ...withLines(preset, lines, 0),
  next: { ...preset, url: 'https://shop.example/account', as: 'page' as const, top: '', seconds: 60 },
});
const headersOf = (...lines: readonly string[]) => tried(trialOf(...lines), instant(Date.UTC(2026, 10, 30)))?.headers ?? [];

test('each pair is counted and measured, whatever stands before, between and after them', () => {
  const { pairs, octets } = readCookieHeader('Cookie: a=1;  b="two";; flag ; a=3', []);
  expect(pairs.map(({ name, value, octets: own }) => [name, value, own])).toEqual([
    ['a', '1', 3],
    ['b', '"two"', 7],
    ['', 'flag', 4],
    ['a', '3', 3],
  ]);
  expect(octets).toBe('a=1;  b="two";; flag ; a=3'.length);
  expect(pairs.map(({ isRepeated }) => isRepeated)).toEqual([true, false, false, true]);
  expect(pairs.map(({ isQuoted }) => isQuoted)).toEqual([false, true, false, false]);
});

test('a header that a terminal has wrapped is one header, and octets are counted, not characters', () => {
  expect(readCookieHeader('cookie: a=1; b=\n2', []).pairs.map(({ value }) => value)).toEqual(['1', '2']);
  expect(readCookieHeader('a=é', []).pairs[0]?.octets).toBe(4);
});

test('a pair is found again among what the lines lead to, by name and value', () => {
  const { pairs, missing } = readCookieHeader(
    'sid=1; lang=de; ghost=x',
    headersOf('sid=1; Path=/; Secure', 'lang=en; Path=/', 'cart=7; Path=/'),
  );
  expect(pairs.map(({ sentIn }) => sentIn?.length)).toEqual([3, 0, 0]);
  expect(pairs.map(({ isOtherValue }) => isOtherValue)).toEqual([false, true, false]);
  expect(missing).toEqual(['cart']);
});

test('where no request follows nothing is said of what the lines send', () => {
  expect(readCookieHeader('sid=1', []).pairs[0]?.sentIn).toBeNull();
});

const ALL = ['spec', 'chromium', 'firefox'];

test.each([
  ['sid=1', ALL],
  ['__Host-sid=1', ALL],
  ['__Secure-a="b c"', ALL],
  // Firefox stores no line without “=”.
  ['flag', ['spec', 'chromium']],
])('the line that is given for %s sends it', (header, profiles) => {
  const [pair] = readCookieHeader(header, []).pairs;
  if (pair === undefined) throw new Error('It was not read.');
  const headers = headersOf(lineSending(pair, 'https://shop.example/'));
  expect(readCookieHeader(header, headers).pairs[0]?.sentIn).toEqual(profiles);
});
