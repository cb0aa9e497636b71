import { expect, test } from 'vitest';
import { shortPath } from './place';

test.each([
  ['/orders/9f2c41d0a7b34e6f9f2c41d0a7b34e6f/items', '/orders/9f2c41d0…/items'],
  ['/callback?code=Zk3vQ9pLx7Wm2RtYZk3vQ9pLx7Wm2RtY&state=1', '/callback?code=Zk3vQ9pL…&state=1'],
  ['/a-folder-of-some-length/page', '/a-folder-of-some-length/page'],
  ['', ''],
])('of %s the reader sees %s', (path, short) => {
  expect(shortPath(path)).toBe(short);
});
