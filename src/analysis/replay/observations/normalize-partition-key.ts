import { siteDomain } from '../../engine/site/registrable';
import { siteOf } from '../../engine/site/schemeful';
import type { Fact, JarCookie, RecorderStarted } from '../../facts/fact';

/**
 * A fact with its cookies' partition keys as the browser keeps them. Firefox's API says of every third-party cookie
 * that another site lies between; in its jar (and ours) that is so only of a site inside another inside itself.
 */
export function normalizePartitionKeys(fact: Fact, browser: RecorderStarted['browser']): Fact {
  if (browser !== 'firefox') return fact;
  if (fact.kind === 'cookie-changed') return { ...fact, cookie: normalizePartitionKey(fact.cookie) };
  if (fact.kind === 'jar-snapshot') return { ...fact, cookies: fact.cookies.map(normalizePartitionKey) };
  return fact;
}

/** The same of one cookie that Firefox tells of. */
export function normalizePartitionKey(cookie: JarCookie): JarCookie {
  const { partition } = cookie;
  if (partition === null || siteOf(partition.topLevelSite)?.domain === siteDomain(cookie.domain)) return cookie;
  return { ...cookie, partition: { ...partition, crossSiteAncestor: false } };
}
