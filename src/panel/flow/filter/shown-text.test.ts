import { expect, test } from 'vitest';
import { shopFacts } from '../../../../test/panel/shop';
import { Replay } from '../../../analysis/replay/replay';
import { rowCounts } from '../../../analysis/story/counts';
import { shownText } from './shown-text';

const { rows: all } = new Replay().add(shopFacts());
const { requests } = rowCounts(all);
const ofRows = { all, shown: all, rows: { requests, changes: 0 } };

test('how many requests there are is not said again where all that are recorded are listed', () => {
  expect(shownText(ofRows, requests)).toBe('');
  expect(shownText({ ...ofRows, rows: { requests, changes: 2 } }, requests)).toBe('2 changes without a request');
});

test('it is said where the list has fewer than are recorded', () => {
  expect(shownText(ofRows, requests + 100)).toBe(`${requests} requests`);
  expect(shownText({ ...ofRows, rows: { requests, changes: 1 } }, requests + 100)).toBe(
    `${requests} requests, 1 change without a request`,
  );
});

test('a filter says how many of the rows it shows', () => {
  expect(shownText({ ...ofRows, shown: all.slice(0, 2) }, requests)).toBe(`2 of ${all.length} rows`);
});
