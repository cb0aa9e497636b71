import { cut } from '../base/bytes';
import type { Profile } from '../base/profile';
import type { Bytes } from '../base/units';
import { parseCookieDate } from './cookie-date';
import { type Dialect, dialectOf } from './dialect';
import { MAX_ATTRIBUTE } from './limits';
import { parseMaxAge } from './max-age';
import { lineNotes } from './notes';
import { ATTRIBUTE_NAMES, type Attribute, type AttributeName, type ParsedLine, type SetCookie, type Span } from './parsed-line';

type Written = Omit<Attribute, 'counts'>;

/**
 * A Set-Cookie line with every part placed and noted. This is the standard's walk, written to be read: `parseSetCookie`
 * gives the same fields faster, and a property holds it against this one.
 * @param line the header's value, one octet a character; any octets are taken
 * @see RFC 6265bis §5.6
 */
export function readLine(line: Bytes, profile: Profile = 'spec'): ParsedLine {
  const dialect = dialectOf(profile);
  // Steps 2 to 4: the pair is what stands before the first semicolon, its name what stands before the first equals sign.
  const [first = { start: 0, end: 0 }, ...rest] = segments(line);
  const pair = split(line, first);
  const nameSpan = pair.hasEquals ? pair.before : { start: pair.before.start, end: pair.before.start };
  const valueSpan = pair.hasEquals ? pair.behind : pair.before;
  const written = rest.flatMap((segment) => attributeIn(line, segment));
  const deciding = new Set(ATTRIBUTE_NAMES.map((name) => decidingOf(name, written, dialect)));
  const attributes = written.map((attribute) => ({ ...attribute, counts: deciding.has(attribute) }));
  const placed = {
    line,
    name: cut(line, nameSpan.start, nameSpan.end),
    value: cut(line, valueSpan.start, valueSpan.end),
    hasEquals: pair.hasEquals,
    ...fieldsOf(attributes),
    nameSpan,
    valueSpan,
    attributes,
  };
  return { ...placed, notes: lineNotes(placed, profile) };
}

/** The pieces between semicolons, white space included. */
function segments(line: Bytes): readonly Span[] {
  let start = 0;
  return line.split(';').map((piece) => {
    const span = { start, end: start + piece.length };
    start = span.end + 1;
    return span;
  });
}

/** A piece at its first equals sign; without one, all of it stands before. White space around the parts belongs to neither. */
function split(line: Bytes, { start, end }: Span) {
  const equals = line.slice(start, end).indexOf('=');
  const hasEquals = equals !== -1;
  const before = trimmed(line, { start, end: hasEquals ? start + equals : end });
  const behind = hasEquals ? trimmed(line, { start: start + equals + 1, end }) : { start: before.end, end: before.end };
  return { hasEquals, before, behind };
}

function trimmed(line: Bytes, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(line.charAt(from))) from++;
  while (to > from && isSpace(line.charAt(to - 1))) to--;
  return { start: from, end: to };
}

const isSpace = (octet: string): boolean => octet === ' ' || octet === '\t';

/** An attribute, not yet judged; empty pieces give none. */
function attributeIn(line: Bytes, segment: Span): readonly Written[] {
  const span = trimmed(line, segment);
  if (span.start === span.end) return [];
  const { hasEquals, before: nameSpan, behind: valueSpan } = split(line, span);
  const name = cut(line, nameSpan.start, nameSpan.end);
  const known = ATTRIBUTE_NAMES.find((word) => word === name.toLowerCase()) ?? null;
  return [{ known, name, value: cut(line, valueSpan.start, valueSpan.end), hasEquals, span, nameSpan, valueSpan }];
}

/** The occurrence of a name that counts; undefined = none does. */
function decidingOf(name: AttributeName, written: readonly Written[], dialect: Dialect): Written | undefined {
  const taken = written.filter((attribute) => attribute.known === name && !isIgnored(attribute, dialect));
  const isRead = READ[name];
  if (isRead === undefined || dialect.lastOccurrence === 'textual') return taken.at(-1);
  // The standard lists only what it could process. Where nothing could be, the first shows what is wrong.
  return taken.findLast(({ value }) => isRead(value)) ?? taken[0];
}

/** The attributes whose value can fail to be processed. */
const READ: { readonly [Name in AttributeName]?: (value: Bytes) => boolean } = {
  expires: (value) => parseCookieDate(value, 'spec') !== null,
  'max-age': (value) => parseMaxAge(value, 'spec') !== null,
};

/** §5.6: an attribute of more than 1024 octets is ignored; the cookie is not. */
function isIgnored({ known, value }: Written, { longFlag }: Dialect): boolean {
  const isFlag = known === 'secure' || known === 'httponly' || known === 'partitioned';
  return value.length > MAX_ATTRIBUTE && !(isFlag && longFlag === 'counts');
}

function fieldsOf(attributes: readonly Attribute[]): Omit<SetCookie, 'line' | 'name' | 'value' | 'hasEquals'> {
  const counting = (name: AttributeName): Bytes | null =>
    attributes.find(({ known, counts }) => counts && known === name)?.value ?? null;
  const sameSite = counting('samesite')?.toLowerCase();
  const priority = counting('priority')?.toLowerCase();
  return {
    domain: counting('domain'),
    path: counting('path'),
    maxAge: counting('max-age'),
    expires: counting('expires'),
    sameSite: sameSite === 'strict' || sameSite === 'lax' || sameSite === 'none' ? sameSite : 'absent',
    secure: counting('secure') !== null,
    httpOnly: counting('httponly') !== null,
    partitioned: counting('partitioned') !== null,
    priority: priority === 'low' || priority === 'high' ? priority : 'medium',
  };
}
