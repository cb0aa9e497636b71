import type { Instant, Seconds } from '../../engine/base/units';
import type { EntropyBound } from './entropy';

/** How a layer of a value is wrapped. */
const FORMATS = [
  'plain',
  'url',
  'base64',
  'json',
  'form',
  'jwt',
  'jwe',
  'express-signed',
  'express-json',
  'rails-signed',
  'rails-encrypted',
  'itsdangerous',
  'django-signed',
  'fernet',
  'paseto-public',
  'paseto-local',
  'laravel-encrypted',
  'aspnet-protected',
  'iron-sealed',
  'plug-signed',
  'plug-encrypted',
  'wordpress',
  'token-and-hash',
  'sodium-sealed',
  'encrypted-password',
  'serialised-php',
  'serialised-java',
  'serialised-dotnet',
  'uuid',
  'big-ip',
] as const;
export type Format = (typeof FORMATS)[number];

/** A named piece of a layer: `header`, `payload`, `signature`. Secret, like the value it comes from. */
export interface TokenPart {
  readonly name: string;
  /** Readable text; null = octets that are not text (a signature, a ciphertext). */
  readonly text: string | null;
  readonly octets: number;
}

/** One wrapping taken off. Secret, like the value it comes from. */
export interface Layer {
  readonly format: Format;
  readonly parts: readonly TokenPart[];
  /** What was found inside. */
  readonly inside: readonly Layer[];
}

/** @internal */
export const TOKEN_NOTE_KINDS = [
  'signature-not-verified',
  'encrypted',
  'compressed',
  'nested',
  'alg-none',
  'no-expiry',
  'expired',
  'not-yet-valid',
  'outlives-cookie',
  'outlived-by-cookie',
  'expiry-not-a-number',
  'expiry-in-milliseconds',
  'no-audience',
  'no-issuer',
  'key-from-header',
  'malformed-jwt',
  'sensitive-claim',
  'personal-data',
  'internal-address',
  'serialised-object',
  'too-deep',
  'too-large',
  'budget-spent',
] as const;
export type TokenNoteKind = (typeof TOKEN_NOTE_KINDS)[number];

/** Something worth knowing about a value. Slots hold claim names, algorithms, times and lengths; never contents. */
export interface TokenNote {
  readonly kind: TokenNoteKind;
  readonly slots: Readonly<Record<string, string | number>>;
}

/** The claims that rules and the sign-in story ask about. Times are null where absent or not a number. */
export interface JwtClaims {
  readonly alg: string | null;
  readonly type: string | null;
  readonly keyId: string | null;
  readonly issuedAt: Instant | null;
  readonly notBefore: Instant | null;
  readonly expires: Instant | null;
  /** From issue to expiry; null where either is absent. */
  readonly lifetime: Seconds | null;
  /** Names of all claims, in order. */
  readonly names: readonly string[];
}

/** A value read: its wrappings from the outside in, and what is worth knowing. */
export interface TokenReading {
  /** The outermost wrapping that says something, URL encoding left aside. */
  readonly format: Format;
  readonly layer: Layer;
  /** Claims of the first JWT found; null = none. */
  readonly jwt: JwtClaims | null;
  readonly notes: readonly TokenNote[];
  readonly entropy: EntropyBound;
}

/** When the value was seen and how long its cookie lives; nulls where not known. */
export interface Around {
  readonly at: Instant | null;
  readonly cookieExpires: Instant | null;
}
