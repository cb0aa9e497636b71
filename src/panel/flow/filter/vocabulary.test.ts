import { expect, test } from 'vitest';
import { Traffic } from '../../../../test/panel/many';
import { shopFacts } from '../../../../test/panel/shop';
import { Replay } from '../../../analysis/replay/replay';
import { FilterSubject } from './filter-subject';
import { vocabularyOf } from './vocabulary';

const subjects = new Replay()
  .add(shopFacts())
  .add(new Traffic().next(100))
  .rows.map((row) => new FilterSubject(row));

/** How many rows have this word. */
const having = (word: string, words: (row: FilterSubject) => readonly string[]) =>
  subjects.filter((row) => words(row).includes(word)).length;

test.each([
  ['cookie', (row: FilterSubject) => row.names],
  ['host', (row: FilterSubject) => [row.host]],
] as const)('what completes %s: stands in the order of how many rows have it', (key, words) => {
  const offered = vocabularyOf(subjects)(key);
  expect(new Set(offered)).toEqual(new Set(subjects.flatMap((row) => words(row)).filter((word) => word !== '')));
  const counts = offered.map((word) => having(word, words));
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
  expect(counts[0]).toBeGreaterThan(counts.at(-1) ?? 0);
});

test('a key without words of the recording is completed by nothing of it', () => {
  expect(vocabularyOf(subjects)('is')).toEqual([]);
});
