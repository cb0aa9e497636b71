import { expect, test } from 'vitest';
import { bytes } from '../engine/base/bytes';
import { addressKey, nameWithoutIds } from './request-key';

test.each([
  ['https://shop.example/orders/17?page=2', 'https://shop.example:8443/orders/4711?page=3#top'],
  ['https://shop.example/cb?code=9f2c&state=a', 'https://shop.example/cb?state=b&code=77aa'],
  ['https://shop.example/f/0b1c2d3e-0000-4000-8000-00000000000a', 'https://shop.example/f/ffffffff-1111-4222-8333-444444444444'],
])('%s and %s are counterparts', (a, b) => {
  expect(addressKey(a)).toBe(addressKey(b));
});

test.each([
  ['https://shop.example/orders', 'https://shop.example/account'],
  ['https://shop.example/', 'https://cdn.shop.example/'],
  ['https://shop.example/sign-in', 'https://shop.example/sign-in?error=1'],
])('%s and %s are not', (a, b) => {
  expect(addressKey(a)).not.toBe(addressKey(b));
});

test('a name with an id in it is that of every visit, a plain name its own', () => {
  expect(nameWithoutIds(bytes('corr.9f2cA1b84e7d00c1aa'))).toBe(nameWithoutIds(bytes('corr.0b77ffffA1b84e7d00')));
  expect(nameWithoutIds(bytes('sid'))).toBe('sid');
  expect(nameWithoutIds(bytes('__Host-sid'))).not.toBe(nameWithoutIds(bytes('sid')));
});
