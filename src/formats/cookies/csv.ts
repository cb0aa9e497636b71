import type { JarCookie } from '../../analysis/facts/jar-cookie';
import type { CookieFormat } from './cookie-format';
import { dotted, ofText, textsOf } from './text-of-cookie';

const COLUMNS = ['name', 'value', 'domain', 'path', 'expires', 'secure', 'httpOnly', 'sameSite', 'partition'] as const;

/** A table for a spreadsheet, for people: it is not read back. @see RFC 4180 */
export const csv: CookieFormat = {
  extension: 'csv',
  mediaType: 'text/csv',
  losses: (cookies) => ofText(cookies).lost,
  write: (cookies) => [COLUMNS, ...ofText(cookies).written.map(rowOf)].map((row) => `${row.map(cell).join(',')}\r\n`).join(''),
};

function rowOf(cookie: JarCookie): readonly string[] {
  const { name, value, path } = textsOf(cookie);
  const { expires, secure, httpOnly, sameSite, partition } = cookie;
  return [
    name,
    value,
    dotted(cookie),
    path,
    expires === null ? 'session' : dateText(expires),
    String(secure),
    String(httpOnly),
    sameSite,
    partition?.topLevelSite ?? '',
  ];
}

/** ISO 8601; of a time that no calendar holds, its milliseconds. */
const dateText = (ms: number): string => (Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : String(ms));

/** A spreadsheet takes a cell that begins like this for a formula, and runs it; full-width signs in East Asian versions. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

function cell(content: string): string {
  const guarded = FORMULA.test(content) ? `'${content}` : content;
  return /[",\r\n\t]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
