import type { JarCookie } from '../../analysis/facts/jar-cookie';
import type { CookieExportOptions, CookieFormat } from './cookie-format';
import { type LossKind, lossOf } from './loss';
import { dotted, isText, textsOf } from './text-of-cookie';

/** Python reads no file without this very line. */
const HEAD = '# Netscape HTTP Cookie File';

/**
 * cookies.txt, so that curl, wget, Python and yt-dlp read it: line feeds alone, a dot if and only if the second column is
 * TRUE, whole seconds, 0 for a session cookie, and a tab before an empty value.
 */
export const netscape: CookieFormat = {
  extension: 'txt',
  mediaType: 'text/plain',
  losses: (cookies, { isPlain }) => {
    const written = cookies.filter(isWritten);
    return [
      ...LEFT_OUT.flatMap((kind) => lossOf(kind, cookies, (cookie) => whyLeftOut(cookie) === kind)),
      ...lossOf('same-site', written, ({ sameSite }) => sameSite !== 'absent'),
      ...lossOf(isPlain ? 'http-only' : 'wget-http-only', written, ({ httpOnly }) => httpOnly),
      ...lossOf('session-python', written, ({ expires }) => expires === null),
      ...lossOf('milliseconds', written, ({ expires }) => expires !== null && expires % 1000 !== 0),
    ];
  },
  write: (cookies, options) => `${[HEAD, ...cookies.filter(isWritten).map((cookie) => lineOf(cookie, options))].join('\n')}\n`,
};

const LEFT_OUT = [
  'left-out-partition',
  'left-out-line-break',
  'left-out-nameless',
  'left-out-octets',
  'left-out-path',
] as const satisfies readonly LossKind[];

/** Why the format cannot hold a cookie; null = it can. */
function whyLeftOut(cookie: JarCookie): (typeof LEFT_OUT)[number] | null {
  const { name, value, path, domain, partition } = cookie;
  if (partition !== null) return 'left-out-partition';
  // A tab makes another column, and no reader knows an escape. curl takes no control character at all.
  if (/[\x00-\x1f\x7f]/.test(name + value + path + domain)) return 'left-out-line-break';
  if (name === '') return 'left-out-nameless';
  if (!isText(cookie)) return 'left-out-octets';
  return path === '' ? 'left-out-path' : null;
}

const isWritten = (cookie: JarCookie): boolean => whyLeftOut(cookie) === null;

function lineOf(cookie: JarCookie, { isPlain }: CookieExportOptions): string {
  const { name, value, path } = textsOf(cookie);
  const { hostOnly, secure, httpOnly, expires } = cookie;
  const domain = `${httpOnly && !isPlain ? '#HttpOnly_' : ''}${dotted(cookie)}`;
  // A cookie of the year 1970 is over; 0 would make it a session cookie.
  const until = expires === null ? 0 : Math.max(1, Math.floor(expires / 1000));
  return [domain, flag(!hostOnly), path, flag(secure), until, name, value].join('\t');
}

const flag = (on: boolean): string => (on ? 'TRUE' : 'FALSE');
