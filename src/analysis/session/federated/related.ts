import { sha256 } from '@noble/hashes/sha2.js';
import { arrayOfBytes, bytes, bytesOfArray } from '../../engine/base/bytes';
import type { Bytes } from '../../engine/base/units';
import type { Layer } from '../values/reading';
import { readToken } from '../values/token';
import type { ComparedValue, Secrets } from './kinds';

const SHORTEST = 8;
const VERIFIER = /[A-Za-z0-9._~-]{43,128}/g;
const MOST_VERIFIERS = 12;

/** What of a transaction a cookie's value holds, as it stands, within something readable, or as what its hash is made of; null = nothing that shows. */
export function heldIn(
  value: Bytes,
  { state, nonce, challenge, relayState }: Secrets,
  requestId: string | null,
): ComparedValue | null {
  const texts = textsOf(value);
  if (challenge !== null && texts.some((text) => verifies(text, challenge))) return 'pkce';
  if (state !== null && holds(texts, state)) return 'state';
  if (nonce !== null && holds(texts, nonce)) return 'nonce';
  if (relayState !== null && holds(texts, relayState)) return 'relay-state';
  if (requestId !== null && holds(texts, requestId)) return 'request-id';
  return null;
}

/** Every readable text in a value: the value itself and what it wraps. */
function textsOf(value: Bytes): readonly string[] {
  const found: string[] = [value];
  const walk = ({ parts, inside }: Layer): void => {
    for (const { text } of parts) if (text !== null) found.push(text);
    for (const layer of inside) walk(layer);
  };
  walk(readToken(value).layer);
  return found;
}

function holds(texts: readonly string[], secret: string): boolean {
  if (secret.length < SHORTEST) return false;
  return texts.some((text) => text.includes(secret) || secret === digestText(text));
}

/** Whether a code verifier stands in a text whose challenge this is. @see RFC 7636 §4.6 */
function verifies(text: string, challenge: string): boolean {
  if (challenge.length < 43) return false;
  const candidates = [...text.matchAll(VERIFIER)].slice(0, MOST_VERIFIERS);
  return candidates.some(([verifier]) => verifier === challenge || digestText(verifier) === challenge);
}

/** SHA-256 of an ASCII text in base64url without padding; null = it is no short text. */
function digestText(text: string): string | null {
  if (text.length < SHORTEST || text.length > 256) return null;
  return base64url(bytesOfArray([...sha256(arrayOfBytes(bytes(text)))]));
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function base64url(octets: Bytes): string {
  let out = '';
  let held = 0;
  let bits = 0;
  for (let i = 0; i < octets.length; i++) {
    held = ((held << 8) | octets.charCodeAt(i)) & 0xffff;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      out += ALPHABET[(held >> bits) & 63] ?? '';
    }
  }
  return bits > 0 ? out + (ALPHABET[(held << (6 - bits)) & 63] ?? '') : out;
}
