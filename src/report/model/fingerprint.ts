import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const OCTETS = 16;

/**
 * The same for the same fault in every recording: what tells it apart (a rule or kind of incident, and the cookie's identity),
 * hashed. In hexadecimal.
 */
export const fingerprint = (...identity: readonly string[]): string =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify(identity))).subarray(0, OCTETS));
