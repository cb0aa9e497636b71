import { expect, it } from 'vitest';
import { instant } from '../../engine/base/units';
import type { NavigationRow } from './exchange';
import { RowList } from './row-list';

const row = (id: string, at: number): NavigationRow => ({ kind: 'navigation', id, at: instant(at), tabId: 1, url: id });
const ids = (list: RowList) => list.rows.map(({ id }) => id);

it('keeps rows in the order of time, the later told behind the earlier told', () => {
  const list = new RowList();
  for (const each of [row('b', 2), row('d', 4), row('a', 1), row('c', 2)]) list.insert(each);
  expect(ids(list)).toEqual(['a', 'b', 'c', 'd']);
});

it('knows every row’s place after rows came in between and went', () => {
  const list = new RowList();
  for (const each of [row('a', 1), row('b', 2), row('c', 3)]) list.insert(each);
  list.insertBefore('b', row('x', 9));
  list.remove('a');
  expect(ids(list)).toEqual(['x', 'b', 'c']);
  expect(ids(list).map((id) => list.place(id))).toEqual([0, 1, 2]);
  expect(list.place('a')).toBeNull();
});

it('raises its version with every change, and with nothing else', () => {
  const list = new RowList();
  const first = row('a', 1);
  list.insert(first);
  const { version } = list;
  list.replace(first);
  list.replace(row('unknown', 1));
  list.remove('unknown');
  expect(list.version).toBe(version);
  list.replace(row('a', 1));
  expect(list.version).toBe(version + 1);
});

it('does not look far when the clock was set back', () => {
  const list = new RowList();
  for (let n = 0; n < 1000; n++) list.insert(row(`early${n}`, 1_000_000 + n));
  list.insert(row('set-back', 5));
  expect(list.place('set-back')).toBeGreaterThan(500);
});
