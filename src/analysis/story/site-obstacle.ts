import { isSameSite } from '../engine/site/same-site';
import { type Site, siteOf } from '../engine/site/schemeful';
import { isUnknown } from '../engine/verdict/access/context';
import { originOf } from '../replay/requests/origin';
import type { Exchange } from '../replay/rows/exchange';

/** What makes a request cross-site, named: documents and hops by their origin. */
export type SiteObstacle =
  /** The page that the tab shows is of another site: nothing of the request's site is same-site inside it. */
  | { readonly kind: 'top-page'; readonly origin: string; readonly host: string }
  /** A frame of another site lies between the top page and what made the request. */
  | { readonly kind: 'frame-between'; readonly origin: string; readonly host: string }
  /** The same domain by another scheme: to Chromium http and https are two sites. */
  | { readonly kind: 'scheme'; readonly origin: string; readonly host: string }
  | { readonly kind: 'initiator'; readonly origin: string }
  /** Only the way led through another site: Firefox counts that. */
  | { readonly kind: 'redirect'; readonly origin: string }
  /** A document without an origin of its own: sandboxed, data:, file:. */
  | { readonly kind: 'opaque' };

/**
 * The first thing that makes a request cross-site; null = nothing that is known does.
 * @see RFC 6265bis §5.2
 */
export function siteObstacle({ url, context }: Exchange): SiteObstacle | null {
  const own = siteOf(originOf(url));
  const host = hostOf(url);
  const documents = context.type === 'main-frame-navigation' || isUnknown(context.ancestors) ? [] : context.ancestors;
  for (const [depth, origin] of documents.entries()) {
    if (isSameSite(siteOf(origin), own, true)) continue;
    if (origin === 'null') return { kind: 'opaque' };
    if (isSameSite(siteOf(origin), own, false)) return { kind: 'scheme', origin, host };
    return { kind: depth === 0 ? 'top-page' : 'frame-between', origin, host };
  }
  return fromInitiator(context.initiator, own, host) ?? fromRedirects(context.redirectChain, own);
}

function fromInitiator(initiator: Exchange['context']['initiator'], own: Site | null, host: string): SiteObstacle | null {
  if (initiator === null || isUnknown(initiator) || isSameSite(siteOf(initiator), own, true)) return null;
  if (initiator === 'null') return { kind: 'opaque' };
  return isSameSite(siteOf(initiator), own, false)
    ? { kind: 'scheme', origin: initiator, host }
    : { kind: 'initiator', origin: initiator };
}

function fromRedirects(chain: readonly string[], own: Site | null): SiteObstacle | null {
  const foreign = chain.find((url) => !isSameSite(siteOf(originOf(url)), own, true));
  return foreign === undefined ? null : { kind: 'redirect', origin: originOf(foreign) };
}

const hostOf = (url: string): string => originOf(url).replace(/^[^:]+:\/\//, '');
