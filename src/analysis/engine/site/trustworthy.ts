import { isLocalhost, isLoopback } from './host';
import type { UrlParts } from './url-parts';

/** Whether the connection itself is encrypted. */
const isCryptographic = ({ scheme }: UrlParts): boolean => scheme === 'https' || scheme === 'wss';

/**
 * Whether Secure cookies may be set and sent: an encrypted connection, or this machine.
 * @see https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy
 */
export const isTrustworthy = (url: UrlParts): boolean => isCryptographic(url) || isLocalhost(url.host) || isLoopback(url.host);
