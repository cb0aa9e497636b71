import type { Jar } from '../engine/jar/jar';
import { coversHost } from '../engine/jar/match';
import type { StoredCookie } from '../engine/jar/stored-cookie';
import { isLoopback } from '../engine/site/host';
import { siteOf } from '../engine/site/schemeful';
import { urlParts } from '../engine/site/url-parts';
import { isUnknown } from '../engine/verdict/access/context';
import type { Exchange } from '../replay/rows/exchange';
import { isPreflight } from './chain';

/** Why a cookie that one may look for at a request lives where the request cannot reach it. */
type Elsewhere =
  /** For one other host of the site alone. */
  | { readonly kind: 'host-only'; readonly host: string }
  /** The same, where the two hosts differ by `www.` only. */
  | { readonly kind: 'www'; readonly host: string }
  /** For a domain of the site that does not cover the request's host. */
  | { readonly kind: 'other-domain'; readonly domain: string }
  /** localhost, 127.0.0.1 and [::1] are one machine and three hosts. */
  | { readonly kind: 'loopback'; readonly host: string }
  | { readonly kind: 'partition'; readonly site: string }
  /** The partition of the same top-level domain by another scheme. */
  | { readonly kind: 'partition-scheme'; readonly site: string };

/** A cookie that is no candidate for a request, though somebody who looks for it may think so. It is counted nowhere. */
export interface NearMiss {
  readonly cookie: StoredCookie;
  readonly elsewhere: Elsewhere;
}

const NONE: readonly NearMiss[] = [];
/** How a request goes whose Cookie header is known. */
const SEEN: ReadonlySet<Exchange['transmission']> = new Set(['observed', 'uncertain']);

/**
 * The cookies of other hosts and partitions that come nearest to a request. Names that went along are not looked for.
 * @param jar as it stood when the request went out
 */
export function nearMisses(exchange: Exchange, jar: Pick<Jar, 'ofSite' | 'all'>): readonly NearMiss[] {
  const host = urlParts(exchange.url)?.host;
  if (host === undefined || !SEEN.has(exchange.transmission) || isPreflight(exchange)) {
    return NONE;
  }
  const sent = new Set(exchange.cookies.map(({ name }) => name));
  const others = isThisMachine(host) ? [...jar.all()].filter(({ domain }) => isThisMachine(domain)) : jar.ofSite(host);
  const misses = [
    ...others.flatMap((cookie) => missOfHost(cookie, host)),
    ...exchange.otherPartitions.map(({ cookie }) => missOfPartition(cookie, exchange)),
  ];
  return misses.filter(({ cookie }) => !sent.has(cookie.name));
}

function missOfHost(cookie: StoredCookie, host: string): readonly NearMiss[] {
  const { domain, hostOnly } = cookie;
  if (coversHost({ domain, hostOnly }, host)) return NONE;
  return [{ cookie, elsewhere: elsewhereOf(domain, hostOnly, host) }];
}

function elsewhereOf(domain: string, hostOnly: boolean, host: string): Elsewhere {
  if (isThisMachine(host) && isThisMachine(domain)) return { kind: 'loopback', host: domain };
  if (!hostOnly) return { kind: 'other-domain', domain };
  return { kind: domain === `www.${host}` || host === `www.${domain}` ? 'www' : 'host-only', host: domain };
}

function missOfPartition(cookie: StoredCookie, { context: { partitionKey } }: Exchange): NearMiss {
  const site = cookie.partition?.topLevelSite ?? '';
  const own = partitionKey === null || isUnknown(partitionKey) ? null : siteOf(partitionKey.topLevelSite);
  const other = siteOf(site);
  const byScheme = own !== null && other !== null && own.domain === other.domain && own.scheme !== other.scheme;
  return { cookie, elsewhere: { kind: byScheme ? 'partition-scheme' : 'partition', site } };
}

const isThisMachine = (host: string): boolean => host === 'localhost' || isLoopback(host);
