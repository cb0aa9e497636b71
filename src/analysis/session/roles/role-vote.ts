import { type Evidence, evidence } from '../shared/evidence';
import type { Role } from '../shared/role-kinds';

/** A line of evidence and the role it speaks for, or against where its weight is below 0. */
export interface RoleVote {
  readonly role: Role;
  readonly line: Evidence;
}

/** One observation that speaks for several roles in different measure. */
export function votes(
  kind: Evidence['kind'],
  weights: Readonly<Partial<Record<Role, number>>>,
  slots: Evidence['slots'] = {},
  exchanges: readonly string[] = [],
): readonly RoleVote[] {
  return Object.entries(weights).map(([role, weight]) => ({
    role: role as Role,
    line: evidence(kind, weight, slots, exchanges),
  }));
}
