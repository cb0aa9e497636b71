import { bytes, text } from './bytes';
import type { Secret } from './fact';
import type { Bytes } from './units';

/** A keyed digest of a value; null = the key is not known (yet). The key belongs to one recording and is in no fact. */
export type Digest = (value: Bytes) => string | null;

/** 80 bits: no two values of a recording will meet, and less to store. */
export const DIGEST_OCTETS = 10;

/** Digests that are not there at once. */
export interface Digests {
  /** Those that were made; null = not yet. */
  readonly of: Digest;
  /** Makes more of them. Rejects where the browser cannot. */
  readonly make: (values: readonly Bytes[]) => Promise<void>;
}

/** A shorter value is no token, and few enough to be guessed. */
const SHORTEST_TOKEN = 8;

/**
 * What is kept of a value that may be secret: its name and, where it may be a token, a digest of it.
 * Nothing is kept of passwords, codes and card numbers, by name; of short values; of mere digits (telephone, account, card).
 */
export function secret(name: string, value: Bytes, digest: Digest): Secret {
  return { name, digest: isPasswordLike(name) || !maybeToken(value) ? null : digest(value) };
}

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

const TOKEN_HEADER = /authorization$|token|csrf|xsrf|session|api-?key|jwt/;

/** Whether a request header of this name (in lower case) may bear a token. */
export const isTokenHeader = (name: string): boolean => TOKEN_HEADER.test(name);

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
