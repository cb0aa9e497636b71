import type { Exchange, Row } from '../../../analysis/replay/rows/exchange';

/** A line of the list: a row, or the heading of a run of requests to third parties. */
export type ListLine = Row | CollapsedGroup;

export interface CollapsedGroup {
  readonly kind: 'group';
  readonly id: string;
  readonly rows: readonly Exchange[];
  readonly open: boolean;
}

/** What is collapsed: all runs of third parties that are not opened, and the chains that are closed. */
export interface CollapseState {
  readonly thirdParties: boolean;
  /** ids of groups. */
  readonly opened: ReadonlySet<string>;
  /** Request ids of chains. */
  readonly closed: ReadonlySet<string>;
  /** Id of the chosen row: what holds it is open. */
  readonly chosen: string | null;
}

export interface CollapsedLines {
  readonly lines: readonly ListLine[];
  /** The hops that a closed chain hides behind its first one, by request. */
  readonly hidden: ReadonlyMap<string, readonly Exchange[]>;
  /** Rows that stand under the heading of an open run. */
  readonly headed: ReadonlySet<Row>;
}

const NONE: ReadonlySet<Row> = new Set();
const NOTHING: ReadonlyMap<string, readonly Exchange[]> = new Map();

/** The lines that stand for these rows. The same array where nothing is collapsed. */
export function collapse(rows: readonly Row[], state: CollapseState): CollapsedLines {
  if (!state.thirdParties && state.closed.size === 0) return { lines: rows, hidden: NOTHING, headed: NONE };
  const { visible, hidden } = withoutClosed(rows, state);
  return state.thirdParties ? { ...inRuns(visible, state), hidden } : { lines: visible, hidden, headed: NONE };
}

function withoutClosed(rows: readonly Row[], { closed, chosen }: CollapseState) {
  if (closed.size === 0) return { visible: rows, hidden: NOTHING };
  const at = rows.findIndex((row) => row.id === chosen);
  const stays = joins(rows[at - 1], rows[at]) ? requestOf(rows[at]) : null;
  const hidden = new Map<string, Exchange[]>();
  const visible: Row[] = [];
  for (const row of rows) {
    if (row.kind !== 'exchange' || !closed.has(row.request) || row.request === stays || !joins(visible.at(-1), row))
      visible.push(row);
    else hidden.set(row.request, [...(hidden.get(row.request) ?? []), row]);
  }
  return { visible, hidden };
}

const requestOf = (row: ListLine | undefined): string | null => (row?.kind === 'exchange' ? row.request : null);

/** Whether two lines are hops of one chain. */
export const joins = (one: ListLine | undefined, other: ListLine | undefined): boolean =>
  requestOf(one) !== null && requestOf(one) === requestOf(other);

function inRuns(rows: readonly Row[], { opened, chosen }: CollapseState) {
  const lines: ListLine[] = [];
  const headed = new Set<Row>();
  let run: Exchange[] = [];
  const end = () => {
    const [first] = run;
    if (first && run.length > 1) {
      const id = groupId(first);
      const open = opened.has(id) || run.some((row) => row.id === chosen);
      lines.push({ kind: 'group', id, rows: run, open });
      if (open) lines.push(...run);
      if (open) for (const row of run) headed.add(row);
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
  return { lines, headed };
}

const groupId = (first: Row): string => `group:${first.id}`;

/** The line that holds the one at `index`: the heading of its run, or the first hop of its chain; -1 = none. */
export function holderOf(lines: readonly ListLine[], index: number): number {
  const line = lines[index];
  if (line?.kind !== 'exchange') return -1;
  const first = lines.findIndex((each) => each.kind === 'exchange' && each.request === line.request);
  if (first < index) return first;
  return lines.findLastIndex((each, at) => at < index && each.kind === 'group' && each.rows.includes(line));
}
