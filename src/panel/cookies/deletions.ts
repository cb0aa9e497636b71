import { siteDomain } from '../../analysis/engine/site/registrable';
import { isCredential, ROLES, type Role } from '../../analysis/session/shared/role-kinds';
import type { CookieRow } from './cookie-row';

/** Cookies that can be deleted together. */
export type Deletion =
  /** Those whose theft signs the thief in; consent, preferences and the rest stay. */
  | { readonly kind: 'credentials'; readonly rows: readonly CookieRow[] }
  | { readonly kind: 'role'; readonly role: Role; readonly rows: readonly CookieRow[] }
  /** All of a site's but what says what the visitor agreed to. */
  | { readonly kind: 'all-but-consent'; readonly site: string; readonly rows: readonly CookieRow[] }
  | { readonly kind: 'site'; readonly site: string; readonly rows: readonly CookieRow[] };

/**
 * What can be deleted of the jar: what signs in, the cookies of each role, and those of the site in view.
 * @param rows of the whole table; those that are not in the jar are passed over
 * @param site registrable domain or host; null = none is in view
 */
export function deletionsOf(rows: readonly CookieRow[], site: string | null): readonly Deletion[] {
  const held = rows.filter(({ status }) => status === 'in-jar');
  const roleOf = ({ role }: CookieRow): Role => role?.role ?? 'unknown';
  const own = site === null ? [] : held.filter(({ domain }) => siteDomain(domain) === site);
  const butConsent = own.filter((row) => roleOf(row) !== 'consent');
  const all: readonly Deletion[] = [
    { kind: 'credentials', rows: held.filter((row) => isCredential(roleOf(row))) },
    ...ROLES.filter((role) => role !== 'unknown').map(
      (role): Deletion => ({ kind: 'role', role, rows: held.filter((row) => roleOf(row) === role) }),
    ),
    ...(site === null || butConsent.length === own.length ? [] : [{ kind: 'all-but-consent', site, rows: butConsent } as const]),
    ...(site === null ? [] : [{ kind: 'site', site, rows: own } as const]),
  ];
  return all.filter((each) => each.rows.length > 0);
}
