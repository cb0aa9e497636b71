import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstFrom } from './ordered';

it('finds the place that a search from the beginning finds', () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 30 })).map((list) => list.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(numbers, fc.integer({ min: -1, max: 31 }), (list, number) => {
      const place = list.findIndex((each) => each >= number);
      expect(firstFrom(list, number, (each) => each)).toBe(place < 0 ? list.length : place);
    }),
  );
});
