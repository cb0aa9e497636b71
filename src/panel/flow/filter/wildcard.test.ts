import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { wildcard } from './wildcard';

test('a star stands for anything, as it does in a regular expression', () => {
  const text = fc.array(fc.constantFrom('a', 'b', '*', '.', '\n'), { maxLength: 8 }).map((each) => each.join(''));
  const literal = (piece: string) => piece.replace(/[.*]/g, '\\$&');
  fc.assert(
    fc.property(text, text, (pattern, wanted) => {
      const regex = new RegExp(`^${pattern.split('*').map(literal).join('.*')}$`, 's');
      expect(wildcard(pattern)(wanted)).toBe(regex.test(wanted));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['a*a', 'a', false],
  ['ab*ba', 'aba', false],
  ['*', '', true],
  ['a**b', 'ab', true],
  ['Sid', 'sid', false],
  ['sid*', 'sid_1', true],
])('%s on "%s": %s', (pattern, text, is) => {
  expect(wildcard(pattern)(text)).toBe(is);
});
