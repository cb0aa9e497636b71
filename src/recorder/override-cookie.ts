import { bytes } from '../analysis/engine/base/bytes';
import type { Bytes, Instant } from '../analysis/engine/base/units';
import { parseSetCookie } from '../analysis/engine/header/set-cookie';
import { Jar } from '../analysis/engine/jar/jar';
import { isOver } from '../analysis/engine/jar/stored-cookie';
import { siteOf, siteText } from '../analysis/engine/site/schemeful';
import { accessOf } from '../analysis/engine/verdict/access/access';
import { decideSet } from '../analysis/engine/verdict/on-set';
import type { SetReason } from '../analysis/engine/verdict/reasons';
import { asJarCookie, type JarCookie } from '../analysis/facts/jar-cookie';

/** Where a line came from. */
export interface LineOrigin {
  readonly url: string;
  readonly browser: 'chromium' | 'firefox';
  /** Of the page in the tab, such as `https://a.test`; null = not known. */
  readonly topLevelSite: string | null;
  readonly at: Instant;
}

/** What a line makes of the jar, or why it makes nothing. */
export type LineResult =
  | { readonly kind: 'cookie'; readonly cookie: JarCookie; readonly removed: boolean }
  | { readonly kind: 'refused'; readonly reason: SetReason };

/** The server's line with the attributes of the corrected one. How long the cookie lives stays with the server, unless the corrected line has a Max-Age. */
export function overridden(server: Bytes, correction: Bytes): Bytes {
  const [pair = '', ...own] = server.split(';');
  const [, ...attributes] = correction.split(';');
  const isEnding = own.some((each) => /^\s*(?:max-age\s*=\s*(?:0|-)|expires\s*=.*\b1970\b)/i.test(each));
  const keepsOwn = isEnding || !attributes.some((each) => isNamed(each, 'max-age'));
  const remaining = keepsOwn ? attributes.filter((each) => !isLifetime(each)) : attributes;
  return [pair, ...remaining, ...(keepsOwn ? own.filter(isLifetime) : [])].join(';') as Bytes;
}

const isNamed = (attribute: string, name: string): boolean => attribute.split('=', 1)[0]?.trim().toLowerCase() === name;
const isLifetime = (attribute: string): boolean => isNamed(attribute, 'max-age') || isNamed(attribute, 'expires');

/**
 * What the engine makes of a line that comes with a page of its own site: third-party blocking and SameSite, which depend
 * on the request, are left out, for the write is not that request.
 */
export function resultOf(line: Bytes, { url, browser, topLevelSite, at }: LineOrigin): LineResult {
  const site = siteOf(url);
  const own = site === null ? null : siteText(site);
  const partitionKey = topLevelSite === null ? null : { topLevelSite, crossSiteAncestor: topLevelSite !== own };
  const context = {
    type: 'main-frame-navigation',
    method: 'GET',
    initiator: null,
    siteForCookies: own,
    ancestors: [],
    redirectChain: [],
    reload: 'none',
    partitionKey,
  } as const;
  const access = accessOf({ url, via: 'http', context, at, date: null }, { profile: browser, thirdParty: 'allow' });
  const { cookie, reasons, context: judged } = decideSet(new Jar(), access, line);
  if (cookie !== null) return { kind: 'cookie', cookie: asJarCookie(cookie), removed: false };
  const [reason] = reasons;
  if (reason !== undefined) return { kind: 'refused', reason };
  const { name, value, domain, path, lifetime } = judged;
  const parsed = parseSetCookie(line, browser);
  const ended: JarCookie = {
    name,
    value,
    domain: domain.domain,
    hostOnly: domain.hostOnly,
    path,
    secure: parsed.secure,
    httpOnly: parsed.httpOnly,
    sameSite: parsed.sameSite,
    expires: lifetime.expires,
    partition: parsed.partitioned ? partitionKey : null,
  };
  return { kind: 'cookie', cookie: ended, removed: isOver(lifetime, at) };
}

/** The name of a line's cookie. */
export const nameOf = (line: string, browser: LineOrigin['browser']): Bytes => parseSetCookie(bytes(line), browser).name;
