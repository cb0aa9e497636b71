import { expect, it } from 'vitest';
import { entropyBound, idSeries } from './entropy';

it.each([
  ['', 0, 'digits'],
  ['1234567890', 33, 'digits'],
  ['0123456789abcdef0123456789abcdef', 128, 'hexadecimal'],
  ['k3u6hnv3b0p6k2fjq8c0h4o7d1', 134, 'lower-case and digits'],
  ['550e8400-e29b-41d4-a716-446655440000', 122, 'base64url'],
  ['f47ac10b-58cc-1372-8567-0e02b2c3d479', 14, 'base64url'],
])('bounds the randomness of "%s" by %i bits', (value, bits, alphabet) => {
  expect(entropyBound(value)).toMatchObject({ bits, alphabet, length: value.length });
});

it('shows nothing from one id, or the same again', () => {
  expect(idSeries(['a1'])).toBeNull();
  expect(idSeries(['a1', 'a1'])).toBeNull();
});

it('sees ids that count up, in decimal and hexadecimal, also behind a lead', () => {
  expect(idSeries(['user-1001', 'user-1002', 'user-1005'])?.sequential).toBe(true);
  expect(idSeries(['00fe', '00ff', '0100'])?.sequential).toBe(true);
  expect(idSeries(['1001', '1002'])?.sequential).toBe(false);
  expect(idSeries(['9f2c71aa', 'e81a03bb', '3b07c5cc'])?.sequential).toBe(false);
});

it('leaves characters that never change out of the bound', () => {
  const series = idSeries(['fixedpart-a1b2', 'fixedpart-c3d4']);
  expect(series?.staticCharacters).toBe(10);
  expect(series?.bits).toBeLessThanOrEqual(24);
});
