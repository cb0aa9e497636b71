import type { CookieChanged } from '../facts/fact';
import { isOver } from '../jar/stored-cookie';

/**
 * Firefox stores what Max-Age=0 deletes when its clock goes on by a millisecond between line and jar: a cookie whose
 * time was up before anybody could be sent it. That is a deletion.
 */
export function asItStands(change: CookieChanged): CookieChanged {
  const stillborn = !change.removed && isOver(change.cookie, change.at);
  return stillborn ? { ...change, removed: true, cause: 'expired-overwrite' } : change;
}
