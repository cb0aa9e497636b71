import * as v from 'valibot';
import type { JarCookie } from '../../analysis/facts/jar-cookie';
import { type FileFault, faultsOf, MOST_FAULTS, type Refusal, refusalOf } from '../reading/fault';
import { type CookieList, type CookieSource, cookieList, isObject } from './cookie-list';
import { hostOfDomain } from './host-of-domain';
import { COOKIES_FORMAT, COOKIES_VERSION, cookieOfOwn, ownCookieSchema } from './own-cookies';
import { readJsonCookie } from './read-json-cookie';
import { isNetscapeLine, readNetscapeLine } from './read-netscape';
import type { Assume, Unsaid } from './unsaid';
import { byOurNames } from './written-cookie';

export interface ReadCookies {
  readonly kind: 'cookies';
  readonly source: CookieSource;
  readonly cookies: readonly JarCookie[];
  /** Entries that were not read, the first hundred. */
  readonly faults: readonly FileFault[];
  readonly faulty: number;
  readonly unsaid: readonly Unsaid[];
}

type ReadEntry = JarCookie | readonly FileFault[] | null;

/** Cookies in JSON of whichever tool; null = it is no list of cookies. */
export function readJsonCookies(json: unknown): ReadCookies | Refusal | null {
  if (isObject(json) && json.format === COOKIES_FORMAT) return readOwn(json);
  const found = cookieList(json);
  if (found === null || found.kind === 'refused') return found;
  return readList(found);
}

/** Whether a text without JSON is cookies.txt: its first line that is no comment has the columns. */
export function isNetscape(text: string): boolean {
  const lines = text.slice(0, 65_536).split(/\r?\n|\r/);
  if (/^# (?:Netscape )?HTTP Cookie File/.test(lines[0] ?? '')) return true;
  const first = lines.find((line) => line.trim() !== '' && (!line.startsWith('#') || line.startsWith('#HttpOnly_')));
  return first !== undefined && isNetscapeLine(first);
}

/** A cookies.txt, as curl and wget write it. A line that cannot be read is a fault, the others are taken. */
export function readNetscape(text: string): ReadCookies | Refusal {
  const lines = text.split(/\r?\n|\r/);
  const read = collected(lines, (line, index, assume) => readNetscapeLine(line, `line ${index + 1}`, assume));
  return taken(read, 'netscape', ['same-site', 'partition']);
}

function readOwn(json: Readonly<Record<string, unknown>>): ReadCookies | Refusal {
  if (json.version !== COOKIES_VERSION) return refusalOf('newer-version', 'version', String(json.version));
  if (!Array.isArray(json.cookies)) return refusalOf('no-entries', 'cookies');
  const read = collected(json.cookies, (entry, index): ReadEntry => {
    const parsed = v.safeParse(ownCookieSchema, entry);
    if (!parsed.success) return faultsOf(parsed.issues, `cookies[${index}]`);
    if (hostOfDomain(parsed.output.domain) === null) return [{ place: `cookies[${index}].domain`, kind: 'no-domain' }];
    return cookieOfOwn(parsed.output);
  });
  return taken(read, 'cookie-flow', json.redacted === true ? ['redacted'] : []);
}

function readList({ entries, place, source }: CookieList): ReadCookies | Refusal {
  const read = collected(entries, (entry, index, assume) => readJsonCookie(entry, place(index), assume));
  const says = (field: string) => entries.some((entry) => isObject(entry) && byOurNames(entry)[field] != null);
  const unsaid: readonly Unsaid[] = [
    ...(says('sameSite') ? [] : (['same-site'] as const)),
    ...(says('hostOnly') ||
    says('url') ||
    entries.some((entry) => isObject(entry) && String(byOurNames(entry).domain).startsWith('.'))
      ? []
      : (['host-only'] as const)),
    ...(says('partitionKey') || source === 'cookie-editor' || source === 'cdp' || source === 'puppeteer'
      ? []
      : (['partition'] as const)),
  ];
  return taken(read, source, unsaid);
}

interface Collected {
  readonly cookies: readonly JarCookie[];
  readonly faults: readonly FileFault[];
  readonly faulty: number;
  readonly assumed: ReadonlySet<Unsaid>;
}

function collected<Entry>(
  entries: readonly Entry[],
  read: (entry: Entry, index: number, assume: Assume) => ReadEntry,
): Collected {
  const assumed = new Set<Unsaid>();
  const cookies: JarCookie[] = [];
  const faults: FileFault[] = [];
  let faulty = 0;
  for (const [index, entry] of entries.entries()) {
    const found = read(entry, index, (unsaid) => assumed.add(unsaid));
    if (found === null) continue;
    if (!isFaults(found)) cookies.push(found);
    else {
      faulty++;
      if (faults.length < MOST_FAULTS) faults.push(...found);
    }
  }
  return { cookies, faults, faulty, assumed };
}

function taken(
  { cookies, faults, faulty, assumed }: Collected,
  source: CookieSource,
  unsaid: readonly Unsaid[],
): ReadCookies | Refusal {
  if (cookies.length === 0) return faulty > 0 ? refusalOf('nothing-valid', '', '', faults) : refusalOf('no-entries', 'cookies');
  return { kind: 'cookies', source, cookies, faults, faulty, unsaid: [...unsaid, ...assumed] };
}

const isFaults = (found: JarCookie | readonly FileFault[]): found is readonly FileFault[] => Array.isArray(found);
