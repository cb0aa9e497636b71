import * as v from 'valibot';
import { bytes, bytesOfLatin1, text } from '../../analysis/engine/base/bytes';
import { type Bytes, instant } from '../../analysis/engine/base/units';
import type { JarCookie } from '../../analysis/facts/jar-cookie';
import type { CookieFormat } from './cookie-format';
import { isText, jsonText } from './text-of-cookie';

export const COOKIES_FORMAT = 'cookie-flow-cookies';
export const COOKIES_VERSION = 1;

const LARGEST_DATE = 8.64e15;

/** A cookie in our own file. Names, values and paths are text; where they are not, octets, one a character. */
export const ownCookieSchema = v.object({
  name: v.string(),
  value: v.string(),
  domain: v.pipe(v.string(), v.minLength(1)),
  hostOnly: v.boolean(),
  path: v.string(),
  secure: v.boolean(),
  httpOnly: v.boolean(),
  sameSite: v.picklist(['strict', 'lax', 'none', 'absent']),
  /** Milliseconds since 1970; null = until the browser closes. */
  expires: v.nullable(v.pipe(v.number(), v.minValue(-LARGEST_DATE), v.maxValue(LARGEST_DATE))),
  partition: v.nullable(v.object({ topLevelSite: v.string(), crossSiteAncestor: v.nullable(v.boolean()) })),
  /** The texts above hold one octet a character, for they are not UTF-8. */
  octets: v.optional(v.literal(true)),
});

/** The file as a whole. */
export const ownCookiesSchema = v.object({
  format: v.literal(COOKIES_FORMAT),
  version: v.literal(COOKIES_VERSION),
  redacted: v.boolean(),
  cookies: v.array(ownCookieSchema),
});

/** Our own cookies file, which carries all there is. @param redacted whether the values stand for others */
export const ownCookiesFormat = (redacted: boolean): CookieFormat => ({
  extension: 'json',
  mediaType: 'application/json',
  losses: () => [],
  write: (cookies) => jsonText(ownCookiesFile(cookies, redacted)),
});

/** What our own file says. */
export const ownCookiesFile = (cookies: readonly JarCookie[], redacted: boolean): v.InferOutput<typeof ownCookiesSchema> => ({
  format: COOKIES_FORMAT,
  version: COOKIES_VERSION,
  redacted,
  cookies: cookies.map(written),
});

function written(cookie: JarCookie): v.InferOutput<typeof ownCookieSchema> {
  const { name, value, path, domain, hostOnly, secure, httpOnly, sameSite, expires, partition } = cookie;
  const out = (octets: Bytes): string => (isText(cookie) ? text(octets) : octets);
  return {
    name: out(name),
    value: out(value),
    domain,
    hostOnly,
    path: out(path),
    secure,
    httpOnly,
    sameSite,
    expires,
    partition,
    ...(!isText(cookie) && { octets: true as const }),
  };
}

/** The cookie of an entry that the schema took. */
export function cookieOfOwn(entry: v.InferOutput<typeof ownCookieSchema>): JarCookie {
  const { octets, name, value, path, expires, ...rest } = entry;
  const read = octets === true ? bytesOfLatin1 : bytes;
  return { ...rest, name: read(name), value: read(value), path: read(path), expires: expires === null ? null : instant(expires) };
}
