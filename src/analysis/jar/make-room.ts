import type { Instant } from '../facts/units';
import { surplus, surplusOfAll } from './evict';
import type { Jar } from './jar';
import type { SiteLimits } from './limits';
import type { StoredCookie } from './stored-cookie';

const DAY = 86_400_000;

/**
 * Takes out of the jar what has to go now that a cookie was put in.
 * @param limits null = the profile has none
 * @returns the cookies that went
 */
export function makeRoom(jar: Jar, added: StoredCookie, limits: SiteLimits | null, at: Instant): readonly StoredCookie[] {
  if (limits === null) return [];
  const crowded = jar.sizeOfSite(added.domain) > limits.most || added.partition !== null;
  const gone = crowded ? surplus(jar.ofSite(added.domain), added, limits, at) : [];
  for (const cookie of gone) jar.remove(cookie);
  // The whole jar is only gone through when something in it can be old enough.
  if (jar.size <= limits.total || jar.oldestAccess >= at - limits.recentDays * DAY) return gone;
  const old = surplusOfAll([...jar.all()], limits, at);
  for (const cookie of old) jar.remove(cookie);
  jar.findOldest();
  return [...gone, ...old];
}
