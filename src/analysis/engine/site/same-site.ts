import type { Site } from './schemeful';

/**
 * Whether two sites are one. An opaque one (null) is same-site with nothing, itself included.
 * @param schemeful whether http and https of one domain are two sites
 * @see https://html.spec.whatwg.org/#same-site
 */
export function isSameSite(a: Site | null, b: Site | null, schemeful: boolean): boolean {
  if (a === null || b === null) return false;
  return a.domain === b.domain && (!schemeful || a.scheme === b.scheme);
}
