import { expect, test } from 'vitest';
import { bytes } from '../analysis/engine/base/bytes';
import { digestKey, digestUnder } from './digest';

const key = digestKey();

test('equal values have equal digests, others not', () => {
  const digest = digestUnder(key);
  expect(digest(bytes('abcdefgh'))).toBe(digestUnder(key)(bytes('abcdefgh')));
  expect(digest(bytes('abcdefgh'))).not.toBe(digest(bytes('abcdefgi')));
});

test('under another key the digest is another', () => {
  expect(digestUnder(key)(bytes('abcdefgh'))).not.toBe(digestUnder(digestKey())(bytes('abcdefgh')));
});

test('is HMAC-SHA-256, cut to 80 bits', () => {
  // RFC 4231, test case 2.
  const jefe = Buffer.from('Jefe').toString('hex');
  expect(digestUnder(jefe)(bytes('what do ya want for nothing?'))).toBe('5bdcc146bf60754e6a04');
});

test('octets above 127 count as they are', () => {
  const digest = digestUnder(key);
  expect(digest(bytes('é'))).toBe(digest('\u00c3\u00a9' as ReturnType<typeof bytes>));
});
