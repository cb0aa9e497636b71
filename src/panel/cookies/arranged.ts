import { siteDomain } from '../../analysis/site/registrable';
import { say, sayCount, type WordKey } from '../../words/catalogue';
import { type ColumnId, sortKey } from './columns';
import type { CookieRow } from './cookie-row';

export type Grouping = 'party' | 'site' | 'partition' | 'role' | 'none';
export const GROUPINGS: readonly Grouping[] = ['party', 'site', 'partition', 'role', 'none'];

export interface Sorting {
  readonly column: ColumnId;
  readonly descending: boolean;
}

/** A line of the table: a group's heading or a cookie. */
export type TableLine =
  | { readonly kind: 'group'; readonly id: string; readonly label: string; readonly note: string; readonly open: boolean }
  | { readonly kind: 'cookie'; readonly row: CookieRow };

interface Arrangement {
  readonly grouping: Grouping;
  readonly sorting: Sorting | null;
  /** Ids of groups that are closed. */
  readonly closed: ReadonlySet<string>;
  readonly site: string | null;
}

/** Cookies in groups and in order. Equal ones stay in the order in which they came. */
export function arranged(rows: readonly CookieRow[], { grouping, sorting, closed, site }: Arrangement): readonly TableLine[] {
  const groups = new Map<string, CookieRow[]>();
  for (const row of rows) {
    const id = groupOf(row, grouping);
    const group = groups.get(id);
    if (group) group.push(row);
    else groups.set(id, [row]);
  }
  const lines: TableLine[] = [];
  for (const [id, members] of [...groups].sort(([a], [b]) => compare(a, b))) {
    const sorted = sorting ? inOrder(members, sorting) : members;
    if (grouping === 'none') {
      lines.push(...sorted.map((row) => ({ kind: 'cookie' as const, row })));
      continue;
    }
    const open = !closed.has(id);
    lines.push({ kind: 'group', id, label: labelOf(id, grouping, site), note: sayCount('count.cookies', members.length), open });
    if (open) lines.push(...sorted.map((row) => ({ kind: 'cookie' as const, row })));
  }
  return lines;
}

/** Ids sort the groups: yours before others, the jar before what is not in it. */
function groupOf(row: CookieRow, grouping: Grouping): string {
  switch (grouping) {
    case 'party':
      return row.standing === 'in-jar' ? (row.party === 'own' ? '1-own' : '2-third') : '3-out';
    case 'site':
      return siteDomain(row.domain) ?? row.domain;
    case 'partition':
      return row.partition?.topLevelSite ?? '';
    case 'role':
      return row.role?.role ?? 'unknown';
    case 'none':
      return '';
    default:
      return grouping satisfies never;
  }
}

function labelOf(id: string, grouping: Grouping, site: string | null): string {
  switch (grouping) {
    case 'party':
      return say(`cookies.group.${id.slice(2)}` as WordKey, { site: site ?? '' });
    case 'partition':
      return id === '' ? say('cookies.group.unpartitioned') : id;
    case 'role':
      return say(`role.${id}` as WordKey);
    case 'site':
    case 'none':
      return id;
    default:
      return grouping satisfies never;
  }
}

function inOrder(rows: readonly CookieRow[], { column, descending }: Sorting): readonly CookieRow[] {
  const keyed = rows.map((row) => ({ row, key: sortKey(row, column) }));
  keyed.sort((a, b) => (descending ? compare(b.key, a.key) : compare(a.key, b.key)));
  return keyed.map(({ row }) => row);
}

function compare(a: number | string, b: number | string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
