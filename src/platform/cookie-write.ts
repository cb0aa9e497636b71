import type { Cookies } from 'webextension-polyfill';
import { text } from '../analysis/engine/base/bytes';
import type { JarCookie } from '../analysis/facts/fact';
import type { CookieWrite, WriteAnswer } from '../protocol/cookie-write';
import { browser, isFirefox } from './browser';

/** Any time that is past: writing a cookie with it deletes just this one, of this host, path and partition. */
const PAST = 1;

const SAME_SITE = { strict: 'strict', lax: 'lax', none: 'no_restriction', absent: 'unspecified' } as const;

/**
 * Writes one cookie, or deletes it. Deleting writes it with a time that is past: `cookies.remove` finds a cookie by URL and
 * name, and would take another of the same name that comes first.
 * @returns null = done; else the browser's words
 */
export async function writeCookie({ storeId, cookie, removed }: CookieWrite): Promise<WriteAnswer> {
  try {
    const written = await browser.cookies.set(detailsOf(cookie, storeId, removed));
    return written || removed ? null : 'refused';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function detailsOf(cookie: JarCookie, storeId: string, removed: boolean): Cookies.SetDetailsType {
  const { name, value, domain, hostOnly, path, secure, httpOnly, sameSite, expires, partition } = cookie;
  const host = domain.includes(':') && !domain.startsWith('[') ? `[${domain}]` : domain;
  const expirationDate = removed ? PAST : expires === null ? null : expires / 1000;
  const details = {
    url: `${secure ? 'https' : 'http'}://${host}${text(path)}`,
    name: isFirefox ? name : text(name),
    value: text(value),
    ...(hostOnly ? {} : { domain }),
    path: text(path),
    secure,
    httpOnly,
    sameSite: SAME_SITE[sameSite],
    storeId,
    ...(expirationDate === null ? {} : { expirationDate }),
    ...(partition === null ? {} : { partitionKey: partitionKeyOf(partition) }),
    // With first-party isolation Firefox refuses a call without it.
    ...(isFirefox ? { firstPartyDomain: '' } : {}),
  };
  return details as Cookies.SetDetailsType;
}

function partitionKeyOf({ topLevelSite, crossSiteAncestor }: NonNullable<JarCookie['partition']>): object {
  // Firefox does not know the ancestor bit.
  if (isFirefox || crossSiteAncestor === null) return { topLevelSite };
  return { topLevelSite, hasCrossSiteAncestor: crossSiteAncestor };
}
