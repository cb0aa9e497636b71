import { expect, test } from 'vitest';
import type { ComparedRow } from '../../analysis/compare/compare';
import { sectionsOf } from './sections';

/** `=` alike, `x` with a difference, `a` and `b` of one side only. */
const rowsOf = (kinds: string): readonly ComparedRow[] =>
  [...kinds].map(
    (kind) =>
      ({
        a: kind === 'b' ? null : {},
        b: kind === 'a' ? null : {},
        differences: kind === 'x' ? [{ kind: 'status', a: 200, b: 500 }] : [],
      }) as unknown as ComparedRow,
  );

test.each([
  ['', ''],
  ['===', 'alike0×3'],
  ['=x==', 'alike0×1 row1 alike2×2'],
  ['xx', 'row0 row1'],
  ['aaabbbb=', 'row0 row1 row2 only-b3×4 alike7×1'],
  ['aaaaab', 'only-a0×5 row5'],
])('%s: %s', (kinds, expected) => {
  const sections = sectionsOf(rowsOf(kinds));
  const told = sections.map((each) =>
    each.kind === 'row' ? `row${each.index}` : `${each.kind}${each.index}×${each.rows.length}`,
  );
  expect(told.join(' ')).toBe(expected);
});
