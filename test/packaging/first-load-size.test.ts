import { expect, test } from 'vitest';
import { firstLoadSize } from './first-load-size';

test.each(['chrome', 'firefox'])('the panel loads less than 230 kB before its first frame, compressed, in %s', (browser) => {
  const octets = firstLoadSize(`dist/${browser}`);
  expect(octets).toBeGreaterThan(100_000);
  expect(octets).toBeLessThan(230_000);
});
