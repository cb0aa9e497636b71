import { urlParts } from '../../../analysis/engine/site/url-parts';
import type { Row } from '../../../analysis/replay/rows/exchange';
import { type CookieKey, cookieKey } from '../../../analysis/session/cookies/cookie-key';
import { identityOf } from '../../../analysis/session/cookies/line-identity';
import { ROLES, type Role } from '../../../analysis/session/shared/role-kinds';
import type { FilterKey } from './filter-key';
import { tokens } from './token';

/** `role:session-id`, or as much of it as stands before a hyphen: `role:session`. */
export const ROLE_KEY: FilterKey = {
  values: ROLES,
  test: ({ value }) => {
    if (value === '') return { kind: 'no-value', key: 'role' };
    const wanted = rolesNamed(value.toLowerCase());
    if (wanted.length === 0) return { kind: 'unknown-value', key: 'role', value, known: ROLES };
    return ({ row }, { roles }) => keysOf(row).some((key) => wanted.includes(roles.get(key)?.role ?? 'unknown'));
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
  if (row.kind === 'change') return [cookieKey(row.change.cookie)];
  if (row.kind !== 'exchange') return [];
  const parts = row.lines.length > 0 ? urlParts(row.url) : null;
  return [
    ...row.cookies.flatMap(({ cookie }) => (cookie ? [cookieKey(cookie)] : [])),
    ...row.withheld.map(({ cookie }) => cookieKey(cookie)),
    ...(parts ? row.lines.map((line) => cookieKey(identityOf(line, parts))) : []),
  ];
}
