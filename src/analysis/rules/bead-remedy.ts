import type { ParsedLine } from '../engine/header/parsed-line';
import { readLine } from '../engine/header/read-line';
import type { StoredCookie } from '../engine/jar/stored-cookie';
import { SEND_REASONS } from '../engine/verdict/cdp-names';
import type { Reason, SendReason } from '../engine/verdict/verdict';
import { deletionChanges, lineOfCookie } from '../fixes/line-of';
import type { Exchange, Row, SetLine, WithheldCookie } from '../replay/rows/exchange';
import { type CookieKey, cookieKey } from '../session/cookies/cookie-key';
import type { Fix } from './engine/define';
import { byAction, byLine } from './engine/fix';
import { isSetReason, refusedFix } from './engine/refused-fix';
import { s } from './engine/sentence';
import { withheldFix } from './engine/withheld-fix';
import { type Remedy, remedyOfFix } from './remedy-of-fix';
import { outcomeOf } from './subject/cookie-record';
import { likelyReasons } from './subject/missed';

const isSendReason = (reason: Reason): reason is SendReason => SEND_REASONS.some((each) => each === reason);

/** The recording in which a cookie was withheld, and whether it shows that the request failed because of that. */
export interface WithheldIn {
  readonly rows: readonly Row[];
  readonly isNeeded: boolean;
}

/** What would make the browser send a cookie that it withheld; null = nothing should, or nobody can tell. */
export function remedyOfWithheld(
  exchange: Exchange,
  { cookie, predicted }: WithheldCookie,
  { rows, isNeeded }: WithheldIn,
): Remedy | null {
  const key = cookieKey(cookie);
  const line = lineThatSet(key, exchange, rows) ?? readLine(lineOfCookie(cookie));
  const fix = withheldFix({ exchange, cookie, line, reasons: likelyReasons(predicted).filter(isSendReason), isNeeded });
  return fix === null ? null : remedy(fix, { exchange, rows, key, line, isDeletion: false });
}

/** What would make a line do what it was meant to; null = it did, or nobody can tell. */
export function remedyOfLine(exchange: Exchange, set: SetLine, rows: readonly Row[]): Remedy | null {
  const line = readLine(set.line);
  const fix = fixOfLine(exchange, set, line);
  const key = set.result === null ? null : cookieKey(set.result);
  return fix === null ? null : remedy(fix, { exchange, rows, key, line, isDeletion: set.deletes });
}

function fixOfLine(exchange: Exchange, set: SetLine, line: ParsedLine): Fix | null {
  switch (outcomeOf(set)) {
    case 'rejected':
      return refusedFix({ exchange, line, reasons: likelyReasons(set.predicted).filter(isSetReason) });
    case 'deleted-nothing':
      return set.stays[0] === undefined ? null : deletionFix(line, set.stays[0]);
    case 'dead-on-arrival':
      return byAction(
        null,
        s`Write ${'Max-Age'} instead, which does not depend on a clock. Synchronise the server’s clock (NTP), and write ${'Expires'} in ${'GMT'}, not in local time.`,
      );
    default:
      return null;
  }
}

/** The line that would delete the cookie which stays. */
const deletionFix = (line: ParsedLine, stays: StoredCookie): Fix => ({
  ...byLine(line, s`Repeat the ${'Domain'}, ${'Path'} and ${'Partitioned'} that it was set with.`, deletionChanges(stays)),
  action: 'delete-cookie',
});

interface About {
  readonly exchange: Exchange;
  readonly rows: readonly Row[];
  readonly key: CookieKey | null;
  readonly line: ParsedLine;
  readonly isDeletion: boolean;
}

const remedy = (fix: Fix, { exchange, ...about }: About): Remedy =>
  remedyOfFix(fix, { ...about, at: exchange.at, use: 'cookie', recognised: null });

/** The last line before a request that set the cookie as it then was; null = none was recorded. */
function lineThatSet(key: CookieKey, before: Exchange, rows: readonly Row[]): ParsedLine | null {
  for (const row of rows.slice(0, rows.indexOf(before)).reverse()) {
    if (row.kind !== 'exchange') continue;
    const set = row.lines.findLast(({ result }) => result !== null && cookieKey(result) === key);
    if (set !== undefined) return readLine(set.line);
  }
  return null;
}
