import type { Bytes } from '../engine/base/units';
import { readLine } from '../engine/header/read-line';
import type { Change } from '../fixes/change';
import { correct, corrected } from '../fixes/correct';
import type { Row } from '../replay/rows/exchange';
import type { Audit } from '../rules/audit';
import { remedyOf } from '../rules/remedy';
import { type CookieKey, cookieKey } from '../session/cookies/cookie-key';
import type { LineEdit } from './edits';

/**
 * The edits that all findings ask for together: of each cookie every line with every change that a finding offers for it.
 * Fixes that change no line (a header field, the application) are not among them, nor those that would lose what was sent.
 */
export function editsOfEveryFix(rows: readonly Row[], { findings, subjects }: Audit): readonly LineEdit[] {
  const changes = new Map<string, readonly Change[]>();
  for (const finding of findings) {
    const { cookie, subject, texts } = finding;
    if (cookie === null || remedyOf(finding, subjects).edits === null) continue;
    const key = lineKey(cookie, subject.kind === 'line' && subject.deletes);
    changes.set(key, [...(changes.get(key) ?? []), ...texts.fix().changes.filter(isOfAnyLine)]);
  }
  return rows.flatMap((row): readonly LineEdit[] => {
    if (row.kind !== 'exchange') return [];
    return row.lines.flatMap(({ index, line, target, result, deletes }): readonly LineEdit[] => {
      const own = changes.get(lineKey(cookieKey(result ?? target), deletes));
      if (own === undefined || own.length === 0) return [];
      const fixed = corrected(correct(readLine(line), own)) as Bytes;
      return fixed === line ? [] : [{ exchange: row.id, index, line: fixed }];
    });
  });
}

const lineKey = (key: CookieKey, deletes: boolean): string => `${deletes ? '-' : '+'}${key}`;

/** Whether a change means the same in each line of a cookie: one by its place means another attribute elsewhere. */
const isOfAnyLine = ({ kind }: Change): boolean => kind !== 'drop-at' && kind !== 'replace-at' && kind !== 'value';
