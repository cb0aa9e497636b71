import { expect, test } from 'vitest';
import { risen } from './level';

test('memory that falls back has not risen, whatever it was in between', () => {
  expect(risen([[10, 30, 12], [11, 11], []], 5)).toEqual([]);
});

test('growth within a stretch, and from one to the next, is reported', () => {
  expect(risen([[10, 16]], 5)).toEqual([expect.stringContaining('while')]);
  expect(risen([[10], [13], [16]], 5)).toEqual([expect.stringContaining('each time')]);
});
