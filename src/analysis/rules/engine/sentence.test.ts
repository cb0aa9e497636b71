import { expect, test } from 'vitest';
import { seconds } from '../../engine/base/units';
import { byCount } from '../../session/shared/english';
import { counted, lasting, listOf, plain, s } from './sentence';

test('what comes from a server is a piece of code, our own words are text', () => {
  expect(s`Add ${'HttpOnly'} to ${'<b>'}.`).toEqual(['Add ', { code: 'HttpOnly' }, ' to ', { code: '<b>' }, '.']);
});

test('octets of a name are shown as the text they mean', () => {
  expect(plain(s`${'Z\u00c3\u00bcrich'}`)).toBe('Zürich');
});

test('numbers are grouped and sentences are joined', () => {
  expect(s`${s`a ${'b'}`} has ${12345} octets`).toEqual(['a ', { code: 'b' }, ' has 12,345 octets']);
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c', 'd'], 'a, b, c and d'],
  [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
  [[], ''],
])('lists %j', (things, expected) => {
  expect(plain(listOf(things))).toBe(expected);
});

test('what is listed by name is code, the rest is not', () => {
  expect(listOf(['a', 'b', 'c'], 2)).toEqual([{ code: 'a' }, ' and ', '2 more']);
});

test.each([
  [1, '1 second'],
  [90, '90 seconds'],
  [900, '15 minutes'],
  [7200, '2 hours'],
  [34_560_000, '400 days'],
  [100_000_000, '3 years'],
])('%i seconds are %s', (time, expected) => {
  expect(plain(lasting(seconds(time)))).toBe(expected);
});

test('one is not plural', () => {
  expect([counted(1, 'request'), counted(0, 'request'), counted(2, 'cookie')]).toEqual(['1 request', '0 requests', '2 cookies']);
  expect(['is', 'are', 'are']).toEqual([1, 0, 2].map((count) => byCount(count, 'is', 'are')));
});
