import { create } from 'zustand';
import { COLUMNS, type ColumnId, SHOWN_FIRST } from './cookie-columns';
import { onStored, store, stored, storedJson } from './preferences-storage';

/** `session`: in the jar during the session that is looked at. */
export type CookieFacet = 'all' | 'own' | 'third' | 'session' | 'fault';
export const COOKIE_FACETS: readonly CookieFacet[] = ['all', 'own', 'third', 'session', 'fault'];

export type Grouping = 'party' | 'site' | 'partition' | 'role' | 'none';
export const GROUPINGS: readonly Grouping[] = ['party', 'site', 'partition', 'role', 'none'];

export interface Sorting {
  readonly column: ColumnId;
  readonly descending: boolean;
}

/** What the reader chose of the table; columns and widths are kept. */
interface TableChoices {
  readonly filter: string;
  readonly facet: CookieFacet;
  readonly grouping: Grouping;
  readonly sorting: Sorting | null;
  readonly closed: ReadonlySet<string>;
  readonly shown: readonly ColumnId[];
  readonly widths: Readonly<Partial<Record<ColumnId, number>>>;
  readonly cookie: string | null;
  /** Keys of the cookies that are selected together. */
  readonly picked: ReadonlySet<string>;
  /** From which cookie a selection is extended; null = none. */
  readonly anchor: string | null;
}

interface TableActions {
  readonly set: (choices: Partial<TableChoices>) => void;
  /** Sorts by a column: up, then down, then not at all. */
  readonly sortBy: (column: ColumnId) => void;
  readonly toggleGroup: (id: string, open: boolean) => void;
  readonly toggleColumn: (column: ColumnId) => void;
  readonly resize: (column: ColumnId, width: number | null) => void;
}

const KEY = 'cookie-columns';

export const useTable = create<TableChoices & TableActions>((set, get) => ({
  filter: '',
  facet: 'all',
  grouping: 'party',
  sorting: null,
  closed: new Set(),
  ...storedChoices(),
  cookie: null,
  picked: new Set(),
  anchor: null,
  set: (choices) => set(choices),
  sortBy: (column) =>
    set(({ sorting }) => {
      if (sorting?.column !== column) return { sorting: { column, descending: false } };
      return { sorting: sorting.descending ? null : { column, descending: true } };
    }),
  toggleGroup: (id, open) =>
    set(({ closed }) => {
      const next = new Set(closed);
      if (open) next.delete(id);
      else next.add(id);
      return { closed: next };
    }),
  toggleColumn: (column) => {
    const { shown } = get();
    const next = COLUMNS.filter((id) => (id === column ? !shown.includes(id) : shown.includes(id)));
    if (next.length > 0) set({ shown: next });
    storeColumns(get());
  },
  resize: (column, width) => {
    const { [column]: _, ...others } = get().widths;
    set({ widths: width === null ? others : { ...others, [column]: width } });
    storeColumns(get());
  },
}));

function storeColumns({ shown, widths }: Pick<TableChoices, 'shown' | 'widths'>): void {
  store(KEY, JSON.stringify({ shown, widths }));
}

/** The stored columns and widths, without columns that no longer exist. */
function storedChoices(): Pick<TableChoices, 'shown' | 'widths'> {
  const stored = storedJson(KEY);
  if (typeof stored !== 'object' || stored === null) return { shown: SHOWN_FIRST, widths: {} };
  const { shown, widths } = stored as { readonly shown?: unknown; readonly widths?: unknown };
  const known = Array.isArray(shown) ? COLUMNS.filter((id) => shown.includes(id)) : [];
  const sized = Object.entries((typeof widths === 'object' && widths) || {}).filter(
    (entry): entry is [ColumnId, number] => COLUMNS.includes(entry[0] as ColumnId) && typeof entry[1] === 'number',
  );
  return { shown: known.length > 0 ? known : SHOWN_FIRST, widths: Object.fromEntries(sized) };
}

onStored(() => {
  if (stored(KEY) === null) useTable.setState(storedChoices());
});
