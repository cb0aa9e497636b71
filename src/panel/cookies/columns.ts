import type { RuleId } from '../../analysis/rules/registry';
import type { CookieRow } from './cookie-row';

export const COLUMNS = [
  'name',
  'value',
  'domain',
  'path',
  'expires',
  'size',
  'secure',
  'httponly',
  'samesite',
  'partitioned',
  'priority',
  'role',
  'sent',
  'set',
  'grade',
] as const;
export type ColumnId = (typeof COLUMNS)[number];

/** Width in pixels where the reader has not dragged it, and least; `grows` takes its part of room that is left. */
interface Column {
  readonly width: number;
  readonly least: number;
  readonly grows: number;
  readonly numeric?: boolean;
}

export const COLUMN: Readonly<Record<ColumnId, Column>> = {
  name: { width: 138, least: 60, grows: 2 },
  value: { width: 110, least: 50, grows: 1 },
  domain: { width: 160, least: 60, grows: 2 },
  path: { width: 66, least: 36, grows: 0 },
  expires: { width: 104, least: 60, grows: 0 },
  size: { width: 44, least: 36, grows: 0, numeric: true },
  secure: { width: 66, least: 30, grows: 0 },
  httponly: { width: 72, least: 30, grows: 0 },
  samesite: { width: 88, least: 50, grows: 0 },
  partitioned: { width: 82, least: 30, grows: 0 },
  priority: { width: 62, least: 40, grows: 0 },
  role: { width: 118, least: 50, grows: 1 },
  sent: { width: 58, least: 40, grows: 0 },
  set: { width: 50, least: 40, grows: 0 },
  grade: { width: 52, least: 40, grows: 0 },
};

/** The columns shown from the start; the others can be chosen. */
export const SHOWN_FIRST: readonly ColumnId[] = COLUMNS.filter((id) => id !== 'priority');

/** Beside the detail there is room for these only. */
export const SHOWN_SHORT: readonly ColumnId[] = ['name', 'expires', 'secure', 'httponly', 'samesite', 'grade'];

export type SortKey = number | string;

const SAME_SITE = { strict: 0, lax: 1, none: 2, absent: 3 } as const;
const SHARE = { none: 0, some: 1, all: 2, 'never-asked': 3 } as const;
const PRIORITY = { high: 0, medium: 1, low: 2 } as const;

/** What a column sorts by. */
export function sortKey(row: CookieRow, column: ColumnId): SortKey {
  switch (column) {
    case 'name':
      return row.name.toLowerCase();
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

/** The cell that a finding is marked in: that of the attribute at fault. A rule that is not named marks the name. */
const FAULT_COLUMN: Readonly<Partial<Record<RuleId, ColumnId>>> = {
  'secure-missing': 'secure',
  'secure-over-http': 'secure',
  'none-without-secure': 'secure',
  'partitioned-without-secure': 'secure',
  'session-in-clear': 'secure',
  'http-only-missing': 'httponly',
  'same-site-missing': 'samesite',
  'same-site-misspelt': 'samesite',
  'same-site-none-unneeded': 'samesite',
  'third-party-not-partitioned': 'partitioned',
  'partitioned-same-site': 'partitioned',
  'domain-too-broad': 'domain',
  'domain-refused': 'domain',
  'subdomain-surface': 'domain',
  'sent-to-static-host': 'domain',
  shadowed: 'domain',
  'path-as-border': 'path',
  'path-ignored': 'path',
  'lifetime-too-long': 'expires',
  'lifetime-capped': 'expires',
  'expires-invalid': 'expires',
  'expires-against-max-age': 'expires',
  'max-age-invalid': 'expires',
  'clock-skew': 'expires',
  'jwt-outlives-cookie': 'expires',
  'jwt-long-lived': 'expires',
  'pair-near-limit': 'size',
  'pair-too-large': 'size',
  'priority-unknown': 'priority',
  'low-entropy-id': 'value',
  'predictable-id': 'value',
  'personal-data': 'value',
  'serialised-object': 'value',
  'value-unencoded': 'value',
  'value-from-request': 'value',
  'non-ascii': 'value',
  'internal-address': 'value',
  'jwt-alg-none': 'value',
  'jwt-key-from-header': 'value',
  'jwt-no-audience': 'value',
  'jwt-time-misread': 'value',
  'jwt-without-exp': 'value',
};

export const faultColumn = (rule: RuleId): ColumnId => FAULT_COLUMN[rule] ?? 'name';
