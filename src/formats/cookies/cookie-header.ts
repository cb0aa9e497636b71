import { text } from '../../analysis/engine/base/bytes';
import { coversHost, pathMatches } from '../../analysis/engine/jar/match';
import { isOver } from '../../analysis/engine/jar/stored-cookie';
import { isTrustworthy } from '../../analysis/engine/site/trustworthy';
import { urlParts } from '../../analysis/engine/site/url-parts';
import type { JarCookie } from '../../analysis/facts/jar-cookie';
import type { CookieExportOptions, CookieFormat } from './cookie-format';
import { type FormatLoss, lossOf } from './loss';
import { isText } from './text-of-cookie';

/** The Cookie header that a request to one address would carry. */
export const cookieHeaderFormat: CookieFormat = {
  extension: 'txt',
  mediaType: 'text/plain',
  losses: lossesOf,
  write: (cookies, options) => `Cookie: ${headerFor(cookies, options)}\n`,
};

/** A curl command that sends them. */
export const curl: CookieFormat = {
  extension: 'sh',
  mediaType: 'text/x-shellscript',
  losses: lossesOf,
  write: (cookies, options) => {
    const header = headerFor(cookies, options);
    const sends = header === '' ? '' : ` \\\n  -H ${quoted(`Cookie: ${header}`)}`;
    // Else curl takes brackets and braces of the address for a list of addresses, and asks for each of them.
    const asIs = /[[\]{}]/.test(options.url) ? '--globoff ' : '';
    return `curl ${asIs}${quoted(options.url)}${sends}\n`;
  },
};

function lossesOf(cookies: readonly JarCookie[], options: CookieExportOptions): readonly FormatLoss[] {
  const isHere = reaches(options);
  const here = cookies.filter((cookie) => isHere(cookie) && !isOver(cookie, options.at));
  return [
    ...lossOf('left-out-elsewhere', cookies, (cookie) => !isHere(cookie)),
    ...lossOf('left-out-expired', cookies, (cookie) => isHere(cookie) && isOver(cookie, options.at)),
    ...lossOf('left-out-line-break', here, (cookie) => isText(cookie) && breaks(cookie)),
    ...lossOf('left-out-octets', here, (cookie) => !isText(cookie)),
    ...lossOf('attributes', here, (cookie) => isText(cookie) && !breaks(cookie)),
  ];
}

/** Longer paths first, else as they come. @see RFC 6265bis §5.8.3 */
function headerFor(cookies: readonly JarCookie[], options: CookieExportOptions): string {
  const isHere = reaches(options);
  return cookies
    .filter((cookie) => isHere(cookie) && !isOver(cookie, options.at) && isText(cookie) && !breaks(cookie))
    .toSorted((a, b) => b.path.length - a.path.length)
    .map(({ name, value }) => text(name === '' ? value : (`${name}=${value}` as typeof value)))
    .join('; ');
}

/** A header line cannot hold it, or it would read as two cookies. */
const breaks = ({ name, value }: JarCookie): boolean => /[\x00-\x08\x0a-\x1f\x7f;]/.test(name + value);

/** Whether host, path and scheme let a cookie go there; who asks (SameSite) is not known. Partitioned cookies need a page around. */
function reaches({ url }: CookieExportOptions): (cookie: JarCookie) => boolean {
  const parts = urlParts(url);
  if (parts === null) return () => false;
  const { host, path } = parts;
  const isSecure = isTrustworthy(parts);
  return (cookie) =>
    cookie.partition === null && coversHost(cookie, host) && pathMatches(path, cookie.path) && (!cookie.secure || isSecure);
}

/** For a POSIX shell: nothing within single quotes means anything. */
const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;
