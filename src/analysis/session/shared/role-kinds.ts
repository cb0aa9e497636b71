import type { Evidence } from './evidence';

/** What a cookie is for. `unknown` is an answer: the traffic does not show it. */
export const ROLES = [
  'session-id',
  'auth-token',
  'csrf-token',
  'remember-me',
  'device-bound-session',
  'sign-in-transaction',
  'preference',
  'cart',
  'analytics',
  'advertising',
  'consent',
  'load-balancer',
  'feature-flag',
  'unknown',
] as const;
export type Role = (typeof ROLES)[number];

export type RoleConfidence = 'low' | 'medium' | 'high';

/** What a cookie is for, how sure that is, and what it rests on. Never holds a cookie's value. */
export interface RoleVerdict {
  readonly role: Role;
  readonly confidence: RoleConfidence;
  /** The framework or product whose cookie it is by name or shape; null = none recognised. */
  readonly framework: string | null;
  /** What speaks for the role, the weightiest first; then what spoke for another. */
  readonly evidence: readonly Evidence[];
  /** The role that came second; null = nothing else was in question. */
  readonly second: Role | null;
  /** The cookie whose value it holds a chunk of, by its name; absent for a cookie that is whole. */
  readonly chunkOf?: string;
}

/** Whether a cookie is but a part of another, whose value says how well both are kept. */
export const isPartOfOther = (name: string, { chunkOf }: RoleVerdict): boolean => chunkOf !== undefined && chunkOf !== name;

/** Of a cookie about which the recording shows nothing. */
export const UNKNOWN_ROLE: RoleVerdict = { role: 'unknown', confidence: 'low', framework: null, evidence: [], second: null };

/** Roles whose theft signs the thief in. */
const CREDENTIAL_ROLES = ['session-id', 'auth-token', 'remember-me', 'device-bound-session'] as const satisfies readonly Role[];
export type CredentialRole = (typeof CREDENTIAL_ROLES)[number];

/** Whether a cookie of this role signs a user in. */
export const isCredential = (role: Role): boolean => CREDENTIAL_ROLES.some((each) => each === role);
