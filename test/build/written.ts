import { text } from '../../src/analysis/engine/base/bytes';
import type { JarCookie } from '../../src/analysis/facts/fact';
import type { WireChange, WireCookie } from '../../src/analysis/facts/from-cookies';
import type { CookieWrite } from '../../src/protocol/cookie-write';

interface Holder {
  cookies: WireCookie[];
  change(change: WireChange): void;
}

/** Writes or deletes a cookie as a browser does, with the events that it tells. */
export function written(holder: Holder, { storeId, cookie, removed }: CookieWrite): null {
  const now = wireOf(cookie, storeId);
  const before = holder.cookies.find((each) => isSame(each, now));
  holder.cookies = holder.cookies.filter((each) => each !== before);
  if (!removed) holder.cookies.push(now);
  if (before) holder.change({ cookie: before, removed: true, cause: removed ? 'expired_overwrite' : 'overwrite' });
  if (!removed) holder.change({ cookie: now, removed: false, cause: 'explicit' });
  return null;
}

const SAME_SITE = { strict: 'strict', lax: 'lax', none: 'no_restriction', absent: 'unspecified' };

const wireOf = (cookie: JarCookie, storeId: string): WireCookie => ({
  name: text(cookie.name),
  value: text(cookie.value),
  domain: cookie.hostOnly ? cookie.domain : `.${cookie.domain}`,
  hostOnly: cookie.hostOnly,
  path: text(cookie.path),
  secure: cookie.secure,
  httpOnly: cookie.httpOnly,
  sameSite: SAME_SITE[cookie.sameSite],
  expirationDate: cookie.expires === null ? undefined : cookie.expires / 1000,
  storeId,
});

const isSame = (one: WireCookie, other: WireCookie): boolean =>
  one.storeId === other.storeId && one.name === other.name && one.domain === other.domain && one.path === other.path;
