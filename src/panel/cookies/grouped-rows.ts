import { siteDomain } from '../../analysis/engine/site/registrable';
import { isWord, say, sayCount, type WordKey } from '../../words/catalogue';
import type { Grouping, Sorting } from '../state/table-choices';
import { sortKey } from './columns';
import type { CookieRow } from './cookie-row';

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
export function groupedRows(rows: readonly CookieRow[], { grouping, sorting, closed, site }: Arrangement): readonly TableLine[] {
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
      return row.status === 'in-jar' ? (row.party === 'own' ? '1-own' : '2-third') : '3-out';
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

const PARTY_LABEL: Readonly<Record<string, WordKey>> = {
  '1-own': 'cookies.group.own',
  '2-third': 'cookies.group.third',
  '3-out': 'cookies.group.out',
};

function labelOf(id: string, grouping: Grouping, site: string | null): string {
  const role = `role.${id}`;
  switch (grouping) {
    case 'party':
      return say(PARTY_LABEL[id] ?? 'cookies.group.out', { site: site ?? '' });
    case 'partition':
      return id === '' ? say('cookies.group.unpartitioned') : id;
    case 'role':
      return say(isWord(role) ? role : 'role.unknown');
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
