import type { Role } from '../../shared/role-kinds';

/**
 * Cookies of one framework or product. In a name, `*` stands for any characters (also none), and a regular
 * expression is used where that is too wide. Names are compared with their case, without `__Host-` and the like.
 */
export interface NameRow {
  readonly owner: string;
  /** Where the owner documents the names, or the source that sets them. */
  readonly source: string;
  /** Registrable domains the names hold on, where they are too short to speak for themselves. */
  readonly on?: readonly string[];
  readonly cookies: Readonly<Partial<Record<Role, readonly (string | RegExp)[]>>>;
}
