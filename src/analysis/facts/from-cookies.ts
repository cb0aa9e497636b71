import { bytes } from './bytes';
import type { ChangeCause, Draft, JarCookie, PartitionKey } from './fact';
import { type Instant, instant } from './units';

/** A cookie as the cookies API of either browser gives it. */
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

export interface WireChange {
  readonly cookie: WireCookie;
  readonly removed: boolean;
  readonly cause: string;
}

export function jarCookie(cookie: WireCookie): JarCookie {
  return {
    name: bytes(cookie.name),
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
export function cookieChanged(change: WireChange, at: Instant): Draft {
  return {
    kind: 'cookie-changed',
    at,
    storeId: change.cookie.storeId,
    cookie: jarCookie(change.cookie),
    removed: change.removed,
    cause: CAUSES[change.cause] ?? 'explicit',
  };
}

/** @param site registrable domain or host that was asked for; null = the whole store */
export function jarSnapshot(storeId: string, site: string | null, cookies: readonly WireCookie[], at: Instant): Draft {
  return { kind: 'jar-snapshot', at, storeId, site, cookies: cookies.map(jarCookie) };
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
