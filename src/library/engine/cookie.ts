import { bytes, text } from '../../analysis/engine/base/bytes';
import { instant } from '../../analysis/engine/base/units';
import type { StoredCookie } from '../../analysis/engine/jar/stored-cookie';

/** A cookie in a jar. Texts are decoded from UTF-8. */
export interface Cookie {
  readonly name: string;
  readonly value: string;
  /** Lower case, without a leading dot. */
  readonly domain: string;
  /** Whether only `domain` itself gets it, not the hosts below. */
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  /** `absent` is not `lax`: browsers treat the two differently. */
  readonly sameSite: 'strict' | 'lax' | 'none' | 'absent';
  /** Of a partitioned cookie, the top-level site whose jar it is in; null = it is not partitioned. */
  readonly partition: { readonly topLevelSite: string; readonly crossSiteAncestor: boolean | null } | null;
  readonly priority: 'low' | 'medium' | 'high';
  /** Milliseconds since 1970; null = until the browser closes. */
  readonly expires: number | null;
  /** Milliseconds since 1970. */
  readonly created: number;
}

/** A cookie of the engine in plain values. */
export const plainCookie = (cookie: StoredCookie): Cookie => ({
  name: text(cookie.name),
  value: text(cookie.value),
  domain: cookie.domain,
  hostOnly: cookie.hostOnly,
  path: text(cookie.path),
  secure: cookie.secure,
  httpOnly: cookie.httpOnly,
  sameSite: cookie.sameSite,
  partition: cookie.partition,
  priority: cookie.priority,
  expires: cookie.expires,
  created: cookie.creation,
});

/** The same as the engine has it. */
export const engineCookie = (cookie: Cookie): StoredCookie => ({
  ...cookie,
  name: bytes(cookie.name),
  value: bytes(cookie.value),
  path: bytes(cookie.path),
  expires: cookie.expires === null ? null : instant(cookie.expires),
  creation: instant(cookie.created),
  lastAccess: instant(cookie.created),
  serial: 0,
  scriptSerial: 0,
});
