import { siteDomain } from './registrable';
import { remembered } from './remembered';
import { type UrlParts, urlParts } from './url-parts';

/** A site: who the registrable domain is, and over what. WebSockets count with the scheme they began as. */
export interface Site {
  readonly scheme: string;
  readonly domain: string;
}

/**
 * The site of an origin or URL.
 * @returns null for an opaque origin (`null`) or a URL without host: it is same-site with nothing
 */
export const siteOf = remembered((origin): Site | null => {
  const parts = urlParts(origin);
  return parts === null ? null : siteOfParts(parts);
});

/** Scheme and registrable domain; ws and wss count as http and https. @see RFC 6265bis §5.2 */
export function siteOfParts({ scheme, host }: UrlParts): Site {
  return { scheme: scheme === 'ws' ? 'http' : scheme === 'wss' ? 'https' : scheme, domain: siteDomain(host) };
}

/** A site as browsers write it, such as `https://a.test`. */
export const siteText = (site: Site): string => `${site.scheme}://${site.domain}`;
