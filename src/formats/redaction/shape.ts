import { isUtf8 } from '../../analysis/engine/base/bytes';
import type { Bytes } from '../../analysis/engine/base/units';

/** Draws an octet for a place in a run of letters and digits: the same run, the same octets. */
export type Draw = (run: string) => (place: number) => number;

const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

/**
 * Another text of the same length and structure: a digit for a digit, a letter for a letter of the same case, hexadecimal for
 * hexadecimal; separators and escapes stay. Runs are changed each by itself, so that a token within a value comes to the
 * same as the token alone.
 */
export function shapedLike(value: Bytes, draw: Draw): Bytes {
  const isText = isUtf8(value);
  const isUuid = UUID.test(value);
  const shaped = value.replace(/%[0-9A-Fa-f]{2}|[A-Za-z0-9]+|[\x80-\xff]+/g, (part) => {
    if (part.startsWith('%')) return escapeLike(part, draw);
    return part.charCodeAt(0) < 0x80 ? runLike(part, draw(part), isUuid) : octetsLike(part, isText, draw(part));
  });
  return (isUuid ? withVersion(shaped, value) : shaped) as Bytes;
}

/** The digits that say how the UUID was made are no part of what was drawn. */
function withVersion(shaped: string, value: string): string {
  const [version, variant] = value.includes('-') ? [14, 19] : [12, 16];
  return [...shaped].map((char, at) => (at === version || at === variant ? value.charAt(at) : char)).join('');
}

export function runLike(run: string, octet: (place: number) => number, isPartOfHex = false): string {
  const isHex = isPartOfHex || (/[0-9]/.test(run) && (/^[0-9a-f]{8,}$/.test(run) || /^[0-9A-F]{8,}$/.test(run)));
  let out = '';
  for (let place = 0; place < run.length; place++) {
    const code = run.charCodeAt(place);
    const letters = isHex ? 6 : 26;
    if (code <= 0x39) out += String.fromCharCode(0x30 + (octet(place) % 10));
    else out += String.fromCharCode((code >= 0x61 ? 0x61 : 0x41) + (octet(place) % letters));
  }
  return out;
}

/** An escaped separator stays; an escaped letter or octet becomes another. */
function escapeLike(written: string, draw: Draw): string {
  const code = Number.parseInt(written.slice(1), 16);
  const drawn = draw(written)(0);
  const other =
    code >= 0x80 && code < 0xc0
      ? 0x80 + (drawn % 64)
      : /[A-Za-z0-9]/.test(String.fromCharCode(code))
        ? runLike(String.fromCharCode(code), () => drawn).charCodeAt(0)
        : code;
  const hex = other.toString(16).padStart(2, '0');
  return `%${/[a-f]/.test(written) ? hex : hex.toUpperCase()}`;
}

/** Of UTF-8, the octets that continue a character become others; where a lead octet limits the next, that one stays. */
function octetsLike(octets: string, isText: boolean, octet: (place: number) => number): string {
  return [...octets]
    .map((char, at) => {
      const code = char.charCodeAt(0);
      if (!isText) return String.fromCharCode(0xa0 + (octet(at) % 0x60));
      const isLimited = /[\xe0\xed\xf0\xf4]/.test(octets.charAt(at - 1));
      return code >= 0xc0 || isLimited ? char : String.fromCharCode(0x80 + (octet(at) % 64));
    })
    .join('');
}
