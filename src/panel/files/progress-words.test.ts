import { expect, test } from 'vitest';
import type { ReadProgress } from '../../formats/reading/read-progress';
import '../../words/all-words';
import { progressShare, progressText } from './progress-words';

const MEGABYTE = 1024 * 1024;
const STEPS: readonly ReadProgress[] = [
  { step: 'octets', done: 0, all: 50 * MEGABYTE },
  { step: 'octets', done: 20 * MEGABYTE, all: 50 * MEGABYTE },
  { step: 'octets', done: 50 * MEGABYTE, all: 50 * MEGABYTE },
  { step: 'checked', done: 0, all: 15_850 },
  { step: 'checked', done: 15_850, all: 15_850 },
  { step: 'converted', done: 1280, all: 15_850 },
  { step: 'converted', done: 15_850, all: 15_850 },
];

test('each step says how much of how much is done', () => {
  expect([null, ...STEPS].map(progressText)).toEqual([
    '',
    '0.0 of 50.0 MB read',
    '20.0 of 50.0 MB read',
    'All 50.0 MB read, now parsing',
    '0 of 15,850 entries checked',
    '15,850 of 15,850 entries checked',
    '1,280 of 15,850 entries converted',
    '15,850 of 15,850 entries converted',
  ]);
});

test('the share begins with nothing, never falls, and ends with the whole', () => {
  const shares = [null, ...STEPS].map(progressShare);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
});
