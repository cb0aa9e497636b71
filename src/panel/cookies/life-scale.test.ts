import { expect, test } from 'vitest';
import { instant } from '../../analysis/engine/base/units';
import { lifeScale } from './life-scale';

const from = instant(1_000_000);

test('the recording runs from the left edge to now, and what comes later has room behind it', () => {
  const scale = lifeScale(from, instant(from + 60_000), true);
  expect(scale.at(from)).toBe(0);
  expect(scale.at(instant(from + 30_000))).toBe(40);
  expect(scale.at(instant(from + 60_000))).toBe(scale.now);
  expect(scale.now).toBe(80);
});

test('nothing leaves the picture, however odd its time', () => {
  const scale = lifeScale(from, instant(from + 1000), false);
  for (const ms of [-1e9, 0, 1e12]) {
    expect(scale.at(instant(from + ms))).toBeGreaterThanOrEqual(0);
    expect(scale.at(instant(from + ms))).toBeLessThanOrEqual(100);
  }
});

test.each([500, 4000, 70_000, 3_600_000, 200_000_000])('a recording of %d ms has two to eight marks, none over now', (ms) => {
  const { ticks, now } = lifeScale(from, instant(from + ms), true);
  expect(ticks.length).toBeGreaterThan(0);
  expect(ticks.length).toBeLessThanOrEqual(8);
  expect(Math.max(...ticks.map(({ at }) => at))).toBeLessThan(now);
});
