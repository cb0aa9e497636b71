import type { Exchange, Row } from '../../analysis/replay/exchange';

/** A line of the list: a row, or the heading of a run of requests to third parties. */
export type ListLine = Row | Fold;

export interface Fold {
  readonly kind: 'fold';
  readonly id: string;
  readonly rows: readonly Exchange[];
  readonly open: boolean;
}

/** What is folded: all runs of third parties that are not opened, and the chains that are closed. */
export interface Folding {
  readonly thirdParties: boolean;
  /** Ids of folds. */
  readonly opened: ReadonlySet<string>;
  /** Request ids of chains. */
  readonly closed: ReadonlySet<string>;
  /** Id of the chosen row: what holds it is open. */
  readonly chosen: string | null;
}

export interface Folded {
  readonly lines: readonly ListLine[];
  /** The hops that a closed chain hides behind its first one, by request. */
  readonly hidden: ReadonlyMap<string, readonly Exchange[]>;
}

const NOTHING: ReadonlyMap<string, readonly Exchange[]> = new Map();

/** The lines that stand for these rows. The same array where nothing is folded. */
export function folded(rows: readonly Row[], folding: Folding): Folded {
  if (!folding.thirdParties && folding.closed.size === 0) return { lines: rows, hidden: NOTHING };
  const { kept, hidden } = withoutClosed(rows, folding);
  return { lines: folding.thirdParties ? inRuns(kept, folding) : kept, hidden };
}

function withoutClosed(rows: readonly Row[], { closed, chosen }: Folding) {
  if (closed.size === 0) return { kept: rows, hidden: NOTHING };
  const at = rows.findIndex((row) => row.id === chosen);
  const stays = joins(rows[at - 1], rows[at]) ? requestOf(rows[at]) : null;
  const hidden = new Map<string, Exchange[]>();
  const kept: Row[] = [];
  for (const row of rows) {
    if (row.kind !== 'exchange' || !closed.has(row.request) || row.request === stays || !joins(kept.at(-1), row)) kept.push(row);
    else hidden.set(row.request, [...(hidden.get(row.request) ?? []), row]);
  }
  return { kept, hidden };
}

const requestOf = (row: ListLine | undefined): string | null => (row?.kind === 'exchange' ? row.request : null);

/** Whether two lines are hops of one chain. */
export const joins = (one: ListLine | undefined, other: ListLine | undefined): boolean =>
  requestOf(one) !== null && requestOf(one) === requestOf(other);

function inRuns(rows: readonly Row[], { opened, chosen }: Folding): readonly ListLine[] {
  const lines: ListLine[] = [];
  let run: Exchange[] = [];
  const end = () => {
    const [first] = run;
    if (first && run.length > 1) {
      const id = foldId(first);
      const open = opened.has(id) || run.some((row) => row.id === chosen);
      lines.push({ kind: 'fold', id, rows: run, open });
      if (open) lines.push(...run);
    } else lines.push(...run);
    run = [];
  };
  for (const row of rows) {
    if (row.kind === 'exchange' && row.thirdParty === true) {
      run.push(row);
      continue;
    }
    end();
    lines.push(row);
  }
  end();
  return lines;
}

const foldId = (first: Row): string => `fold:${first.id}`;

/** The line that holds the one at `index`: the heading of its run, or the first hop of its chain; -1 = none. */
export function holderOf(lines: readonly ListLine[], index: number): number {
  const line = lines[index];
  if (line?.kind !== 'exchange') return -1;
  const first = lines.findIndex((each) => each.kind === 'exchange' && each.request === line.request);
  if (first < index) return first;
  return lines.findLastIndex((each, at) => at < index && each.kind === 'fold' && each.rows.includes(line));
}
