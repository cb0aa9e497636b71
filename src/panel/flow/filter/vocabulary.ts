import type { Vocabulary } from './complete';
import type { FilterSubject } from './filter-subject';

/** The names, hosts, domains, reasons and partitions of these rows, the most frequent first; counted when first asked. */
export function vocabularyOf(rows: readonly FilterSubject[]): Vocabulary {
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

type Words = (row: FilterSubject) => readonly string[];

const names: Words = (row) => row.names;

const WORDS: Readonly<Record<string, Words>> = {
  cookie: names,
  name: names,
  host: ({ host }) => [host],
  domain: ({ domains }) => domains,
  reason: ({ reasons }) => reasons,
  partition: ({ partitions }) => partitions.map((partition) => partition.topLevelSite),
  status: ({ row }) => (row.kind === 'exchange' && row.status !== null ? [String(row.status)] : []),
};

function byFrequency(rows: readonly FilterSubject[], wordsOf: Words): readonly string[] {
  const counts = new Map<string, number>();
  let last: readonly string[] = [];
  let times = 0;
  const count = () => {
    for (const word of last) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + times);
  };
  // Most rows carry what the one before carried, in the very same list.
  for (const row of rows) {
    const words = wordsOf(row);
    if (words !== last) {
      count();
      last = words;
      times = 0;
    }
    times += 1;
  }
  count();
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}
