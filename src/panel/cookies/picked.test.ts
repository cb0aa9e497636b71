import { expect, test } from 'vitest';
import type { TableLine } from './grouped-rows';
import { allKeys, type PickMode, type Picks, pickedBy } from './picked';

/** Cookies by letters, a group's heading as `|`. */
const linesOf = (text: string): readonly TableLine[] =>
  [...text].map((key) => (key === '|' ? { kind: 'group', id: 'g' } : { kind: 'cookie', row: { key } }) as unknown as TableLine);

const NOTHING: Picks = { cookie: null, picked: new Set(), anchor: null };

/** `b+d` adds d to b, `b-d` reaches from b to d, `b d` selects d after b. */
function after(steps: string, lines: readonly TableLine[]): string {
  const modes: Readonly<Record<string, PickMode>> = { '+': 'toggle', '-': 'range', ' ': 'alone' };
  const all = [...` ${steps}`];
  let picks = NOTHING;
  for (let at = 0; at < all.length; at += 2) picks = pickedBy(picks, all[at + 1] ?? '', modes[all[at] ?? ''] ?? 'alone', lines);
  return `${picks.cookie} ${[...picks.picked].join('')}`;
}

test.each([
  ['b', 'b '],
  ['b+d', 'd bd'],
  ['b+d+b', 'b d'],
  ['b-d', 'd bcd'],
  ['d-b', 'b bcd'],
  ['b-d-c', 'c bc'],
  ['b+d-e', 'e de'],
  ['b-d e', 'e '],
])('%s of a|bcde: %s', (steps, expected) => {
  expect(after(steps, linesOf('a|bcde'))).toBe(expected);
});

test('a selection goes over headings, which are no cookies, and not from a row that the filter hides', () => {
  expect(after('a-c', linesOf('a|bcde'))).toBe('c abc');
  expect(after('z-c', linesOf('a|bcde'))).toBe('c c');
  expect([...allKeys(linesOf('a|bc'))]).toEqual(['a', 'b', 'c']);
});
