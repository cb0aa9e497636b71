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

/** A segment that is an id or an address of e-mail, not a name: a number, long with digits, or long in mixed case. */
const isTokenLike = (segment: string): boolean =>
  /^\d{5,}$|@|%40/i.test(segment) ||
  /^(?=.*\d)(?=.*[a-z])[\w%~.+=:,!$*-]{16,}$/i.test(segment) ||
  (/^[\w%~.+=-]{16,}$/.test(segment) && (segment.match(/[a-z][A-Z]/g)?.length ?? 0) >= 3);

/** A path, in which segments that look like ids and parameters of a segment (`;jsessionid=…`) are replaced. */
export function redactedPath(path: string, names: Pseudonyms, tally: AddressTally): string {
  return path
    .split('/')
    .map((segment) => {
      const [name = '', ...parameters] = segment.split(';');
      const other = isTokenLike(name) ? text(names.of(bytes(name))) : text(names.swept(bytes(name)));
      if (other !== name) tally.segments += 1;
      return [other, ...parameters.map((each) => redactedParameter(each, names, tally))].join(';');
    })
    .join('/');
}

/**
 * An address with its host, its path and the names of its parameters; what the parameters hold, and segments of the path that
 * look like ids, are replaced. An address within a parameter is treated the same.
 */
export function redactedUrl(url: string, names: Pseudonyms, tally: AddressTally): string {
  if (/^data:/i.test(url)) return 'data:,';
  const [, origin = '', path = '', query, fragment] =
    /^((?:blob:)?[a-z][a-z0-9+.-]*:\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/i.exec(url) ?? [];
  if (origin === '' && path.startsWith('about:')) return path;
  return withoutUser(origin) + redactedPath(path, names, tally) + parametersOf(query) + fragmentOf(fragment);

  /** Applications keep their own path in it. */
  function fragmentOf(part: string | undefined): string {
    return part?.startsWith('#/') === true ? `#${redactedUrl(part.slice(1), names, tally)}` : parametersOf(part);
  }

  function parametersOf(part: string | undefined): string {
    if (part === undefined || part.length < 2) return part ?? '';
    const split = part.slice(1).split(/([&;])/);
    return part.charAt(0) + split.map((each, at) => (at % 2 === 1 ? each : redactedParameter(each, names, tally))).join('');
  }
}

/** Names and passwords before a host. */
const withoutUser = (origin: string): string => origin.replace(/\/\/.*@/, '//***@');

function redactedParameter(piece: string, names: Pseudonyms, tally: AddressTally): string {
  const equals = piece.indexOf('=');
  if (equals < 0) return redactedPath(piece, names, tally);
  const name = text(names.swept(bytes(piece.slice(0, equals))));
  const value = piece.slice(equals + 1);
  if (value === '' || value === '***') return piece;
  tally.parameters += 1;
  if (WORDS.has(name)) return `${name}=${text(names.swept(bytes(value)))}`;
  const plain = decoded(value);
  const inner = /^https?:\/\/[^/]/i.test(plain) ? redactedUrl(plain, names, tally) : text(names.of(bytes(plain)));
  // Escaped, what holds no piece of a value may hold one.
  return `${name}=${plain === value ? inner : text(names.swept(bytes(encodeURIComponent(inner))))}`;
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
