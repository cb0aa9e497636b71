import type { Bytes } from '../engine/base/units';

/** A value percent-encoded: what the grammar of servers does not allow in it, and nothing else. @see RFC 6265bis §4.1.1, cookie-octet */
export function encodedValue(value: Bytes): Bytes {
  return value.replace(
    /[^!#$&-+\--:<-[\]-~]/g,
    (octet) => `%${octet.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  ) as Bytes;
}
