import type { Finding } from '../../analysis/rules/audit';
import type { ColumnId } from '../state/cookie-columns';
import type { CookieRow } from './cookie-row';

/** Pixels. `width` holds where the reader has not dragged the edge; `grow` is the share of the room that is left (0 = none). */
interface Column {
  readonly width: number;
  readonly minWidth: number;
  readonly grow: number;
  readonly numeric?: boolean;
}

export const COLUMN: Readonly<Record<ColumnId, Column>> = {
  name: { width: 102, minWidth: 60, grow: 2 },
  state: { width: 84, minWidth: 50, grow: 0 },
  value: { width: 110, minWidth: 50, grow: 1 },
  domain: { width: 160, minWidth: 60, grow: 2 },
  path: { width: 66, minWidth: 36, grow: 0 },
  expires: { width: 98, minWidth: 60, grow: 0 },
  size: { width: 44, minWidth: 36, grow: 0, numeric: true },
  secure: { width: 52, minWidth: 30, grow: 0 },
  httponly: { width: 62, minWidth: 30, grow: 0 },
  samesite: { width: 76, minWidth: 50, grow: 0 },
  partitioned: { width: 74, minWidth: 30, grow: 0 },
  priority: { width: 62, minWidth: 40, grow: 0 },
  role: { width: 146, minWidth: 50, grow: 1.5 },
  sent: { width: 50, minWidth: 40, grow: 0 },
  set: { width: 40, minWidth: 40, grow: 0 },
  grade: { width: 46, minWidth: 40, grow: 0 },
};

/** The only columns for which there is room beside the detail of a cookie. */
export const SHOWN_SHORT: readonly ColumnId[] = ['name', 'state', 'expires', 'secure', 'httponly', 'samesite', 'grade'];

/** Columns that are left out where there is no room for all, the first one first. */
const LEFT_OUT_FIRST: readonly ColumnId[] = ['partitioned', 'size', 'set', 'path', 'sent', 'value', 'role'];

export type ColumnWidths = Readonly<Partial<Record<ColumnId, number>>>;

/** Pixels below which the table scrolls sideways. */
export const tableWidth = (columns: readonly ColumnId[], widths: ColumnWidths): number =>
  columns.reduce((sum, id) => sum + (widths[id] ?? COLUMN[id].width), 0);

/**
 * The columns for which there is room. One whose width the reader has set stays.
 * @param room pixels
 */
export function fittingColumns(shown: readonly ColumnId[], widths: ColumnWidths, room: number): readonly ColumnId[] {
  let fitting = shown;
  for (const id of LEFT_OUT_FIRST) {
    if (tableWidth(fitting, widths) <= room) break;
    if (widths[id] === undefined) fitting = fitting.filter((each) => each !== id);
  }
  return fitting;
}

export type SortKey = number | string;

const SAME_SITE = { strict: 0, lax: 1, none: 2, absent: 3 } as const;
const SHARE = { none: 0, some: 1, all: 2, 'never-asked': 3 } as const;
const STATUS = { rejected: 0, gone: 1, 'in-jar': 2 } as const;
const PRIORITY = { high: 0, medium: 1, low: 2 } as const;

/** What a column sorts by. */
export function sortKey(row: CookieRow, column: ColumnId): SortKey {
  switch (column) {
    case 'name':
      return row.name.toLowerCase();
    case 'state':
      return STATUS[row.status];
    case 'value':
      return row.value;
    case 'domain':
      return row.domain;
    case 'path':
      return row.path;
    case 'expires':
      return row.expires ?? Number.POSITIVE_INFINITY;
    case 'size':
      return row.size;
    case 'secure':
      return row.secure ? 0 : 1;
    case 'httponly':
      return row.httpOnly ? 0 : 1;
    case 'samesite':
      return SAME_SITE[row.sameSite];
    case 'partitioned':
      return row.partition?.topLevelSite ?? '\uffff';
    case 'priority':
      return row.priority === null ? 3 : PRIORITY[row.priority];
    case 'role':
      return row.role?.role ?? '\uffff';
    case 'sent':
      return -row.sent;
    case 'set':
      return SHARE[row.setShare];
    case 'grade':
      return row.grade?.score ?? 101;
    default:
      return column satisfies never;
  }
}

/** The column in which a finding is marked; null = in none. */
export const markedColumn = ({ column }: Finding): ColumnId | null => column;
