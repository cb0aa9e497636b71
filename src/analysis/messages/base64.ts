import { isUtf8, text } from '../engine/base/bytes';
import type { Bytes } from '../engine/base/units';

const FORM = /^[A-Za-z0-9+/_-]+={0,2}$/;

/**
 * The octets of base64 or base64url text, padded or not; null where it is neither.
 * @see RFC 4648 §4, §5
 */
export function fromBase64(chars: string): Bytes | null {
  if (!FORM.test(chars)) return null;
  const bare = chars.replace(/=+$/, '');
  if (bare.length % 4 === 1) return null;
  let out = '';
  let bits = 0;
  let held = 0;
  for (let i = 0; i < bare.length; i++) {
    held = ((held << 6) | sextet(bare.charCodeAt(i))) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out += String.fromCharCode((held >> bits) & 0xff);
    }
  }
  return out as Bytes;
}

/** The octets as text; null where they are not readable text (not UTF-8, or control characters in it). */
export function readable(octets: Bytes): string | null {
  if (!isUtf8(octets)) return null;
  // C0 controls but tab, line feed and carriage return: nobody writes them into text.
  return /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(octets) ? null : text(octets);
}

/** An object or array; null where the text is not JSON or is a bare string, number or word. */
export function fromJson(chars: string): Readonly<Record<string, unknown>> | readonly unknown[] | null {
  const first = chars.charAt(0);
  if (first !== '{' && first !== '[') return null;
  try {
    return JSON.parse(chars);
  } catch {
    return null;
  }
}

/** An object that is no array; null for all else. */
export function jsonObject(chars: string | null): Readonly<Record<string, unknown>> | null {
  const json = chars === null ? null : fromJson(chars);
  return json === null || Array.isArray(json) ? null : (json as Readonly<Record<string, unknown>>);
}

function sextet(code: number): number {
  if (code >= 97) return code - 71;
  if (code >= 65) return code === 95 ? 63 : code - 65;
  if (code >= 48) return code + 4;
  return code === 43 || code === 45 ? 62 : 63;
}
