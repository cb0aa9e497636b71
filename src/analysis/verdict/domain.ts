import type { Bytes } from '../facts/units';
import { domainMatches } from '../jar/match';
import { isIpAddress } from '../site/host';
import { isPublicSuffix } from '../site/registrable';
import type { Conduct } from './browsers';

export type DomainFault = 'domain-non-ascii' | 'domain-public-suffix' | 'domain-mismatch' | 'domain-invalid';

/** What a Domain attribute makes of the cookie's domain, and the first thing wrong with it. */
export interface ResolvedDomain {
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly fault: DomainFault | null;
}

const NON_ASCII = /[\x80-\xff]/;

/**
 * The domain a cookie gets.
 * @param attribute the Domain that counts, as written; null = there is none
 * @param host of the request
 * @see RFC 6265bis §5.7 steps 7 to 10
 */
export function resolveDomain(attribute: Bytes | null, host: string, conduct: Conduct): ResolvedDomain {
  if (conduct.doubleDotHost === 'refused' && host.endsWith('..')) return refused(host, 'domain-invalid');
  if (attribute === null || attribute === '') return { domain: host, hostOnly: true, fault: null };
  if (NON_ASCII.test(attribute)) return refused(host, 'domain-non-ascii');
  const domain = (attribute.startsWith('.') ? attribute.slice(1) : attribute).toLowerCase();
  // By the letter `Domain=.` is empty after the strip and so absent; WPT and both browsers refuse it.
  if (domain === '') return refused(host, 'domain-mismatch');
  if (isIpAddress(host)) {
    if (domain !== host) return refused(host, 'domain-mismatch');
    return { domain, hostOnly: conduct.ipDomain === 'host-only', fault: null };
  }
  if (isPublicSuffix(domain)) {
    return domain === host ? { domain, hostOnly: true, fault: null } : refused(domain, 'domain-public-suffix');
  }
  if (!domainMatches(host, domain)) return refused(domain, 'domain-mismatch');
  return { domain, hostOnly: false, fault: null };
}

const refused = (domain: string, fault: DomainFault): ResolvedDomain => ({ domain, hostOnly: false, fault });
