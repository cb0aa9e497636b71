import { cut } from '../base/bytes';
import type { Bytes } from '../base/units';
import type { Span } from './parsed-line';
import { skipSpace, trimSpace } from './set-cookie';

/** One pair of a Cookie header. A piece without an equals sign is a nameless cookie: all of it is the value. */
export interface CookiePair {
  readonly name: Bytes;
  readonly value: Bytes;
  readonly hasEquals: boolean;
  /** The whole pair in the header, without white space around it. */
  readonly span: Span;
}

/**
 * The pairs of a Cookie header, in order. Empty pieces give nothing; any octets are taken.
 * @see RFC 6265bis §4.2.1
 */
export function parseCookieHeader(header: Bytes): readonly CookiePair[] {
  const pairs: CookiePair[] = [];
  for (let from = 0; from <= header.length; ) {
    let to = header.indexOf(';', from);
    if (to === -1) to = header.length;
    const start = skipSpace(header, from, to);
    const end = trimSpace(header, start, to);
    if (start < end) pairs.push(pairIn(header, start, end));
    from = to + 1;
  }
  return pairs;
}

function pairIn(header: Bytes, start: number, end: number): CookiePair {
  const text = cut(header, start, end);
  const equals = text.indexOf('=');
  const span = { start, end };
  if (equals === -1) return { name: '' as Bytes, value: text, hasEquals: false, span };
  return { name: cut(text, 0, equals), value: cut(text, equals + 1), hasEquals: true, span };
}
