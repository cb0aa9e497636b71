import type { Fact, JarCookie, RecorderStarted } from '../facts/fact';
import { siteDomain } from '../site/registrable';
import { siteOf } from '../site/schemeful';

/**
 * A fact with its cookies' partition keys as the browser keeps them. Firefox's API says of every third-party cookie
 * that another site lies between; in its jar (and ours) that is so only of a site inside another inside itself.
 */
export function withKeptKeys(fact: Fact, browser: RecorderStarted['browser']): Fact {
  if (browser !== 'firefox') return fact;
  if (fact.kind === 'cookie-changed') return { ...fact, cookie: withKeptKey(fact.cookie) };
  if (fact.kind === 'jar-snapshot') return { ...fact, cookies: fact.cookies.map(withKeptKey) };
  return fact;
}

function withKeptKey(cookie: JarCookie): JarCookie {
  const { partition } = cookie;
  if (partition === null || siteOf(partition.topLevelSite)?.domain === siteDomain(cookie.domain)) return cookie;
  return { ...cookie, partition: { ...partition, crossSiteAncestor: false } };
}
