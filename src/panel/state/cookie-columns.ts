export const COLUMNS = [
  'name',
  'state',
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

/** The columns shown from the start; the others can be chosen. */
export const SHOWN_FIRST: readonly ColumnId[] = COLUMNS.filter((id) => id !== 'priority');
