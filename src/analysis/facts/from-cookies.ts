import { bytes, bytesOfLatin1 } from '../engine/base/bytes';
import type { PartitionKey } from '../engine/base/partition-key';
import { type Instant, instant } from '../engine/base/units';
import type { Digest } from './digest';
import type { ChangeCause, Draft, JarCookie, JarSnapshot } from './fact';
import type { HeaderEncoding } from './headers';

/** A cookie as the cookies API of either browser gives it. @internal */
export interface WireCookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite?: string | undefined;
  /** Seconds since 1970; missing = a session cookie. */
  readonly expirationDate?: number | undefined;
  readonly storeId: string;
  readonly partitionKey?:
    | { readonly topLevelSite?: string | undefined; readonly hasCrossSiteAncestor?: boolean | undefined }
    | null
    | undefined;
}

/** What listing the jar gave. */
export interface WireReading {
  readonly cookies: readonly WireCookie[];
  readonly partitions: JarSnapshot['partitions'];
}

export interface WireChange {
  readonly cookie: WireCookie;
  readonly removed: boolean;
  readonly cause: string;
}

/** Firefox gives a name as its octets, one a character, and the rest as text: seen in Firefox 153. @internal */
export function jarCookie(cookie: WireCookie, dialect: HeaderEncoding): JarCookie {
  return {
    name: dialect === 'firefox' ? bytesOfLatin1(cookie.name) : bytes(cookie.name),
    value: bytes(cookie.value),
    domain: cookie.domain.replace(/^\./, ''),
    hostOnly: cookie.hostOnly,
    path: bytes(cookie.path),
    secure: cookie.secure,
    httpOnly: cookie.httpOnly,
    sameSite: SAME_SITE[cookie.sameSite ?? ''] ?? 'absent',
    expires: cookie.expirationDate === undefined ? null : instant(Math.round(cookie.expirationDate * 1000)),
    partition: partitionOf(cookie),
  };
}

/** @param at the clock when the event came: the event itself bears no time */
export function cookieChanged(change: WireChange, dialect: HeaderEncoding, at: Instant, digest: Digest): Draft {
  const cookie = jarCookie(change.cookie, dialect);
  const digested = change.removed ? null : digest(cookie.value);
  return {
    kind: 'cookie-changed',
    at,
    storeId: change.cookie.storeId,
    cookie,
    removed: change.removed,
    cause: CAUSES[change.cause] ?? 'explicit',
    ...(digested === null ? {} : { digest: digested }),
  };
}

/** What was asked for was a registrable domain or host, or (`site` null) the whole store. */
export function jarSnapshot(
  { storeId, site }: Pick<JarSnapshot, 'storeId' | 'site'>,
  { cookies, partitions }: WireReading,
  dialect: HeaderEncoding,
  at: Instant,
): Draft {
  return { kind: 'jar-snapshot', at, storeId, site, partitions, cookies: cookies.map((cookie) => jarCookie(cookie, dialect)) };
}

const SAME_SITE: Readonly<Record<string, JarCookie['sameSite']>> = { strict: 'strict', lax: 'lax', no_restriction: 'none' };

const CAUSES: Readonly<Record<string, ChangeCause>> = {
  explicit: 'explicit',
  overwrite: 'overwrite',
  expired: 'expired',
  expired_overwrite: 'expired-overwrite',
  evicted: 'evicted',
};

function partitionOf({ partitionKey }: WireCookie): PartitionKey | null {
  if (!partitionKey?.topLevelSite) return null;
  return { topLevelSite: partitionKey.topLevelSite, crossSiteAncestor: partitionKey.hasCrossSiteAncestor ?? null };
}
