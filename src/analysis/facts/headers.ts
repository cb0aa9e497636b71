import { bytes, bytesOfArray, bytesOfLatin1 } from '../engine/base/bytes';
import type { Bytes } from '../engine/base/units';
import { type Digest, isCustomHeader, secretHeader } from './digest';
import type { Header, Secret } from './fact';
import { withoutTyped } from './plain-url';

/**
 * How a browser writes octets into the strings of its API. Chromium: as text, and as numbers where that is impossible.
 * Firefox: one character an octet, and the lines of a repeated header joined by a line feed.
 */
export type HeaderEncoding = 'chromium' | 'firefox';

/** A header as webRequest gives it. */
export interface WireHeader {
  readonly name: string;
  readonly value?: string | undefined;
  readonly binaryValue?: readonly number[] | undefined;
}

const SET_COOKIE = 'set-cookie';

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
  'sec-secure-session-id',
  'sec-session-id',
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
  'cache-status',
  'cf-cache-status',
  'clear-site-data',
  'content-length',
  'content-type',
  'location',
  'non-authoritative-reason',
  'pragma',
  'referrer-policy',
  'refresh',
  // Device-bound sessions: https://w3c.github.io/webappsec-dbsc/
  'secure-session-challenge',
  'secure-session-registration',
  'sec-session-challenge',
  'sec-session-registration',
  'server',
  'strict-transport-security',
  'vary',
  'www-authenticate',
  'x-cache',
  'x-powered-by',
]);

/** Whether anything of the header is recorded, be it a digest. */
export function isSelectedRequestHeader({ name }: WireHeader): boolean {
  const lower = name.toLowerCase();
  return lower === 'cookie' || REQUEST_HEADERS.has(lower) || isCustomHeader(lower);
}

/** Whether anything of the header is recorded. */
export function isSelectedResponseHeader({ name }: WireHeader): boolean {
  const lower = name.toLowerCase();
  return lower === SET_COOKIE || lower === 'date' || RESPONSE_HEADERS.has(lower);
}

/** The request headers that cookies depend on; all others are dropped where they come in. */
export const selectedRequestHeaders = (headers: readonly WireHeader[], dialect: HeaderEncoding): readonly Header[] =>
  selected(headers, REQUEST_HEADERS, dialect);

/** The response headers that cookies depend on; all others are dropped where they come in. */
export const selectedResponseHeaders = (headers: readonly WireHeader[], dialect: HeaderEncoding): readonly Header[] =>
  selected(headers, RESPONSE_HEADERS, dialect);

function selected(headers: readonly WireHeader[], names: ReadonlySet<string>, dialect: HeaderEncoding): readonly Header[] {
  const found: Header[] = [];
  for (const header of headers) {
    const name = header.name.toLowerCase();
    if (names.has(name)) found.push({ name, value: plainValue(name, octetsOf(header, dialect)) });
  }
  return found;
}

/** Headers that hold an address. */
const ADDRESSES = new Set(['referer', 'location', 'refresh']);

const plainValue = (name: string, value: Bytes): Bytes =>
  ADDRESSES.has(name) ? withoutTyped(value) : withoutChallenge(name, value);

/** The registration of a device-bound session without the challenge and the authorization that are in it. */
const withoutChallenge = (name: string, value: Bytes): Bytes =>
  /^sec(?:ure)?-session-/.test(name)
    ? (value.replace(/"[^"]*"(?=;\s*id=)|\b(challenge|authorization)="[^"]*"/g, (_, part?: string) =>
        part ? `${part}=""` : '""',
      ) as Bytes)
    : value;

/** The headers that a script made, with digests in place of their values: any of them may bear a token. */
export function secretHeaders(headers: readonly WireHeader[], dialect: HeaderEncoding, digest: Digest): readonly Secret[] {
  const found: Secret[] = [];
  for (const header of headers) {
    const name = header.name.toLowerCase();
    if (isCustomHeader(name) && !REQUEST_HEADERS.has(name)) found.push(secretHeader(name, octetsOf(header, dialect), digest));
  }
  return found;
}

/** The octets of the first header of this name (in lower case); null = there is none. */
export function octetsOfFirst(headers: readonly WireHeader[], name: string, dialect: HeaderEncoding): Bytes | null {
  const header = headers.find((each) => each.name.toLowerCase() === name);
  return header ? octetsOf(header, dialect) : null;
}

/** Whether there is a Set-Cookie line. Cheap, for it is asked of every response in the turn of its event. */
export function hasSetCookie(headers: readonly WireHeader[] | undefined): boolean {
  return headers?.some(({ name }) => isNamed(name, SET_COOKIE)) === true;
}

/** Whether a response may change the jar: it sets cookies or clears them. As cheap. */
export function maySetOrClear(headers: readonly WireHeader[] | undefined): boolean {
  return headers?.some(({ name }) => isNamed(name, SET_COOKIE) || isNamed(name, 'clear-site-data')) === true;
}

/** @param wanted in lower case */
const isNamed = (name: string, wanted: string): boolean => name.length === wanted.length && name.toLowerCase() === wanted;

/** Every Set-Cookie line, in the order received. */
export function setCookieLines(headers: readonly WireHeader[], dialect: HeaderEncoding): readonly Bytes[] {
  const lines: Bytes[] = [];
  for (const header of headers) {
    if (header.name.toLowerCase() !== SET_COOKIE) continue;
    const octets = octetsOf(header, dialect);
    // A line feed cannot be in a header line, so Firefox's joint is unambiguous.
    if (dialect === 'firefox') lines.push(...(octets.split('\n') as Bytes[]));
    else lines.push(octets);
  }
  return lines;
}

function octetsOf(header: WireHeader, dialect: HeaderEncoding): Bytes {
  if (header.binaryValue) return bytesOfArray(header.binaryValue);
  const value = header.value ?? '';
  return dialect === 'firefox' ? bytesOfLatin1(value) : bytes(value);
}
