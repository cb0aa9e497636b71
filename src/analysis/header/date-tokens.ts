import type { Bytes } from '../facts/units';

const DELIMITER = /[\x09\x20-\x2f\x3b-\x40\x5b-\x60\x7b-\x7e]+/;

/** The runs of octets between delimiters; the colon is none, so a time is one token. @see RFC 6265bis §5.6.1 */
export function dateTokens(text: Bytes): readonly string[] {
  return text.split(DELIMITER).filter((token) => token !== '');
}
