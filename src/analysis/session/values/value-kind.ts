import type { Bytes } from '../../engine/base/units';
import { idMove } from './identifier';
import type { Format } from './reading';
import { formatOf } from './token';

/** Formats in which the session itself lies in the cookie: what changes in it is what it says, not an id. */
const SESSIONS: ReadonlySet<Format> = new Set([
  'rails-encrypted',
  'rails-signed',
  'itsdangerous',
  'django-signed',
  'iron-sealed',
  'plug-signed',
  'plug-encrypted',
  'fernet',
  'aspnet-protected',
  'sodium-sealed',
  'encrypted-password',
  'json',
  'express-json',
]);
/** Formats that say by themselves who is signed in, and that others than their maker can read or decrypt. */
const TOKENS: ReadonlySet<Format> = new Set(['jwt', 'jwe', 'paseto-local', 'paseto-public']);

interface Valued {
  readonly value: Bytes;
}

/** Whether a value is the session itself: it changes with what it holds, and is no id. */
export const holdsSession = (span: Valued | null): boolean => span !== null && SESSIONS.has(formatOf(span.value));

/** Whether a value is a token: it says by itself who is signed in. */
export const isTokenValue = (span: Valued | null): boolean => span !== null && TOKENS.has(formatOf(span.value));

/** Formats whose contents nobody but their maker reads: what changed within them is not seen. */
const SEALED: ReadonlySet<Format> = new Set([
  'rails-encrypted',
  'iron-sealed',
  'plug-encrypted',
  'fernet',
  'aspnet-protected',
  'sodium-sealed',
  'laravel-encrypted',
  'jwe',
  'paseto-local',
]);
/** Characters by which the wrapping of the same contents may differ, by padding and percent-encoding. */
const WRAPPING = 8;

/**
 * Whether two sealed values may hold the same id and nothing else: they are as long as each other. A session that lies in its
 * cookie grows when somebody signs in, for it then names who.
 */
export function mayBeSealedId(before: Valued, after: Valued): boolean {
  const format = formatOf(after.value);
  if (!SEALED.has(format) || formatOf(before.value) !== format) return false;
  return format === 'laravel-encrypted' || Math.abs(before.value.length - after.value.length) <= WRAPPING;
}

/** Whether one value is another dated or sealed anew: the id within it stayed. */
export const isSameId = (before: Valued, after: Valued): boolean => idMove(before.value, after.value) === 'kept';

/** Whether a value is made anew, sealed or dated, though what it says stays: that it changed says nothing of an id. */
export const isRenewedAnyway = (span: Valued | null): boolean =>
  holdsSession(span) || isTokenValue(span) || (span !== null && formatOf(span.value) === 'laravel-encrypted');
