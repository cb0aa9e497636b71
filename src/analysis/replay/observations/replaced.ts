import type { Instant } from '../../engine/base/units';
import type { StoredCookie } from '../../engine/jar/stored-cookie';
import type { CookieChanged, JarCookie } from '../../facts/fact';
import { isUnchanged } from '../jar-history/cookie-keys';
import { fromJar } from '../jar-history/from-jar';

/**
 * What an update took the place of. Chromium tells the old cookie; Firefox tells the new one twice, and only says
 * that there was another.
 */
export type Replaced = { readonly reported: JarCookie } | { readonly reported: null };

/** @param reported the first half of an update, `removed` by `overwrite`; null = there was none */
export function replacedBy(change: CookieChanged, reported: JarCookie | null): Replaced | null {
  if (reported === null) return null;
  return { reported: isUnchanged(reported, change.cookie) ? null : reported };
}

/** The cookie that was replaced, as far as the event and the replayed jar tell. */
export function previousOf(
  replaced: Replaced | null,
  known: StoredCookie | null,
  at: Instant,
  serial: number,
): StoredCookie | null {
  if (replaced === null) return null;
  return replaced.reported === null ? known : fromJar(replaced.reported, known, at, serial);
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
