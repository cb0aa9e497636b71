import type { JarCookie } from '../facts/fact';
import type { Instant } from '../facts/units';
import type { StoredCookie } from './stored-cookie';

/**
 * A cookie that the browser's jar was seen to hold, as one of ours. What the cookies API does not tell is taken as usual:
 * medium priority, and created when it was seen.
 * @param serial its number in our jar: `jar.nextSerial`, or that of the cookie it corrects
 */
export function fromJarCookie(cookie: JarCookie, seen: Instant, serial: number): StoredCookie {
  return { ...cookie, priority: 'medium', creation: seen, lastAccess: seen, serial, scriptSerial: serial };
}
