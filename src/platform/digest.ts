import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, randomBytes } from '@noble/hashes/utils.js';
import { arrayOfBytes } from '../analysis/engine/base/bytes';
import { DIGEST_OCTETS, type Digest } from '../analysis/facts/digest';

const KEY_OCTETS = 32;

/** A new key for a recording's digests, in hexadecimal. */
export const digestKey = (): string => bytesToHex(randomBytes(KEY_OCTETS));

/**
 * Digests under a key (HMAC-SHA-256, truncated, in hexadecimal): equal values have equal digests, and without the key,
 * which never leaves the browser, nothing can be learnt about the value.
 * @param key as `digestKey` gives it; of any other shape, an error is thrown
 */
export function digestUnder(key: string): Digest {
  // The key's own blocks are half of the work: they are hashed once.
  const keyed = hmac.create(sha256, hexToBytes(key));
  return (value) => bytesToHex(keyed.clone().update(arrayOfBytes(value)).digest().subarray(0, DIGEST_OCTETS));
}
