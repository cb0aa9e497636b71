import { getDomain } from 'tldts';
import { isIpAddress } from './host';
import { remembered } from './remembered';

/**
 * The public suffix and one label more, private suffixes (`github.io`) included.
 * A trailing dot stays: `a.test.` and `a.test` are different hosts to a browser.
 * @param host lower case, ASCII or Unicode
 * @returns null for an IP address, a public suffix itself (an unlisted single label is one), or no host name
 * @see https://publicsuffix.org/list/
 */
export const registrable: (host: string) => string | null = remembered((host) => {
  const found = lookUp(host);
  // One string object a domain, whichever host it was asked for: comparing it is then comparing two pointers.
  return found === null || found === host ? found : (registrable(found) ?? found);
});

function lookUp(host: string): string | null {
  if (isIpAddress(host) || hasEmptyLabel(host)) return null;
  const rooted = host.endsWith('.');
  const name = rooted ? host.slice(0, -1) : host;
  const domain = getDomain(name, { allowPrivateDomains: true, extractHostname: false, validateHostname: false });
  return domain === null ? null : rooted ? `${domain}.` : domain;
}

/** Whether cookies may not be set for all of this domain. IP addresses, and what is no host name, are none. */
export function isPublicSuffix(host: string): boolean {
  return host !== '' && !isIpAddress(host) && !hasEmptyLabel(host) && registrable(host) === null;
}

const hasEmptyLabel = (host: string): boolean => host.startsWith('.') || host.includes('..');

/** What cookies and sites are grouped by: the registrable domain, or the host itself where there is none. */
export const siteDomain = (host: string): string => registrable(host) ?? host;
