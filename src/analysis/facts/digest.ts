import { bytes, text } from '../engine/base/bytes';
import type { Bytes } from '../engine/base/units';
import type { Secret } from './fact';

/** A keyed digest of a value; null = the key is not known (yet). The key belongs to one recording and is in no fact. */
export type Digest = (value: Bytes) => string | null;

/** 80 bits: no two values of a recording will meet, and less to store. */
export const DIGEST_OCTETS = 10;

/** Digests that are computed asynchronously. */
export interface Digests {
  /** Those that were made; null = not yet. */
  readonly of: Digest;
  /** Makes more of them. Rejects where the browser cannot. */
  readonly make: (values: readonly Bytes[]) => Promise<void>;
}

/** A shorter value is no token, and few enough to be guessed. */
const SHORTEST_TOKEN = 8;

/** What is kept of a value that may be secret: its name and, where it may be a token, a digest of it. */
export function secret(name: string, value: Bytes, digest: Digest): Secret {
  const token = tokenValue(name, value);
  return { name, digest: token === null ? null : digest(token) };
}

/**
 * The value where it may be a token; null for passwords, codes and card numbers, by name; for short values; for mere digits
 * (telephone, account, card).
 */
export const tokenValue = (name: string, value: Bytes): Bytes | null =>
  isPasswordLike(name) || !maybeToken(value) ? null : value;

function maybeToken(value: Bytes): boolean {
  // White space is in what people type, never in a token.
  return value.length >= SHORTEST_TOKEN && !/\s/.test(value) && !/^[\d+().-]*$/.test(value);
}

// Parts of a word, in the languages that forms are most often written in. Too wide is right here: a hit only means "keep nothing".
const PARTS =
  /pass|pwd|secret|credential|answer|otp|2fa|mfa|cvv|cvc|card|iban|ssn|kennwort|wachtwoord|contrase|clave|senha|parola|haslo|lozinka|salasana|пароль|密码|密碼|パスワード|비밀번호/i;
// Too short to be looked for inside of words.
// `p` is DokuWiki's password.
const WORDS = new Set(['p', 'pw', 'pin', 'tan', 'cc', 'pass', 'code', 'pwd']);

/** Whether a field of this name may hold a password, a code or a card number. Any part of a path like `user[pin]` counts. */
export function isPasswordLike(name: string): boolean {
  if (PARTS.test(name)) return true;
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.split(/[^a-z0-9]+/).some((word) => WORDS.has(word));
}

/** Request headers that every browser sends by itself, or that a form of another site can make it send. */
const ORDINARY_HEADERS = new Set(
  'accept accept-charset accept-encoding accept-language alt-used cache-control connection content-encoding content-language content-length content-type cookie date device-memory dnt downlink dpr ect expect host if-match if-modified-since if-none-match if-range if-unmodified-since keep-alive last-event-id origin pragma priority purpose range referer rtt save-data service-worker te trailer transfer-encoding upgrade upgrade-insecure-requests user-agent via viewport-width width x-client-data x-devtools-emulate-network-conditions-client-id x-moz'.split(
    ' ',
  ),
);

/**
 * Whether a script made a request header of this name (in lower case): a browser asks the server before it lets another
 * site send one. Such a header may bear a token under any name.
 * @see https://fetch.spec.whatwg.org/#cors-safelisted-request-header
 */
export const isCustomHeader = (name: string): boolean =>
  !ORDINARY_HEADERS.has(name) && !/^(?:sec-|proxy-|access-control-|:)/.test(name);

/**
 * A header that may bear a token: of `Authorization: Bearer x`, the digest of x alone, for only that can equal a cookie's value.
 * Basic and Digest credentials hold a password, so nothing is kept of them.
 */
export function secretHeader(name: string, value: Bytes, digest: Digest): Secret {
  const [, scheme, credentials] = /^([A-Za-z][A-Za-z0-9-]*) +(\S.*)$/.exec(text(value)) ?? [];
  if (scheme === undefined || credentials === undefined) return secret(name, value, digest);
  if (/^(basic|digest|negotiate|ntlm)$/i.test(scheme)) return { name, digest: null };
  return secret(name, bytes(credentials), digest);
}
