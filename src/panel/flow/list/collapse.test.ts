import { expect, test } from 'vitest';
import { shopFacts } from '../../../../test/panel/shop';
import { Replay } from '../../../analysis/replay/replay';
import { collapse, holderOf, type ListLine } from './collapse';
import { inListOrder } from './order';

const rows = inListOrder(new Replay().add(shopFacts()).rows, 0);
const NONE = { thirdParties: false, opened: new Set<string>(), closed: new Set<string>(), chosen: null };
const isThird = (line: ListLine | undefined) => line?.kind === 'exchange' && line.thirdParty === true;
const headings = (lines: readonly ListLine[]) => lines.filter((line) => line.kind === 'group');
const chain = rows.find((row) => row.kind === 'exchange' && row.state === 'redirected');
if (chain?.kind !== 'exchange') throw new Error('The shop redirects.');

test('where nothing is collapsed the lines are the rows', () => {
  expect(collapse(rows, NONE).lines).toBe(rows);
});

test('requests to third parties that follow each other become one line, and no row is lost', () => {
  const { lines, headed } = collapse(rows, { ...NONE, thirdParties: true });
  const groups = headings(lines);
  expect(groups.length).toBeGreaterThan(0);
  expect(headed.size).toBe(0);
  for (const [index, line] of lines.entries()) if (isThird(line)) expect(isThird(lines[index + 1])).toBe(false);
  expect(lines.length - groups.length + groups.reduce((sum, { rows: run }) => sum + run.length, 0)).toBe(rows.length);
});

test('an opened run shows its rows under its heading, and so does one that holds the chosen row', () => {
  const { lines } = collapse(rows, { ...NONE, thirdParties: true });
  const group = headings(lines)[0];
  const child = group?.rows[1];
  if (!group || !child) throw new Error('The shop has third parties.');
  for (const state of [{ opened: new Set([group.id]) }, { chosen: child.id }]) {
    const { lines: open, headed } = collapse(rows, { ...NONE, thirdParties: true, ...state });
    const at = open.indexOf(child);
    expect(open[at - 2]).toMatchObject({ kind: 'group', id: group.id, open: true });
    expect([...headed]).toEqual(group.rows);
  }
});

test('a closed chain hides its later hops behind the first one, save while one of them is chosen', () => {
  const closed = { ...NONE, closed: new Set([chain.request]) };
  const { lines, hidden } = collapse(rows, closed);
  const hops = rows.filter((row) => row.kind === 'exchange' && row.request === chain.request);
  expect(hidden.get(chain.request)).toEqual(hops.slice(1));
  expect(lines.length).toBe(rows.length - hops.length + 1);
  expect(collapse(rows, { ...closed, chosen: hops[1]?.id ?? '' }).lines).toEqual(rows);
});

test('a hop is held by its chain, a third party by its run, any other row by nothing', () => {
  const hop = rows.findIndex((row) => row.kind === 'exchange' && row.request === chain.request && row.hop === 1);
  expect(holderOf(rows, hop)).toBe(rows.findIndex((row) => row.kind === 'exchange' && row.request === chain.request));
  const group = headings(collapse(rows, { ...NONE, thirdParties: true }).lines)[0];
  const first = group?.rows[0];
  const { lines } = collapse(rows, { ...NONE, thirdParties: true, chosen: first?.id ?? '' });
  expect(lines[holderOf(lines, first ? lines.indexOf(first) : -1)]).toMatchObject({ id: group?.id });
  expect(holderOf(rows, 0)).toBe(-1);
});
