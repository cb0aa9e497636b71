import { type HarEntry, headerIn } from './har-entry';
import type { HarWriter } from './har-writer';

/** Why a file has no cookies: they were taken out, there were none, or that cannot be told. */
type BareCause = 'taken-out' | 'none-there' | 'cannot-tell';

/** Chrome leaves cookies out unless told otherwise since this version. */
const SANITISES_SINCE = 130;

/**
 * Why a file without cookies has none. Over HTTP/1 writers tell the size of the headers as they were sent: where it is that of
 * the headers in the file, none was taken out.
 */
export function whyBare(entries: readonly HarEntry[], { isWebInspector, browserVersion }: HarWriter): BareCause {
  const missing = entries.flatMap((entry) => octetsMissing(entry) ?? []);
  // A Cookie header has eight octets beside its value.
  if (missing.some((octets) => octets > 8)) return 'taken-out';
  // Sanitised, it would have gone with the cookies.
  if (entries.some(({ requestHeaders }) => headerIn(requestHeaders, 'authorization') !== null)) return 'none-there';
  const isOld = Number.parseInt(browserVersion, 10) < SANITISES_SINCE;
  if (isWebInspector) return isOld ? 'none-there' : 'cannot-tell';
  return missing.length > 0 ? 'none-there' : 'cannot-tell';
}

/** How many octets of a request's head are not in the file; null = its size is not told, or is another writer's measure. */
function octetsMissing({ requestHeadersSize: size, requestHeaders, method, url }: HarEntry): number | null {
  if (size === null || requestHeaders.length === 0) return null;
  const { pathname, search } = new URL(url);
  const line = `${method} ${pathname}${search} HTTP/1.1\r\n`;
  const listed = requestHeaders.reduce(
    (sum, { name, value }) => sum + octetsOf(`${name}: ${value}\r\n`),
    octetsOf(`${line}\r\n`),
  );
  return size >= listed ? size - listed : null;
}

const octetsOf = (text: string): number => new TextEncoder().encode(text).length;
