import { type CredentialRole, ROLES, type Role } from '../../session/shared/role-kinds';

/** `error`: something breaks or a session can be taken; `warning`: a guard is missing; `note`: worth knowing. */
export type Severity = 'error' | 'warning' | 'note';

/**
 * What the fault costs, the worst first; findings of one severity stand in this order. `session-taken`: somebody else gets the session,
 * or can go on using it; `cookie-broken`: a cookie, and with it a sign-in, does not work as meant; `session-exposed`: a guard of the
 * session is missing; `request-forged`: another site can have the browser act for the user; `data-disclosed`: others read what is not
 * theirs; `none`: nothing is lost yet.
 */
export const HARMS = ['session-taken', 'cookie-broken', 'session-exposed', 'request-forged', 'data-disclosed', 'none'] as const;
export type Harm = (typeof HARMS)[number];

/** The severity by role; `otherwise` for roles that are not named, null = no finding for them. */
export type SeverityTable = { readonly otherwise: Severity | null } & Partial<Readonly<Record<Role, Severity | null>>>;

/** The same for every role. */
export const always = (severity: Severity): SeverityTable => ({ otherwise: severity });

/** One severity for what signs a user in, and another (or none) for the rest. */
export function credentials(severity: Severity, otherwise: Severity | null = null): SeverityTable {
  const each: Readonly<Record<CredentialRole, Severity>> = {
    'session-id': severity,
    'auth-token': severity,
    'remember-me': severity,
    'device-bound-session': severity,
  };
  return { otherwise, ...each };
}

/** null = no finding for this role, or the role is unknown and the known ones differ in having one. */
export function severityFor(table: SeverityTable, role: Role | null): Severity | null {
  if (role === null) return table.otherwise;
  const own = table[role];
  return own === undefined ? table.otherwise : own;
}

/** Whether a rule can find anything with this role. With an unknown role it can, and then may not know. */
export function appliesTo(table: SeverityTable, role: Role | null): boolean {
  return role === null || role === 'unknown' || severityFor(table, role) !== null;
}

/** What a finding of each severity takes off a grade of 100. */
export type Points = Readonly<Record<Severity, number>>;

/** For a cookie that is lost: the line is refused by some or all browsers. */
export const LOST_COOKIE: Points = { error: 20, warning: 6, note: 2 };

/** One step less severe; a note stays a note. */
export const lowered = (severity: Severity): Severity => (severity === 'error' ? 'warning' : 'note');

/** The table written out role by role. */
export const byRole = (table: SeverityTable): readonly (readonly [Role, Severity | null])[] =>
  ROLES.map((role) => [role, severityFor(table, role)]);

/** For a line that browsers refuse: the loss of what a sign-in or a form needs is an error, of anything else a warning. */
export const breaking: SeverityTable = {
  ...credentials('error', 'warning'),
  'csrf-token': 'error',
  'sign-in-transaction': 'error',
};
