import type { Instant } from '../base/units';
import { surplus, surplusOfAll } from './evict';
import type { Jar } from './jar';
import type { SiteLimits } from './limits';
import type { StoredCookie } from './stored-cookie';

const DAY = 86_400_000;
const NOBODY: readonly StoredCookie[] = [];

export interface Added {
  readonly cookie: StoredCookie;
  /** What its site's cookies are kept under. */
  readonly siteKey: string;
  readonly at: Instant;
}

/**
 * Takes out of the jar what has to go now that a cookie was put in.
 * @param limits null = the profile has none
 * @returns the cookies that went
 */
export function evictFor(jar: Jar, added: Added, limits: SiteLimits | null): readonly StoredCookie[] {
  if (limits === null) return NOBODY;
  const { at } = added;
  const gone = crowdedOut(jar, added, limits);
  for (const each of gone) jar.remove(each);
  // The whole jar is only gone through when something in it can be old enough.
  if (jar.size <= limits.total || jar.oldestAccess >= at - limits.recentDays * DAY) return gone;
  const old = surplusOfAll([...jar.all()], limits, at);
  for (const each of old) jar.remove(each);
  jar.findOldest();
  return [...gone, ...old];
}

/**
 * The cookies of a site that have to go now that one was put in; the jar is left as it is.
 * @param asUsed the site's cookies, with what else is known of when each was last used
 */
export function crowdedOut(
  jar: Jar,
  { cookie, siteKey, at }: Added,
  limits: SiteLimits,
  asUsed: (all: readonly StoredCookie[]) => readonly StoredCookie[] = (all) => all,
): readonly StoredCookie[] {
  const site = jar.site(siteKey);
  const isCrowded = site !== null && (site.size > limits.most || cookie.partition !== null);
  return isCrowded ? surplus(asUsed(site.ordered()), cookie, limits, at) : NOBODY;
}
