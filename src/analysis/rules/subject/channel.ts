import { isTrustworthy } from '../../engine/site/trustworthy';
import type { UrlParts } from '../../engine/site/url-parts';
import type { Channel } from './subject';

/** How a request to this address goes. */
export function channelOf(parts: UrlParts): Channel {
  if (parts.scheme === 'https' || parts.scheme === 'wss') return 'https';
  return isTrustworthy(parts) ? 'local' : 'http';
}

const RANK: Readonly<Record<Channel, number>> = { http: 0, local: 1, https: 2 };

/** The more trusted of two. */
export const better = (a: Channel | null, b: Channel): Channel => (a !== null && RANK[a] >= RANK[b] ? a : b);
