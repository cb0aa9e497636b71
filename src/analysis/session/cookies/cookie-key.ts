import type { Identity } from '../../engine/jar/identity';

declare const key: unique symbol;
/** A cookie's identity as one text: equal for two cookies of the jar that are one. Holds names and scopes, no value. */
export type CookieKey = string & { readonly [key]: 'cookie' };

const known = new WeakMap<Identity, CookieKey>();

/** The key of a cookie: of its name, domain, host-only flag, path and partition. */
export function cookieKey(cookie: Identity): CookieKey {
  const before = known.get(cookie);
  if (before !== undefined) return before;
  const { name, domain, hostOnly, path, partition } = cookie;
  const within = partition === null ? '' : `\t${partition.topLevelSite}\t${partition.crossSiteAncestor}`;
  const made = `${name}\t${hostOnly ? '' : '.'}${domain}\t${path}${within}` as CookieKey;
  known.set(cookie, made);
  return made;
}
