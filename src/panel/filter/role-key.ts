import type { Row } from '../../analysis/replay/exchange';
import { identityOf } from '../../analysis/rules/subject/gather';
import { type CookieKey, cookieKey } from '../../analysis/session/cookie-key';
import { ROLES, type Role, type RoleVerdict } from '../../analysis/session/role-kinds';
import { urlParts } from '../../analysis/site/url-parts';
import type { FilterKey } from './keys';
import { tokens } from './token';

/** What cookies are for, as far as it was concluded. */
export type Roles = ReadonlyMap<CookieKey, RoleVerdict>;

export const NO_ROLES: Roles = new Map();

/** `role:session-id`, or as much of it as stands before a hyphen: `role:session`. */
export const ROLE_KEY: FilterKey = {
  values: ROLES,
  test: ({ value }) => {
    if (value === '') return { kind: 'no-value', key: 'role' };
    const wanted = rolesNamed(value.toLowerCase());
    if (wanted.length === 0) return { kind: 'unknown-value', key: 'role', value, known: ROLES };
    return ({ row }, roles) => keysOf(row).some((key) => wanted.includes(roles.get(key)?.role ?? 'unknown'));
  },
};

const rolesNamed = (value: string): readonly Role[] => ROLES.filter((role) => role === value || role.startsWith(`${value}-`));

/** Whether an answer of the filter hangs on what cookies are for. */
export const asksRole = (text: string): boolean => tokens(text).some(({ key }) => key === 'role');

const known = new WeakMap<Row, readonly CookieKey[]>();

/** The cookies that a row sends, withholds, sets or writes. */
function keysOf(row: Row): readonly CookieKey[] {
  let keys = known.get(row);
  if (!keys) {
    keys = [...new Set(found(row))];
    known.set(row, keys);
  }
  return keys;
}

function found(row: Row): readonly CookieKey[] {
  if (row.kind === 'script-write') return [cookieKey(row.change.cookie)];
  if (row.kind !== 'exchange') return [];
  const parts = row.lines.length > 0 ? urlParts(row.url) : null;
  return [
    ...row.cookies.flatMap(({ cookie }) => (cookie ? [cookieKey(cookie)] : [])),
    ...row.withheld.map(({ cookie }) => cookieKey(cookie)),
    ...(parts ? row.lines.map((line) => cookieKey(identityOf(line, parts))) : []),
  ];
}
