import type { Evidence } from './evidence';

/** What a cookie is for. `unknown` is an answer: the traffic does not show it. */
export const ROLES = [
  'session-id',
  'auth-token',
  'csrf-token',
  'remember-me',
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

export type Confidence = 'low' | 'medium' | 'high';

/** What a cookie is for, how sure that is, and what it rests on. Never holds a cookie's value. */
export interface RoleVerdict {
  readonly role: Role;
  readonly confidence: Confidence;
  /** The framework or product whose cookie it is by name or shape; null = none recognised. */
  readonly framework: string | null;
  /** What speaks for the role, the weightiest first; then what spoke for another. */
  readonly evidence: readonly Evidence[];
  /** The role that came second; null = nothing else was in question. */
  readonly second: Role | null;
}

/** Roles whose theft signs the thief in. */
export function isCredential(role: Role): boolean {
  return role === 'session-id' || role === 'auth-token' || role === 'remember-me';
}
