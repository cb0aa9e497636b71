import type { Change } from '../../fixes/change';
import type { Action } from '../../fixes/framework';
import { lineOf } from '../../fixes/line-of';
import type { ParsedLine } from '../../header/parsed-line';
import { readLine } from '../../header/read-line';
import { type Fix, observed, type Statement } from '../define';
import type { CookieSubject, LineSubject } from '../subject/subject';
import { counted, type Sentence, s } from './sentence';

/** A fix by changing the line. @param first what to look at before */
export const byLine = (line: ParsedLine, say: Sentence, changes: readonly Change[], first: Sentence | null = null): Fix => ({
  say,
  line,
  changes,
  action: null,
  first,
});

/** A fix that no attribute of a line makes. */
export const byAction = (action: Action | null, say: Sentence, first: Sentence | null = null): Fix => ({
  say,
  line: null,
  changes: [],
  action,
  first,
});

/** The line that set the cookie last; for a cookie whose line was not recorded, the line that would set it so. */
export function lineFor(cookie: CookieSubject): ParsedLine | null {
  const latest = cookie.lines[0]?.read;
  if (latest !== undefined) return latest;
  return cookie.last === null ? null : readLine(lineOf(cookie.last));
}

/** A fix by changing the line that sets the cookie. */
export const byCookie = (
  cookie: CookieSubject,
  say: Sentence,
  changes: readonly Change[],
  first: Sentence | null = null,
): Fix => ({
  say,
  line: lineFor(cookie),
  changes,
  action: null,
  first,
});

/** On how many of the cookie's lines something is missing or wrong, and whether a line was seen at all. */
export function onLines(cookie: CookieSubject, isAtFault: (line: LineSubject) => boolean, what: Sentence): readonly Statement[] {
  const faulty = cookie.lines.filter(isAtFault);
  const total = sum(cookie.lines);
  if (total === 0) {
    const by = cookie.writes.length > 0 ? 'a script or another tab set it' : 'it was set before the recording began';
    return [observed(s`${what} in the jar; ${[by]}.`)];
  }
  const places = faulty.flatMap((line) => line.places).slice(0, 5);
  return [observed(s`${what} on ${sum(faulty)} of ${[counted(total, 'Set-Cookie line')]}, and in the jar.`, places)];
}

const sum = (lines: readonly LineSubject[]): number => lines.reduce((count, line) => count + line.count, 0);
