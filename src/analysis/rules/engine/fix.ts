import type { ParsedLine } from '../../engine/header/parsed-line';
import { readLine } from '../../engine/header/read-line';
import type { Change } from '../../fixes/change';
import type { Action } from '../../fixes/frameworks/framework';
import { lineOfCookie } from '../../fixes/line-of';
import { type CookieSubject, isSeenInJar, type LineSubject } from '../subject/subject';
import { type Fix, observed, type Statement } from './define';
import { counted, type Sentence, s } from './sentence';

/** A fix by changing the line. @param precaution what to look at before */
export const byLine = (
  line: ParsedLine,
  advice: Sentence,
  changes: readonly Change[],
  precaution: Sentence | null = null,
): Fix => ({
  advice,
  line,
  changes,
  action: null,
  code: [],
  origin: null,
  precaution,
});

/** A fix that no attribute of a line makes. */
export const byAction = (action: Action | null, advice: Sentence, precaution: Sentence | null = null): Fix => ({
  advice,
  line: null,
  changes: [],
  action,
  code: [],
  origin: null,
  precaution,
});

/**
 * The line that set the cookie last; for a cookie whose line was not recorded, the line that would set it so. Null where
 * there is none: nobody writes a line for a cookie without a name.
 */
export function lineFor(cookie: CookieSubject): ParsedLine | null {
  const latest = cookie.lines[0]?.read;
  if (latest !== undefined) return latest;
  return cookie.last === null || cookie.name === '' ? null : readLine(lineOfCookie(cookie.last));
}

/** A fix by changing the line that sets the cookie. */
export const byCookie = (
  cookie: CookieSubject,
  advice: Sentence,
  changes: readonly Change[],
  precaution: Sentence | null = null,
): Fix => ({
  advice,
  line: lineFor(cookie),
  changes,
  action: null,
  code: [],
  origin: null,
  precaution,
});

/** On how many of the cookie's lines something is missing or wrong, whether a line was seen at all, and whether the jar was. */
export function onLines(cookie: CookieSubject, isAtFault: (line: LineSubject) => boolean, what: Sentence): readonly Statement[] {
  const faulty = cookie.lines.filter(isAtFault);
  const total = sum(cookie.lines);
  if (total === 0) {
    const by = cookie.writes.length > 0 ? 'a script or another tab set it' : 'it was set before the recording began';
    return [observed(s`${what} in the jar; ${[by]}.`)];
  }
  const places = faulty.flatMap((line) => line.places).slice(0, 5);
  const jar = isSeenInJar(cookie) ? ', and in the jar' : '';
  return [observed(s`${what} on ${sum(faulty)} of ${[counted(total, 'Set-Cookie line')]}${[jar]}.`, places)];
}

const sum = (lines: readonly LineSubject[]): number => lines.reduce((count, line) => count + line.count, 0);
