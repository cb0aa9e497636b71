import { bytes } from '../../analysis/engine/base/bytes';
import { type Instant, instant } from '../../analysis/engine/base/units';
import type { JarCookie } from '../../analysis/facts/jar-cookie';
import type { FileFault } from '../reading/fault';
import { isDomain } from './read-json-cookie';

const HTTP_ONLY = '#HttpOnly_';

/** What a line of cookies.txt says: a cookie, nothing (a comment), or what is wrong with it. @param at `line 12` */
export function readNetscapeLine(line: string, at: string): JarCookie | readonly FileFault[] | null {
  const isHttpOnly = line.startsWith(HTTP_ONLY);
  if (line.trim() === '' || (line.startsWith('#') && !isHttpOnly)) return null;
  const columns = (isHttpOnly ? line.slice(HTTP_ONLY.length) : line).split('\t');
  // Six where a tool has trimmed an empty value away; ZennoPoster has up to eleven, of which the eighth is a flag.
  const [host = '', below = '', path = '', secure = '', until = '', name = '', value = '', also] = columns;
  const isFlagged = isFlag(below) && isFlag(secure);
  if (columns.length < 6 || !isFlagged || (also !== undefined && !isFlag(also)))
    return [{ place: at, kind: 'columns', expected: '7', found: String(columns.length) }];
  const domain = host.toLowerCase().replace(/^\./, '');
  if (!isDomain(domain)) return [{ place: at, kind: 'no-domain' }];
  const expires = expiryOf(until.trim());
  if (expires === 'bad') return [{ place: at, kind: 'bad-expiry' }];
  return {
    name: bytes(name),
    value: bytes(value),
    domain,
    hostOnly: !isTrue(below),
    path: bytes(path === '' ? '/' : path),
    secure: isTrue(secure),
    httpOnly: isHttpOnly || (also !== undefined && isTrue(also)),
    sameSite: also === undefined ? 'absent' : sameSiteIn(columns[9]),
    expires,
    partition: null,
  };
}

const isFlag = (column: string): boolean => /^(?:TRUE|FALSE)$/i.test(column);
const isTrue = (column: string): boolean => /^TRUE$/i.test(column);

/** Seconds, perhaps with a fraction; 0 or nothing = a session cookie; ZennoPoster's `mm/dd/yyyy hh:mm:ss`. */
function expiryOf(text: string): Instant | null | 'bad' {
  if (text === '') return null;
  const seconds = /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
  if (seconds === 0) return null;
  const ms = seconds !== null ? seconds * 1000 : /^\d\d\/\d\d\/\d{4}/.test(text) ? Date.parse(`${text} UTC`) : Number.NaN;
  return Math.abs(ms) <= 8.64e15 ? instant(Math.round(ms)) : 'bad';
}

function sameSiteIn(column = ''): JarCookie['sameSite'] {
  const word = column.toLowerCase();
  return word === 'strict' || word === 'lax' || word === 'none' ? word : 'absent';
}
