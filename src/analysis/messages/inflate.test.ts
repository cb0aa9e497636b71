import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inflate } from './inflate';

const text = (octets: Uint8Array): string => Buffer.from(octets).toString('latin1');

it('gives back what zlib deflated, at every level, stored blocks among them', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 3000 }), fc.integer({ min: 0, max: 9 }), (input, level) => {
      const { octets, end } = inflate(deflateRawSync(Buffer.from(input), { level }), 20_000);
      expect(end).toBe('whole');
      expect(Buffer.from(octets).toString()).toBe(input);
    }),
    { numRuns: 200 },
  );
});

it('gives back a long text with far references', () => {
  const long = Array.from({ length: 4000 }, (_, n) => `line ${n % 700}\n`).join('');
  const { octets, end } = inflate(deflateRawSync(Buffer.from(long)), 100_000);
  expect(end).toBe('whole');
  expect(text(octets)).toBe(long);
});

it('stops a bomb of 100 MB at the limit', () => {
  const bomb = deflateRawSync(Buffer.alloc(100_000_000));
  const { octets, end } = inflate(bomb, 65_536);
  expect(end).toBe('too-large');
  expect(octets.length).toBe(65_536);
});

it('calls a stream that was cut, and one that is none, broken', () => {
  const whole = deflateRawSync(Buffer.from('hello, hello, hello, hello'));
  expect(inflate(whole.subarray(0, whole.length - 4), 1000).end).toBe('broken');
  expect(inflate(Uint8Array.of(7, 7, 7), 1000).end).toBe('broken');
  expect(inflate(new Uint8Array(0), 1000).end).toBe('broken');
});

it('never throws, whatever the octets', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (octets) => void inflate(octets, 5000)),
    { numRuns: 500 },
  );
});
