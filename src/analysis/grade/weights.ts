import type { Role } from '../session/shared/role-kinds';

/** Raised whenever a number below or the points of a rule change: a grade is only comparable with one of the same version. */
export const WEIGHTS_VERSION = 1;

/** How much a cookie counts in the site's mean. */
export const ROLE_WEIGHTS: Readonly<Record<Role, number>> = {
  'session-id': 4,
  'auth-token': 4,
  'remember-me': 4,
  'device-bound-session': 4,
  'sign-in-transaction': 3,
  'csrf-token': 3,
  cart: 2,
  preference: 1,
  analytics: 1,
  advertising: 1,
  consent: 1,
  'load-balancer': 1,
  'feature-flag': 1,
  unknown: 1,
};

export const LETTERS = ['A+', 'A', 'B', 'C', 'D', 'F'] as const;
export type Letter = (typeof LETTERS)[number];

/** The fewest points of a letter. */
export const BANDS: Readonly<Record<Letter, number>> = { 'A+': 97, A: 90, B: 80, C: 70, D: 55, F: 0 };
