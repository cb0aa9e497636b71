import type { ComparedRow } from '../../analysis/compare/compare';

/** What a run of rows has in common: no difference, or that only one recording has them. */
type RunKind = 'alike' | 'only-a' | 'only-b';

/** A piece of the list of requests: a row to be looked at, or a run of rows that are told by their number. */
export type Section =
  | { readonly kind: 'row'; readonly index: number; readonly row: ComparedRow }
  | { readonly kind: RunKind; readonly index: number; readonly rows: readonly ComparedRow[] };

/** A run of rows that only one has is told by its number from this length on; what is alike always. */
const SHORTEST_RUN = 4;

/** The rows in their order, runs of one kind taken together. `index` is that of the first row. */
export function sectionsOf(rows: readonly ComparedRow[]): readonly Section[] {
  const sections: Section[] = [];
  for (let from = 0; from < rows.length; ) {
    const kind = kindOf(rows[from] as ComparedRow);
    let to = from + 1;
    while (kind !== 'row' && to < rows.length && kindOf(rows[to] as ComparedRow) === kind) to++;
    const run = rows.slice(from, to);
    if (kind !== 'row' && (kind === 'alike' || run.length >= SHORTEST_RUN)) sections.push({ kind, index: from, rows: run });
    else sections.push(...run.map((row, at): Section => ({ kind: 'row', index: from + at, row })));
    from = to;
  }
  return sections;
}

function kindOf({ a, b, differences }: ComparedRow): RunKind | 'row' {
  if (a === null) return 'only-b';
  if (b === null) return 'only-a';
  return differences.length === 0 ? 'alike' : 'row';
}
