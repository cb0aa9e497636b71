import type { Bytes } from '../base/units';

/** What a cookie's name promises about how it was set. */
export type NamePrefix = 'none' | 'secure' | 'host' | 'http' | 'host-http';

const PREFIXES: readonly (readonly [string, NamePrefix])[] = [
  ['__secure-', 'secure'],
  // The longer one first: it begins with the shorter.
  ['__host-http-', 'host-http'],
  ['__host-', 'host'],
  ['__http-', 'http'],
];

/**
 * The prefix of a name, in any case of its letters.
 * @see RFC 6265bis §4.1.3 and layered-cookies (`__Http-`, `__Host-Http-`)
 */
export function prefixOf(name: Bytes): NamePrefix {
  if (name.charCodeAt(0) !== 0x5f || name.charCodeAt(1) !== 0x5f) return 'none';
  const start = name.slice(0, 12).toLowerCase();
  for (const [prefix, kind] of PREFIXES) if (start.startsWith(prefix)) return kind;
  return 'none';
}

/**
 * Whether a nameless cookie's value would be sent as if it were a prefixed name. White space before it does not hide it.
 * @see RFC 6265bis §5.7 step 22
 */
export function hasHiddenPrefix(value: Bytes): boolean {
  let at = 0;
  while (value.charCodeAt(at) === 0x20 || value.charCodeAt(at) === 0x09) at++;
  return prefixOf(value.slice(at) as Bytes) !== 'none';
}
