import { bytes, bytesOfArray, bytesOfLatin1 } from './bytes';
import { type Digest, isTokenHeader, secretHeader } from './digest';
import type { Header, Secret } from './fact';
import type { Bytes } from './units';

/**
 * How a browser writes octets into the strings of its API. Chromium: as text, and as numbers where that is impossible.
 * Firefox: one character an octet, and the lines of a repeated header joined by a line feed.
 */
export type Dialect = 'chromium' | 'firefox';

/** A header as webRequest gives it. */
export interface WireHeader {
  readonly name: string;
  readonly value?: string | undefined;
  readonly binaryValue?: readonly number[] | undefined;
}

/** Request headers that hold no secret and say why a cookie went or stayed. */
const REQUEST_HEADERS = new Set([
  'access-control-request-headers',
  'access-control-request-method',
  'cache-control',
  'content-type',
  'origin',
  'purpose',
  'referer',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'sec-fetch-storage-access',
  'sec-fetch-user',
  'sec-purpose',
  'upgrade-insecure-requests',
  'x-moz',
  'x-requested-with',
]);

/** Response headers that hold no secret and bear on cookies, caching or the way to the next request. */
const RESPONSE_HEADERS = new Set([
  'access-control-allow-credentials',
  'access-control-allow-origin',
  'activate-storage-access',
  'age',
  'cache-control',
  'clear-site-data',
  'content-type',
  'location',
  'non-authoritative-reason',
  'pragma',
  'referrer-policy',
  'refresh',
  'server',
  'strict-transport-security',
  'vary',
  'www-authenticate',
  'x-powered-by',
]);

export const keptRequestHeaders = (headers: readonly WireHeader[], dialect: Dialect): readonly Header[] =>
  kept(headers, REQUEST_HEADERS, dialect);

export const keptResponseHeaders = (headers: readonly WireHeader[], dialect: Dialect): readonly Header[] =>
  kept(headers, RESPONSE_HEADERS, dialect);

function kept(headers: readonly WireHeader[], names: ReadonlySet<string>, dialect: Dialect): readonly Header[] {
  const found: Header[] = [];
  for (const header of headers) {
    const name = header.name.toLowerCase();
    if (names.has(name)) found.push({ name, value: octetsOf(header, dialect) });
  }
  return found;
}

/** The headers that may bear a token, with digests in place of their values. */
export function secretHeaders(headers: readonly WireHeader[], dialect: Dialect, digest: Digest): readonly Secret[] {
  const found: Secret[] = [];
  for (const header of headers) {
    const name = header.name.toLowerCase();
    if (isTokenHeader(name)) found.push(secretHeader(name, octetsOf(header, dialect), digest));
  }
  return found;
}

/** The octets of the first header of this name (in lower case); null = there is none. */
export function octetsOfFirst(headers: readonly WireHeader[], name: string, dialect: Dialect): Bytes | null {
  const header = headers.find((each) => each.name.toLowerCase() === name);
  return header ? octetsOf(header, dialect) : null;
}

/** Every Set-Cookie line, in the order received. */
export function setCookieLines(headers: readonly WireHeader[], dialect: Dialect): readonly Bytes[] {
  const lines: Bytes[] = [];
  for (const header of headers) {
    if (header.name.toLowerCase() !== 'set-cookie') continue;
    const octets = octetsOf(header, dialect);
    // A line feed cannot be in a header line, so Firefox's joint is unambiguous.
    if (dialect === 'firefox') lines.push(...(octets.split('\n') as Bytes[]));
    else lines.push(octets);
  }
  return lines;
}

function octetsOf(header: WireHeader, dialect: Dialect): Bytes {
  if (header.binaryValue) return bytesOfArray(header.binaryValue);
  const value = header.value ?? '';
  return dialect === 'firefox' ? bytesOfLatin1(value) : bytes(value);
}
