import type { StoredCookie } from '../../analysis/engine/jar/stored-cookie';
import { type CookieKey, cookieKey } from '../../analysis/session/cookies/cookie-key';

export type DiffMark = 'added' | 'removed' | 'changed';

/** What is another in `jar` than it was in `before`, by cookie. What is the same is left out. */
export function jarDifference(before: Iterable<StoredCookie>, jar: Iterable<StoredCookie>): ReadonlyMap<CookieKey, DiffMark> {
  const old = new Map<CookieKey, StoredCookie>();
  for (const cookie of before) old.set(cookieKey(cookie), cookie);
  const marks = new Map<CookieKey, DiffMark>();
  for (const cookie of jar) {
    const key = cookieKey(cookie);
    const was = old.get(key);
    old.delete(key);
    if (!was) marks.set(key, 'added');
    else if (isAnother(was, cookie)) marks.set(key, 'changed');
  }
  for (const key of old.keys()) marks.set(key, 'removed');
  return marks;
}

const isAnother = (a: StoredCookie, b: StoredCookie): boolean =>
  a.value !== b.value ||
  a.expires !== b.expires ||
  a.secure !== b.secure ||
  a.httpOnly !== b.httpOnly ||
  a.sameSite !== b.sameSite;
