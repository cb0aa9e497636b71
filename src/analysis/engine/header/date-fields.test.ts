import { describe, expect, test } from 'vitest';
import type { Bytes } from '../base/units';
import { clockAt, digitsAt, hasColon, tokenEnd, tokenStart } from './date-fields';

describe('a time of day', () => {
  test.each([
    ['10:20:30', 'anything', 102_030],
    ['1:2:3', 'anything', 10_203],
    ['10:20', 'a digit', -1],
    ['10:20:', 'a digit', -1],
    [':20:30', 'a digit', -1],
    ['10::30', 'a digit', -1],
    ['10x20:30', 'a digit', -1],
    ['10:20x30', 'a digit', -1],
    ['100:20:30', 'a digit', -1],
    ['10:200:30', 'a digit', -1],
    ['10:20:300', 'a digit', -1],
    ['10:20:300', 'anything', -1],
    ['10:20:30x', 'a digit', 102_030],
    ['10:20:30x', 'anything', -1],
    ['10:20:30:40', 'a digit', 102_030],
  ] as const)('%s, spoiled by %s, is %i', (text, spoiledBy, expected) => {
    expect(clockAt(text as Bytes, 0, text.length, spoiledBy)).toBe(expected);
  });

  test('ends with its token, whatever stands behind', () => {
    expect(clockAt('10:20:30' as Bytes, 0, 5, 'a digit')).toBe(-1);
    expect(clockAt('10:20:301' as Bytes, 0, 8, 'a digit')).toBe(102_030);
    expect(clockAt('10:20:30' as Bytes, 0, 7, 'a digit')).toBe(102_003);
  });
});

describe('a token', () => {
  test.each([
    ['a', [0, 1]],
    ['  a,', [2, 3]],
    ['\t!/;@[`{~x:1.', [9, 12]],
    ['\x7f', [0, 1]],
    ['0:9', [0, 3]],
    ['AZaz', [0, 4]],
    ['\xff-', [0, 1]],
    ['', [0, 0]],
    [' ', [1, 1]],
  ])('of %j goes from and to %j', (text, expected) => {
    const start = tokenStart(text as Bytes, 0);
    expect([start, tokenEnd(text as Bytes, start)]).toEqual(expected);
  });

  test('is looked into no further than its end', () => {
    expect(hasColon('ab:c' as Bytes, 0, 2)).toBe(false);
    expect(hasColon('ab:c' as Bytes, 0, 3)).toBe(true);
    expect(digitsAt('1234' as Bytes, 0, 2)).toBe(2);
    expect(digitsAt('12x4' as Bytes, 0, 4)).toBe(2);
  });
});
