import { cut } from '../facts/bytes';
import type { Profile } from '../facts/profile';
import type { Bytes } from '../facts/units';
import { dialectOf } from './dialect';
import { MAX_ATTRIBUTE } from './limits';
import { notesOf } from './notes';
import { ATTRIBUTE_NAMES, type Attribute, type AttributeName, type ParsedLine, type Span } from './parsed-line';
import { parseSetCookie, skipSpace, trimSpace } from './set-cookie';

const FLAGS: ReadonlySet<AttributeName> = new Set(['secure', 'httponly', 'partitioned']);

/**
 * A Set-Cookie line with every part placed and noted: the same reading as `parseSetCookie`, for those who show it.
 * @param line the header's value, one octet a character; any octets are taken
 * @see RFC 6265bis §5.6
 */
export function readLine(line: Bytes, profile: Profile = 'spec'): ParsedLine {
  const read = parseSetCookie(line, profile);
  const [pair = { start: 0, end: 0 }, ...rest] = segments(line);
  const split = read.hasEquals ? line.indexOf('=') : -1;
  const nameSpan = trimmed(line, pair.start, read.hasEquals ? split : pair.start);
  const valueSpan = trimmed(line, read.hasEquals ? split + 1 : pair.start, pair.end);
  const attributes = withCounts(
    rest.flatMap((segment) => attributeIn(line, segment)),
    profile,
    read,
  );
  const placed = { ...read, line, nameSpan, valueSpan, attributes };
  return { ...placed, notes: notesOf(placed, profile) };
}

/** The pieces between semicolons, white space included. */
function segments(line: Bytes): readonly Span[] {
  const found: Span[] = [];
  for (let start = 0; start <= line.length; ) {
    const semicolon = line.indexOf(';', start);
    const end = semicolon === -1 ? line.length : semicolon;
    found.push({ start, end });
    start = end + 1;
  }
  return found;
}

function trimmed(line: Bytes, start: number, end: number): Span {
  const from = skipSpace(line, start, end);
  return { start: from, end: trimSpace(line, from, end) };
}

/** An attribute with everything but whether it counts; empty pieces give none. */
function attributeIn(line: Bytes, segment: Span): readonly Attribute[] {
  const span = trimmed(line, segment.start, segment.end);
  if (span.start === span.end) return [];
  const equals = line.indexOf('=', span.start);
  const hasEquals = equals !== -1 && equals < span.end;
  const nameSpan = trimmed(line, span.start, hasEquals ? equals : span.end);
  const valueSpan = hasEquals ? trimmed(line, equals + 1, span.end) : { start: span.end, end: span.end };
  const name = cut(line, nameSpan.start, nameSpan.end);
  const known = ATTRIBUTE_NAMES.find((word) => word === name.toLowerCase()) ?? null;
  const value = cut(line, valueSpan.start, valueSpan.end);
  return [{ known, name, value, hasEquals, span, nameSpan, valueSpan, counts: false }];
}

/** Marks of each name the occurrence that decides: the last one that was not ignored. */
function withCounts(
  attributes: readonly Attribute[],
  profile: Profile,
  read: Pick<ParsedLine, 'maxAge' | 'expires'>,
): readonly Attribute[] {
  const decides = new Map<AttributeName, Attribute>();
  for (const attribute of attributes) {
    const { known, value } = attribute;
    if (known === null || isIgnored(attribute, profile)) continue;
    if (known === 'max-age' && value !== read.maxAge) continue;
    if (known === 'expires' && value !== read.expires) continue;
    decides.set(known, attribute);
  }
  return attributes.map((attribute) =>
    attribute.known !== null && decides.get(attribute.known) === attribute ? { ...attribute, counts: true } : attribute,
  );
}

/** §5.6: an attribute of more than 1024 octets is ignored; the cookie is not. */
function isIgnored({ known, value }: Attribute, profile: Profile): boolean {
  if (value.length <= MAX_ATTRIBUTE) return false;
  return !(known !== null && FLAGS.has(known) && dialectOf(profile).longFlag === 'counts');
}
