import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matched } from './matched';

const pairs = (a: string, b: string): string =>
  matched([...a], [...b], (each) => each)
    .map((pair) => `${pair.a ?? '-'}${pair.b ?? '-'}`)
    .join(' ');

test.each([
  ['abc', 'abc', 'aa bb cc'],
  ['abc', 'abxc', 'aa bb -x cc'],
  ['abxc', 'abc', 'aa bb x- cc'],
  ['abc', '', 'a- b- c-'],
  ['', 'ab', '-a -b'],
  // The same request twice in a and once in b: the one whose neighbours agree.
  ['saab', 'sab', 'ss aa a- bb'],
  // Under way together, in another order: still counterparts.
  ['pxyq', 'pyxq', 'pp xx yy qq'],
])('%s beside %s: %s', (a, b, expected) => {
  expect(pairs(a, b)).toBe(expected);
});

test('each is there exactly once, counterparts have one key, and what could be paired is', () => {
  const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
  fc.assert(
    fc.property(list, list, (a, b) => {
      const found = matched(a, b, (each) => each);
      expect(found.flatMap((pair) => pair.a ?? [])).toEqual(a);
      expect(found.flatMap((pair) => pair.b ?? []).sort()).toEqual(b.toSorted());
      for (const pair of found) if (pair.a !== null && pair.b !== null) expect(pair.a).toBe(pair.b);
      const alone = (side: 'a' | 'b') => found.flatMap((pair) => (pair.a === null || pair.b === null ? (pair[side] ?? []) : []));
      expect(alone('a').filter((key) => alone('b').includes(key))).toEqual([]);
    }),
  );
});

test('a long list whose ends agree is matched without a table of all pairs', () => {
  const many = Array.from({ length: 20_000 }, (_, n) => `r${n}`);
  const found = matched(many, [...many.slice(0, 10_000), 'new', ...many.slice(10_000)], (each) => each);
  expect(found.filter(({ a, b }) => a === null || b === null)).toEqual([{ a: null, b: 'new' }]);
});
