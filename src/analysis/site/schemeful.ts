import { siteDomain } from './registrable';
import { type UrlParts, urlParts } from './url-parts';

/** A site: who the registrable domain is, and over what. WebSockets count with the scheme they began as. */
export interface Site {
  readonly scheme: string;
  readonly domain: string;
}

const KEPT = 4096;
const known = new Map<string, Site | null>();

/**
 * The site of an origin or URL.
 * @returns null for an opaque origin (`null`) or a URL without host: it is same-site with nothing
 */
export function siteOf(origin: string): Site | null {
  const before = known.get(origin);
  if (before !== undefined) return before;
  const parts = urlParts(origin);
  const site = parts === null ? null : siteOfParts(parts);
  if (known.size >= KEPT) known.clear();
  known.set(origin, site);
  return site;
}

export function siteOfParts({ scheme, host }: UrlParts): Site {
  return { scheme: scheme === 'ws' ? 'http' : scheme === 'wss' ? 'https' : scheme, domain: siteDomain(host) };
}

/** A site as browsers write it, such as `https://a.test`. */
export const siteText = (site: Site): string => `${site.scheme}://${site.domain}`;
