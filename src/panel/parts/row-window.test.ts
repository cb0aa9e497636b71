import { expect, test } from 'vitest';
import { windowAt } from './row-window';

test('covers every row in view at any scroll position', () => {
  for (let top = 0; top < 5000; top += 37) {
    const { start, end } = windowAt(top, 600, 22);
    expect(start * 22).toBeLessThanOrEqual(top);
    expect(end * 22).toBeGreaterThanOrEqual(top + 600);
  }
});

test('stays the same while less than four rows are scrolled', () => {
  expect(windowAt(22 * 100, 600, 22)).toEqual(windowAt(22 * 103, 22 * 27, 22));
  expect(windowAt(22 * 100, 600, 22)).not.toEqual(windowAt(22 * 104, 600, 22));
});

test('never starts before the first row', () => {
  expect(windowAt(0, 400, 22).start).toBe(0);
});
