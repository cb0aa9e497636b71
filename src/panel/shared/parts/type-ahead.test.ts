import { expect, test } from 'vitest';
import { nextMatch } from './type-ahead';

const names = ['alpha', 'beta', 'bravo', 'gamma'];
const next = (text: string, from: number) =>
  nextMatch((index) => names[index]?.startsWith(text) ?? false, names.length, from, text.length);

test('one letter again and again goes from one to the next, and round', () => {
  expect(next('b', 0)).toBe(1);
  expect(next('b', 1)).toBe(2);
  expect(next('b', 2)).toBe(1);
});

test('more letters stay where they fit already', () => {
  expect(next('be', 1)).toBe(1);
  expect(next('br', 1)).toBe(2);
});

test('what nothing begins with leads nowhere, nor does an empty list', () => {
  expect(next('x', 0)).toBe(-1);
  expect(nextMatch(() => true, 0, 0, 1)).toBe(-1);
});
