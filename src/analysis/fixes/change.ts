import type { Bytes } from '../engine/base/units';
import type { AttributeName } from '../engine/header/parsed-line';

/** Attributes in the spelling that the standard's examples use. */
export const SPELLING = {
  expires: 'Expires',
  'max-age': 'Max-Age',
  domain: 'Domain',
  path: 'Path',
  secure: 'Secure',
  httponly: 'HttpOnly',
  samesite: 'SameSite',
  partitioned: 'Partitioned',
  priority: 'Priority',
} as const satisfies Record<AttributeName, string>;

type Flag = 'secure' | 'httponly' | 'partitioned';

/** One thing to change in a Set-Cookie line. `at` is an index in the line's `attributes`. */
export type Change =
  | { readonly kind: 'add-flag'; readonly flag: Flag }
  /** One occurrence with this value stays; others go. */
  | { readonly kind: 'set'; readonly attribute: Exclude<AttributeName, Flag>; readonly value: Bytes }
  | { readonly kind: 'drop'; readonly attribute: AttributeName }
  | { readonly kind: 'drop-at'; readonly at: number }
  | { readonly kind: 'replace-at'; readonly at: number; readonly text: Bytes }
  /** Semicolons with nothing behind them. */
  | { readonly kind: 'drop-empty' }
  | { readonly kind: 'rename'; readonly name: Bytes }
  | { readonly kind: 'value'; readonly value: Bytes };
