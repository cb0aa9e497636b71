import type { StoredCookie } from './stored-cookie';

/**
 * The order of the Cookie header: longer paths first, then earlier creation.
 * @see RFC 6265bis §5.8.3 step 2
 */
export function inHeaderOrder(a: StoredCookie, b: StoredCookie): number {
  return b.path.length - a.path.length || a.creation - b.creation || a.serial - b.serial;
}

/** The order of document.cookie in Firefox, whose pages keep a list of their own. */
export function inScriptOrder(a: StoredCookie, b: StoredCookie): number {
  return b.path.length - a.path.length || a.scriptSerial - b.scriptSerial;
}
