import type { Bytes } from '../facts/units';
import { domainMatches } from '../jar/match';
import { isIpAddress } from '../site/host';
import { isPublicSuffix, registrable } from '../site/registrable';
import { remembered } from '../site/remembered';
import type { Conduct } from './browsers';

export type DomainFault = 'domain-non-ascii' | 'domain-public-suffix' | 'domain-mismatch' | 'domain-invalid';

/** What a Domain attribute makes of the cookie's domain, and the first thing wrong with it. */
export interface ResolvedDomain {
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly fault: DomainFault | null;
}

/** Where the request went. */
export interface Host {
  readonly host: string;
  /** The domain of a cookie without Domain. */
  readonly own: ResolvedDomain;
  /** The domain of a cookie for the whole registrable domain; null = there is none. */
  readonly whole: ResolvedDomain | null;
  /** null = an IP address or a public suffix. */
  readonly registrable: string | null;
}

const NON_ASCII = /[\x80-\xff]/;

/**
 * The domain a cookie gets.
 * @param attribute the Domain that counts, as written; null = there is none
 * @param conduct browsers ask that the domain lie within the host's registrable domain; the standard that it be no public suffix
 * @see RFC 6265bis §5.7 steps 7 to 10
 */
export function resolveDomain(attribute: Bytes | null, to: Host, conduct: Conduct): ResolvedDomain {
  const { host } = to;
  if (attribute === null || attribute === '' || to.own.fault !== null) return to.own;
  const bare = attribute.charCodeAt(0) === 0x2e ? attribute.slice(1) : attribute;
  if (to.whole !== null && bare === to.whole.domain) return to.whole;
  // What the host ends with is in ASCII and lower case, as the host is.
  if (bare !== '' && domainMatches(host, bare)) return within(bare, to, conduct);
  if (NON_ASCII.test(attribute)) return refused(host, 'domain-non-ascii');
  const domain = bare.toLowerCase();
  // By the letter `Domain=.` is empty after the strip and so absent; WPT and both browsers refuse it.
  if (domain !== '' && domainMatches(host, domain)) return within(domain, to, conduct);
  return refused(host, domain !== '' && isPublicSuffix(domain) ? 'domain-public-suffix' : 'domain-mismatch');
}

const known = new WeakMap<Conduct, (host: string) => Host>();

/** A host with what most of its cookies resolve to: made once, so that its strings are the same objects each time. */
export function hostOf(host: string, conduct: Conduct): Host {
  let of = known.get(conduct);
  if (of === undefined) {
    of = remembered((each) => resolvedHost(each, conduct));
    known.set(conduct, of);
  }
  return of(host);
}

function resolvedHost(host: string, conduct: Conduct): Host {
  const own = registrable(host);
  const isDoublyDotted = conduct.doubleDotHost === 'refused' && host.endsWith('..');
  return {
    host,
    registrable: own,
    own: isDoublyDotted ? refused(host, 'domain-invalid') : { domain: host, hostOnly: true, fault: null },
    whole: own === null ? null : { domain: own, hostOnly: false, fault: null },
  };
}

/** Steps 9 and 10 for a domain that covers the host. */
function within(domain: string, { host, registrable: own }: Host, conduct: Conduct): ResolvedDomain {
  // As long as the host's registrable domain, it is no public suffix.
  if (own !== null && domain.length >= own.length) return { domain, hostOnly: false, fault: null };
  if (domain === host) return { domain, hostOnly: !isIpAddress(host) || conduct.ipDomain === 'host-only', fault: null };
  if (isPublicSuffix(domain)) return refused(domain, 'domain-public-suffix');
  return conduct.aboveRegistrable === 'refused' ? refused(domain, 'domain-mismatch') : { domain, hostOnly: false, fault: null };
}

const refused = (domain: string, fault: DomainFault): ResolvedDomain => ({ domain, hostOnly: false, fault });
