import type { CookieChanged, JarCookie } from '../facts/fact';
import type { Instant } from '../facts/units';
import type { StoredCookie } from '../jar/stored-cookie';
import { fromJar } from './from-jar';
import { isUnchanged } from './likeness';

/**
 * What an update took the place of. Chromium tells the old cookie; Firefox tells the new one twice, and only says
 * that there was another.
 */
export type Replaced = { readonly told: JarCookie } | { readonly told: null };

/** @param told the first half of an update, `removed` by `overwrite`; null = there was none */
export function replacedBy(change: CookieChanged, told: JarCookie | null): Replaced | null {
  if (told === null) return null;
  return { told: isUnchanged(told, change.cookie) ? null : told };
}

/** The cookie that was replaced, as far as the event and the replayed jar tell. */
export function previousOf(
  replaced: Replaced | null,
  known: StoredCookie | null,
  at: Instant,
  serial: number,
): StoredCookie | null {
  if (replaced === null) return null;
  return replaced.told === null ? known : fromJar(replaced.told, known, at, serial);
}

/** What a write came to. */
export function writeOutcome(
  cookie: JarCookie,
  replaced: Replaced | null,
  before: StoredCookie | null,
): 'stored' | 'replaced' | 'unchanged' {
  if (replaced === null) return 'stored';
  if (before !== null) return isUnchanged(cookie, before) ? 'unchanged' : 'replaced';
  return 'replaced';
}
