import type { Row } from '../../analysis/replay/exchange';
import type { Vocabulary } from './complete';
import { subjectOf } from './subject';

/** The names, hosts, domains, reasons and partitions of these rows, the most frequent first; counted when first asked. */
export function vocabularyOf(rows: readonly Row[]): Vocabulary {
  const counted = new Map<string, readonly string[]>();
  return (key) => {
    const wordsOf = WORDS[key];
    if (!wordsOf) return [];
    let words = counted.get(key);
    if (!words) {
      words = byFrequency(rows, wordsOf);
      counted.set(key, words);
    }
    return words;
  };
}

type Words = (row: Row) => readonly string[];

const names: Words = (row) => subjectOf(row).names;

const WORDS: Readonly<Record<string, Words>> = {
  cookie: names,
  name: names,
  host: (row) => [subjectOf(row).host],
  domain: (row) => subjectOf(row).domains,
  reason: (row) => subjectOf(row).reasons,
  partition: (row) => subjectOf(row).partitions.map((partition) => partition.topLevelSite),
  status: (row) => (row.kind === 'exchange' && row.status !== null ? [String(row.status)] : []),
};

function byFrequency(rows: readonly Row[], wordsOf: Words): readonly string[] {
  const counts = new Map<string, number>();
  for (const row of rows) for (const word of wordsOf(row)) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}
