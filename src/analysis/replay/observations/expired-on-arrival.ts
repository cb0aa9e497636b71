import { isOver } from '../../engine/jar/stored-cookie';
import type { CookieChanged } from '../../facts/fact';

/**
 * Firefox stores what Max-Age=0 deletes when its clock goes on by a millisecond between line and jar: a cookie whose
 * time was up before anybody could be sent it. That is a deletion.
 */
export function normalizeExpiredChange(change: CookieChanged): CookieChanged {
  const expiredOnArrival = !change.removed && isOver(change.cookie, change.at);
  return expiredOnArrival ? { ...change, removed: true, cause: 'expired-overwrite' } : change;
}
