import { isUtf8, text } from '../../base/bytes';
import type { Bytes } from '../../base/units';
import { domainMatches } from '../../jar/match';
import { isIpAddress } from '../../site/host';
import { asciiHost } from '../../site/punycode';
import { isPublicSuffix, registrable } from '../../site/registrable';
import { remembered } from '../../site/remembered';
import type { Behavior } from './browsers';

export type DomainFault = 'domain-non-ascii' | 'domain-public-suffix' | 'domain-mismatch' | 'domain-invalid';

/** What a Domain attribute makes of the cookie's domain, and the first thing wrong with it. */
export interface ResolvedDomain {
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly fault: DomainFault | null;
}

/** Where the request went. */
export interface ResolvedHost {
  readonly host: string;
  /** The domain of a cookie without Domain. */
  readonly own: ResolvedDomain;
  /** The domain of a cookie for the whole registrable domain; null = there is none. */
  readonly ownDomain: ResolvedDomain | null;
  /** null = an IP address or a public suffix. */
  readonly registrable: string | null;
}

const NON_ASCII = /[\x80-\xff]/;

/**
 * The domain a cookie gets.
 * @param attribute the Domain that counts, as written; null = there is none
 * @param behavior browsers ask that the domain lie within the host's registrable domain; the standard that it be no public suffix
 * @see RFC 6265bis §5.7 steps 7 to 10
 */
export function resolveDomain(attribute: Bytes | null, to: ResolvedHost, behavior: Behavior): ResolvedDomain {
  const { host } = to;
  if (attribute === null || attribute === '' || to.own.fault !== null) return to.own;
  const bare = attribute.charCodeAt(0) === 0x2e ? attribute.slice(1) : attribute;
  if (to.ownDomain !== null && bare === to.ownDomain.domain) return to.ownDomain;
  // What the host ends with is in ASCII and lower case, as the host is.
  if (bare !== '' && domainMatches(host, bare)) return within(bare, to, behavior);
  if (NON_ASCII.test(attribute)) {
    const ascii = behavior.unicodeDomain === 'converted' && isUtf8(attribute) ? asciiHost(text(bare as Bytes)) : '';
    return ascii !== '' && domainMatches(host, ascii) ? within(ascii, to, behavior) : refused(host, 'domain-non-ascii');
  }
  const domain = bare.toLowerCase();
  // By the letter `Domain=.` is empty after the strip and so absent; WPT and both browsers refuse it.
  if (domain !== '' && domainMatches(host, domain)) return within(domain, to, behavior);
  return refused(host, domain !== '' && isPublicSuffix(domain) ? 'domain-public-suffix' : 'domain-mismatch');
}

const known = new WeakMap<Behavior, (host: string) => ResolvedHost>();

/** A host with what most of its cookies resolve to: made once, so that its strings are the same objects each time. */
export function resolveHost(host: string, behavior: Behavior): ResolvedHost {
  let of = known.get(behavior);
  if (of === undefined) {
    of = remembered((each) => resolvedHost(each, behavior));
    known.set(behavior, of);
  }
  return of(host);
}

function resolvedHost(asked: string, behavior: Behavior): ResolvedHost {
  const host = flat(behavior.doubleDotHost === 'one-dot' && asked.endsWith('..') ? asked.slice(0, -1) : asked);
  const own = registrable(host);
  const isDoublyDotted = behavior.doubleDotHost === 'refused' && host.endsWith('..');
  return {
    host,
    registrable: own,
    own: isDoublyDotted ? refused(host, 'domain-invalid') : { domain: host, hostOnly: true, fault: null },
    ownDomain: own === null ? null : { domain: own, hostOnly: false, fault: null },
  };
}

/** A copy that is no part of a URL: V8 compares parts of longer strings slowly. */
const flat = (part: string): string => [...part].join('');

/** Steps 9 and 10 for a domain that covers the host. */
function within(domain: string, { host, registrable: own }: ResolvedHost, behavior: Behavior): ResolvedDomain {
  // As long as the host's registrable domain, it is no public suffix.
  if (own !== null && domain.length >= own.length) return { domain, hostOnly: false, fault: null };
  if (domain === host) return { domain, hostOnly: !isIpAddress(host) || behavior.ipDomain === 'host-only', fault: null };
  if (isPublicSuffix(domain)) return refused(domain, 'domain-public-suffix');
  return behavior.aboveRegistrable === 'refused' ? refused(domain, 'domain-mismatch') : { domain, hostOnly: false, fault: null };
}

const refused = (domain: string, fault: DomainFault): ResolvedDomain => ({ domain, hostOnly: false, fault });
