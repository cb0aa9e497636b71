import { expect, test } from 'vitest';
import { instant } from '../../../analysis/engine/base/units';
import { timeText } from './time';

const start = instant(new Date(2026, 10, 23, 9, 5, 7, 250).getTime());

test.each([
  [0, '0:00.0'],
  [59_960, '1:00.0'],
  [754_321, '12:34.3'],
  [3_723_400, '1:02:03.4'],
  [-5, '0:00.0'],
])('%d ms after the start it is %s since then', (ms, words) => {
  expect(timeText(start + ms, start)).toBe(words);
});

test.each([
  [0, '09:05:07.2'],
  [49, '09:05:07.2'],
  [54_760_000, '00:17:47.2'],
])('%d ms after five past nine the clock shows %s', (ms, words) => {
  expect(timeText(start + ms, 'clock')).toBe(words);
});
