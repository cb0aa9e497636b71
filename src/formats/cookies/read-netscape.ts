import { bytes } from '../../analysis/engine/base/bytes';
import type { JarCookie } from '../../analysis/facts/jar-cookie';
import type { FileFault } from '../reading/fault';
import { hostOfDomain } from './host-of-domain';
import type { Assume } from './unsaid';
import { type WrittenExpiry, writtenExpiry } from './written-expiry';

const HTTP_ONLY = '#HttpOnly_';

/** What a line of cookies.txt says: a cookie, nothing (a comment), or what is wrong with it. @param at `line 12` */
export function readNetscapeLine(line: string, at: string, assume: Assume): JarCookie | readonly FileFault[] | null {
  const isHttpOnly = line.startsWith(HTTP_ONLY);
  if (line.trim() === '' || (line.startsWith('#') && !isHttpOnly)) return null;
  const columns = columnsOf(isHttpOnly ? line.slice(HTTP_ONLY.length) : line);
  // Six where a tool has trimmed an empty value away; ZennoPoster has up to eleven, of which the eighth is a flag.
  const [host = '', below = '', path = '', secure = '', until = '', name = '', value = '', also] = columns;
  const isFlagged = isFlag(below) && isFlag(secure);
  if (columns.length < 6 || !isFlagged || (also !== undefined && !isFlag(also)))
    return [{ place: at, kind: 'columns', expected: '7', found: String(columns.length) }];
  const domain = hostOfDomain(host);
  if (domain === null) return [{ place: at, kind: 'no-domain' }];
  const expiry = expiryOf(until.trim());
  if (expiry === 'bad') return [{ place: at, kind: 'bad-expiry' }];
  if (expiry.isFiner) assume('seconds');
  if (!line.includes('\t')) assume('tabs');
  return {
    name: bytes(name),
    value: bytes(value),
    domain,
    hostOnly: !isTrue(below),
    path: bytes(path === '' ? '/' : path),
    secure: isTrue(secure),
    httpOnly: isHttpOnly || (also !== undefined && isTrue(also)),
    sameSite: also === undefined ? 'absent' : sameSiteIn(columns[9]),
    expires: expiry.expires,
    partition: null,
  };
}

const isFlag = (column: string): boolean => /^(?:TRUE|FALSE)$/i.test(column);
const isTrue = (column: string): boolean => /^TRUE$/i.test(column);

/** Seven columns between spaces, which a terminal or a page makes of tabs; only the value may hold some. */
const SPACED = /^ *(\S+) +(TRUE|FALSE) +(\S+) +(TRUE|FALSE) +(-?[\d.]+) +(\S+)(?: (.*))?$/i;

/** What stands between tabs. */
const columnsOf = (line: string): readonly string[] =>
  (line.includes('\t')
    ? null
    : SPACED.exec(line)
        ?.slice(1)
        .map((column = '') => column.trim())) ?? line.split('\t');

/** Whether the columns of a line say which: a domain, two flags, an expiry and a name. */
export const isNetscapeLine = (line: string): boolean =>
  /^[^\t]+\t(?:TRUE|FALSE)\t[^\t]*\t(?:TRUE|FALSE)\t/i.test(line) || SPACED.test(line);

/** Seconds or less; 0 or nothing = a session cookie; ZennoPoster's `mm/dd/yyyy hh:mm:ss`. */
function expiryOf(text: string): WrittenExpiry | 'bad' {
  if (/^\d\d\/\d\d\/\d{4}/.test(text)) return writtenExpiry(`${text} UTC`);
  if (text !== '' && !/^-?\d+(?:\.\d+)?(?:e\+?\d+)?$/i.test(text)) return 'bad';
  return writtenExpiry(Number(text) === 0 ? null : text);
}

function sameSiteIn(column = ''): JarCookie['sameSite'] {
  const word = column.toLowerCase();
  return word === 'strict' || word === 'lax' || word === 'none' ? word : 'absent';
}
