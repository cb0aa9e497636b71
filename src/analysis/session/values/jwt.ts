import { decodeJwt, decodeProtectedHeader } from 'jose';
import { type Bytes, type Instant, instant, type Seconds, seconds } from '../../engine/base/units';
import { fromBase64, fromJson, readable } from '../../messages/base64';
import type { Budget } from './budget';
import { noteContents } from './contents';
import { jsonPart } from './json-part';
import type { Around, JwtClaims, TokenPart } from './reading';
import type { Recogniser } from './recogniser';

const THREE = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/;
const FIVE = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;
/** Past this, a number of seconds since 1970 is a date after the year 5138: milliseconds were meant. */
const MILLISECONDS_FROM = 1e11;

/**
 * A signed JWT, decoded and not verified.
 * @see RFC 7519, RFC 7515 §3.1
 */
export const jwt: Recogniser = (text, budget, around) => {
  if (!THREE.test(text)) return null;
  const header = headerOf(text);
  if (header === null || typeof header.alg !== 'string') {
    // Flask's sessions have three parts and begin with {" as well, but no algorithm and no claims in the middle.
    if (header === null && text.startsWith('eyJhbGci')) budget.note('malformed-jwt');
    return null;
  }
  const nested = nestedIn(header, text);
  if (nested !== null) {
    budget.note('nested');
    return {
      format: 'jwt',
      parts: [part('header', header, text.split('.')[0]), sealed('signature', signature(text))],
      inside: [nested],
      jwt: null,
    };
  }
  const claims = claimsOf(text);
  if (claims === null) {
    budget.note('malformed-jwt');
    return {
      format: 'jwt',
      parts: [part('header', header, text.split('.')[0]), sealed('signature', signature(text))],
      inside: [],
      jwt: null,
    };
  }
  const read = readClaims(header, claims, budget);
  noteHeader(header, signature(text), budget);
  noteTimes(read, around, budget);
  noteContents(claims, budget);
  return {
    format: 'jwt',
    parts: [
      part('header', header, text.split('.')[0]),
      part('payload', claims, text.split('.')[1]),
      sealed('signature', signature(text)),
    ],
    inside: [],
    jwt: read,
  };
};

/** An encrypted JWT: only its header can be read. @see RFC 7516 §3.1 */
export const jwe: Recogniser = (text, budget) => {
  if (!FIVE.test(text)) return null;
  const header = headerOf(text);
  if (header === null || typeof header.enc !== 'string') return null;
  budget.note('encrypted');
  if (isNested(header)) budget.note('nested');
  return {
    format: 'jwe',
    parts: [part('header', header, text.split('.')[0]), sealed('ciphertext', text.split('.')[3] ?? '')],
    inside: [],
    jwt: null,
  };
};

/** The token that is the payload of another; null = there is none. @see RFC 7519 §5.2 */
function nestedIn(header: Readonly<Record<string, unknown>>, text: string): string | null {
  const payload = fromBase64(text.split('.')[1] ?? '');
  return payload !== null && (THREE.test(payload) || FIVE.test(payload)) && (isNested(header) || payload.startsWith('eyJ'))
    ? payload
    : null;
}

const isNested = ({ cty }: Readonly<Record<string, unknown>>): boolean =>
  typeof cty === 'string' && /^(?:application\/)?jwt$/i.test(cty);

function headerOf(token: string): Readonly<Record<string, unknown>> | null {
  try {
    return decodeProtectedHeader(token);
  } catch {
    return null;
  }
}

function claimsOf(token: string): Readonly<Record<string, unknown>> | null {
  try {
    return decodeJwt(token);
  } catch {
    return null;
  }
}

function readClaims(
  header: Readonly<Record<string, unknown>>,
  claims: Readonly<Record<string, unknown>>,
  budget: Budget,
): JwtClaims {
  const issuedAt = timeOf(claims, 'iat', budget);
  const expires = timeOf(claims, 'exp', budget);
  return {
    alg: textOf(header.alg),
    type: textOf(header.typ),
    keyId: textOf(header.kid),
    issuedAt,
    notBefore: timeOf(claims, 'nbf', budget),
    expires,
    lifetime: issuedAt === null || expires === null ? null : (seconds((expires - issuedAt) / 1000) as Seconds),
    names: Object.keys(claims),
  };
}

/** A NumericDate. One that is not a number, or plainly in milliseconds, is noted; the latter is read as meant. */
function timeOf(claims: Readonly<Record<string, unknown>>, name: string, budget: Budget): Instant | null {
  const value = claims[name];
  if (value === undefined) return null;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    budget.note('expiry-not-a-number', { claim: name });
    return null;
  }
  if (value < MILLISECONDS_FROM) return instant(value * 1000);
  budget.note('expiry-in-milliseconds', { claim: name });
  return instant(value);
}

function noteHeader(header: Readonly<Record<string, unknown>>, signed: string, budget: Budget): void {
  const alg = textOf(header.alg) ?? '';
  if (alg.toLowerCase() === 'none' || signed === '') budget.note('alg-none', { alg });
  else budget.note('signature-not-verified', { alg });
  for (const name of ['jku', 'x5u', 'jwk', 'x5c']) if (name in header) budget.note('key-from-header', { parameter: name });
}

function noteTimes(claims: JwtClaims, around: Around, budget: Budget): void {
  if (claims.expires === null && !claims.names.includes('exp')) budget.note('no-expiry');
  if (!claims.names.includes('aud')) budget.note('no-audience');
  if (!claims.names.includes('iss')) budget.note('no-issuer');
  if (around.at !== null && claims.expires !== null && claims.expires <= around.at) {
    budget.note('expired', { expires: claims.expires });
  }
  if (around.at !== null && claims.notBefore !== null && claims.notBefore > around.at) {
    budget.note('not-yet-valid', { from: claims.notBefore });
  }
  if (around.cookieExpires === null || claims.expires === null) return;
  const difference = Math.round((claims.expires - around.cookieExpires) / 1000);
  // A minute is what issuing a token and writing its cookie may lie apart.
  if (difference > 60) budget.note('outlives-cookie', { seconds: difference });
  if (difference < -60) budget.note('outlived-by-cookie', { seconds: -difference });
}

const signature = (token: string): string => token.slice(token.lastIndexOf('.') + 1);
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const sealed = (name: string, chars: string): TokenPart => ({ name, text: null, octets: octetsOf(chars) });
const part = (name: string, json: unknown, chars = ''): TokenPart =>
  jsonPart(name, () => writtenJson(chars) ?? JSON.stringify(json), octetsOf(chars));

/** null = what is no Base64 of JSON to us, though it may be some to the library. */
function writtenJson(chars: string): string | null {
  const written = readable(fromBase64(chars) ?? ('' as Bytes));
  return written === null || fromJson(written) === null ? null : written;
}
/** How many octets these characters of Base64 stand for. */
const octetsOf = (chars: string): number => Math.floor((chars.length * 3) / 4);
