import { bytes, text } from '../../analysis/engine/base/bytes';
import type { Bytes } from '../../analysis/engine/base/units';
import type { Pseudonyms } from './pseudonyms';

/** Counts what was replaced in addresses. */
export interface AddressTally {
  parameters: number;
  segments: number;
}

/** Parameters whose values are words of a protocol. */
const WORDS = new Set(
  'response_type response_mode grant_type scope prompt code_challenge_method display token_type wa error'.split(' '),
);

/** A segment that is an id, not a name. */
const isTokenLike = (segment: string): boolean => /^(?=.*\d)(?=.*[a-z])[\w%~.-]{16,}$/i.test(segment);

/**
 * An address with its host, its path and the names of its parameters; what the parameters hold, and segments of the path that
 * look like ids, are replaced. An address within a parameter is treated the same.
 */
export function redactedUrl(url: string, names: Pseudonyms, tally: AddressTally): string {
  if (/^data:/i.test(url)) return 'data:,';
  const [, origin = '', path = '', query, fragment] =
    /^((?:blob:)?[a-z][a-z0-9+.-]*:\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/i.exec(url) ?? [];
  if (origin === '' && path === url) return path.startsWith('about:') ? path : segmentsOf(path);
  return origin + segmentsOf(path) + parametersOf(query) + parametersOf(fragment);

  function segmentsOf(whole: string): string {
    return whole
      .split('/')
      .map((segment) => {
        const other = isTokenLike(segment) ? replaced(segment) : text(names.swept(bytes(segment)));
        if (other !== segment) tally.segments += 1;
        return other;
      })
      .join('/');
  }

  function parametersOf(part: string | undefined): string {
    if (part === undefined || part.length < 2) return part ?? '';
    const pieces = part.slice(1).split(/([&;])/);
    return part.charAt(0) + pieces.map((piece, at) => (at % 2 === 1 ? piece : parameter(piece))).join('');
  }

  function parameter(piece: string): string {
    const equals = piece.indexOf('=');
    if (equals < 0) return isTokenLike(piece) ? replaced(piece) : text(names.swept(bytes(piece)));
    const name = text(names.swept(bytes(piece.slice(0, equals))));
    const value = piece.slice(equals + 1);
    if (value === '' || value === '***') return piece;
    tally.parameters += 1;
    return `${name}=${WORDS.has(name) ? text(names.swept(bytes(value))) : parameterValue(value)}`;
  }

  function parameterValue(value: string): string {
    const plain = decoded(value);
    const inner = /^https?:\/\/[^/]/i.test(plain) ? redactedUrl(plain, names, tally) : replaced(plain);
    // Escaped, what holds no piece of a value may hold one.
    return plain === value ? inner : text(names.swept(bytes(encodeURIComponent(inner))));
  }

  function replaced(value: string): string {
    return text(names.of(bytes(value)));
  }
}

/** A header that holds an address, or `5; url=…`. */
export const redactedAddress = (value: Bytes, names: Pseudonyms, tally: AddressTally): Bytes => {
  const [, lead = '', url = ''] = /^(\s*\d+\s*;\s*url\s*=\s*)?([\s\S]*)$/i.exec(text(value)) ?? [];
  return bytes(lead + redactedUrl(url, names, tally));
};

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
