import { cut } from '../base/bytes';
import type { Bytes } from '../base/units';
import { isIpAddress } from '../site/host';

/**
 * Whether a host lies within a cookie's domain.
 * @param domain lower case, without a leading dot
 * @see RFC 6265bis §5.1.3
 */
export function domainMatches(host: string, domain: string): boolean {
  if (host === domain) return true;
  return (
    host.length > domain.length &&
    host.charCodeAt(host.length - domain.length - 1) === 0x2e &&
    host.endsWith(domain) &&
    !isIpAddress(host)
  );
}

/** Whether a host gets a cookie, as far as domain and host-only flag go. */
export const coversHost = (
  { domain, hostOnly }: { readonly domain: string; readonly hostOnly: boolean },
  host: string,
): boolean => (hostOnly ? domain === host : domainMatches(host, domain));

/**
 * Whether a request's path lies within a cookie's path. In an empty one, which only Firefox stores, lies none.
 * @see RFC 6265bis §5.1.4
 */
export function pathMatches(path: Bytes, cookiePath: Bytes): boolean {
  // By far the most common: everything lies below the root.
  if (cookiePath === '/') return path.charCodeAt(0) === 0x2f;
  if (path === cookiePath) return true;
  if (cookiePath === '' || !path.startsWith(cookiePath)) return false;
  return cookiePath.endsWith('/') || path.charCodeAt(cookiePath.length) === 0x2f;
}

/**
 * The path a cookie gets that names none: the request's path up to its last slash.
 * @param path the URL's path without query
 * @see RFC 6265bis §5.1.4
 */
export function defaultPath(path: Bytes): Bytes {
  const slash = path.lastIndexOf('/');
  return path.charCodeAt(0) !== 0x2f || slash === 0 ? ('/' as Bytes) : cut(path, 0, slash);
}
