import { cut } from '../base/bytes';
import type { Profile } from '../base/profile';
import type { Bytes } from '../base/units';
import { parseCookieDate } from './cookie-date';
import { type Dialect, dialectOf } from './dialect';
import { MAX_ATTRIBUTE } from './limits';
import { parseMaxAge } from './max-age';
import type { Priority, SameSite, SetCookie } from './parsed-line';

const TAB = 0x09;
const SPACE = 0x20;
const HYPHEN = 0x2d;
/** What is set in a lower-case letter and not in its upper case. */
const CASE = 0x20;

/**
 * A Set-Cookie line read, nothing judged: any octets give a value, and faults are left to the verdict. One pass over the line,
 * for speed; `readLine` is the standard's walk in readable form, and a property holds this against it.
 * @param line the header's value, one octet a character
 * @param profile whose reading; the profiles differ in rows of `dialect.ts`
 * @see RFC 6265bis §5.6
 */
export function parseSetCookie(line: Bytes, profile: Profile = 'spec'): SetCookie {
  const dialect = dialectOf(profile);
  const length = line.length;
  let end = line.indexOf(';');
  if (end === -1) end = length;
  let equals = line.indexOf('=');
  const hasEquals = equals !== -1 && equals < end;

  // §5.6 steps 3 and 4: without an equals sign the name is empty and the value is everything.
  const nameStart = skipSpace(line, 0, end);
  const nameEnd = hasEquals ? trimSpace(line, nameStart, equals) : nameStart;
  const valueStart = skipSpace(line, hasEquals ? equals + 1 : 0, end);
  const valueEnd = trimSpace(line, valueStart, end);

  let domain: Bytes | null = null;
  let path: Bytes | null = null;
  let maxAge: Bytes | null = null;
  let expires: Bytes | null = null;
  let sameSite: SameSite = 'absent';
  let secure = false;
  let httpOnly = false;
  let partitioned = false;
  let priority: Priority = 'medium';

  while (end < length) {
    const from = end + 1;
    end = line.indexOf(';', from);
    if (end === -1) end = length;
    const start = skipSpace(line, from, end);
    if (start === end) continue;
    // Looked for once and kept, so that a line of a thousand flags is read in one pass.
    if (equals !== -1 && equals < start) equals = line.indexOf('=', start);
    const split = equals !== -1 && equals < end ? equals : end;
    const size = trimSpace(line, start, split) - start;
    if (size < 4 || size > 11) continue;
    const textStart = split === end ? end : skipSpace(line, split + 1, end);
    const textEnd = trimSpace(line, textStart, end);
    const long = textEnd - textStart > MAX_ATTRIBUTE;

    switch (size) {
      case 4:
        if (!long && isWord(line, start, 'path')) path = cut(line, textStart, textEnd);
        break;
      case 6:
        if (isWord(line, start, 'secure')) secure ||= !long || dialect.longFlag === 'counts';
        else if (!long && isWord(line, start, 'domain')) domain = cut(line, textStart, textEnd);
        break;
      case 7:
        if (long) break;
        if (isWord(line, start, 'expires')) expires = counting(expires, cut(line, textStart, textEnd), dialect, isDate);
        else if (isMaxAgeName(line, start)) maxAge = counting(maxAge, cut(line, textStart, textEnd), dialect, isMaxAge);
        break;
      case 8:
        if (isWord(line, start, 'httponly')) httpOnly ||= !long || dialect.longFlag === 'counts';
        else if (long) break;
        else if (isWord(line, start, 'samesite')) sameSite = sameSiteOf(line, textStart, textEnd);
        else if (isWord(line, start, 'priority')) priority = priorityOf(line, textStart, textEnd);
        break;
      case 11:
        if (isWord(line, start, 'partitioned')) partitioned ||= !long || dialect.longFlag === 'counts';
        break;
    }
  }

  return {
    line,
    name: cut(line, nameStart, nameEnd),
    value: cut(line, valueStart, valueEnd),
    hasEquals,
    domain,
    path,
    maxAge,
    expires,
    sameSite,
    secure,
    httpOnly,
    partitioned,
    priority,
  };
}

/** The value of a SameSite attribute; a word that is none of the three counts as absent. */
function sameSiteOf(line: Bytes, start: number, end: number): SameSite {
  switch (end - start) {
    case 3:
      return isWord(line, start, 'lax') ? 'lax' : 'absent';
    case 4:
      return isWord(line, start, 'none') ? 'none' : 'absent';
    case 6:
      return isWord(line, start, 'strict') ? 'strict' : 'absent';
    default:
      return 'absent';
  }
}

/** The value of a Priority attribute; an unknown word is medium, as without the attribute. */
function priorityOf(line: Bytes, start: number, end: number): Priority {
  if (end - start === 3 && isWord(line, start, 'low')) return 'low';
  if (end - start === 4 && isWord(line, start, 'high')) return 'high';
  return 'medium';
}

/** The first index from `at` that holds neither SP nor TAB. */
export function skipSpace(line: Bytes, at: number, end: number): number {
  let index = at;
  while (index < end) {
    const code = line.charCodeAt(index);
    if (code !== SPACE && code !== TAB) break;
    index++;
  }
  return index;
}

/** The end of the text in [start, end) without the SP and TAB behind it. */
export function trimSpace(line: Bytes, start: number, end: number): number {
  let index = end;
  while (index > start) {
    const code = line.charCodeAt(index - 1);
    if (code !== SPACE && code !== TAB) break;
    index--;
  }
  return index;
}

/** Whether `word`, lower-case letters, stands at `start` in any case. The caller has compared the lengths. */
function isWord(line: Bytes, start: number, word: string): boolean {
  // Only a letter becomes that letter with the bit of its case set.
  for (let i = 0; i < word.length; i++) if ((line.charCodeAt(start + i) | CASE) !== word.charCodeAt(i)) return false;
  return true;
}

const isMaxAgeName = (line: Bytes, start: number): boolean =>
  line.charCodeAt(start + 3) === HYPHEN && isWord(line, start, 'max') && isWord(line, start + 4, 'age');

/** §5.6: the standard lists only what it could process; browsers take the last one written. */
function counting(before: Bytes | null, text: Bytes, dialect: Dialect, isValid: (text: Bytes) => boolean): Bytes {
  return before === null || dialect.lastOccurrence === 'textual' || isValid(text) ? text : before;
}

const isDate = (text: Bytes): boolean => parseCookieDate(text, 'spec') !== null;
const isMaxAge = (text: Bytes): boolean => parseMaxAge(text, 'spec') !== null;
