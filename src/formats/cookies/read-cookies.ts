import * as v from 'valibot';
import type { JarCookie } from '../../analysis/facts/jar-cookie';
import { type FileFault, faultsOf, MOST_FAULTS, type Refusal, refusalOf } from '../reading/fault';
import { COOKIES_FORMAT, COOKIES_VERSION, cookieOfOwn, ownCookieSchema } from './own-cookies';
import { isDomain, readJsonCookie } from './read-json-cookie';
import { readNetscapeLine } from './read-netscape';

type CookieSource =
  | 'cookie-flow'
  | 'netscape'
  | 'storage-state'
  | 'puppeteer'
  | 'cdp'
  | 'cookie-editor'
  | 'edit-this-cookie'
  | 'cypress'
  | 'tough-cookie'
  | 'json';

/** What a format does not say of its cookies, so that something is assumed. */
export type Unsaid = 'same-site' | 'partition' | 'host-only' | 'redacted';

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
  if (Array.isArray(json)) return isCookieLike(json[0]) ? readList(json, '', sourceOf(json[0], null)) : null;
  if (!isObject(json)) return null;
  if (json.format === COOKIES_FORMAT) return readOwn(json);
  const { cookies } = json;
  if (!Array.isArray(cookies) || (cookies.length > 0 && !isCookieLike(cookies[0]))) return null;
  return readList(cookies, 'cookies', sourceOf(cookies[0], json));
}

/** Whether a text without JSON is cookies.txt: its first line that is no comment has the columns. */
export function isNetscape(text: string): boolean {
  const lines = text.slice(0, 65_536).split(/\r?\n|\r/);
  if (/^# (?:Netscape )?HTTP Cookie File/.test(lines[0] ?? '')) return true;
  const first = lines.find((line) => line.trim() !== '' && (!line.startsWith('#') || line.startsWith('#HttpOnly_')));
  return first !== undefined && /^[^\t]+\t(?:TRUE|FALSE)\t[^\t]*\t(?:TRUE|FALSE)\t/i.test(first);
}

/** A cookies.txt, as curl and wget write it. A line that cannot be read is a fault, the others are taken. */
export function readNetscape(text: string): ReadCookies | Refusal {
  const lines = text.split(/\r?\n|\r/);
  const read = collected(lines, (line, index) => readNetscapeLine(line, `line ${index + 1}`));
  return taken(read, 'netscape', ['same-site', 'partition']);
}

function readOwn(json: Readonly<Record<string, unknown>>): ReadCookies | Refusal {
  if (json.version !== COOKIES_VERSION) return refusalOf('newer-version', 'version', String(json.version));
  if (!Array.isArray(json.cookies)) return refusalOf('no-entries', 'cookies');
  const read = collected(json.cookies, (entry, index): ReadEntry => {
    const parsed = v.safeParse(ownCookieSchema, entry);
    if (!parsed.success) return faultsOf(parsed.issues, `cookies[${index}]`);
    if (!isDomain(parsed.output.domain)) return [{ place: `cookies[${index}].domain`, kind: 'no-domain' }];
    return cookieOfOwn(parsed.output);
  });
  return taken(read, 'cookie-flow', json.redacted === true ? ['redacted'] : []);
}

function readList(list: readonly unknown[], path: string, source: CookieSource): ReadCookies | Refusal {
  const read = collected(list, (entry, index) => readJsonCookie(entry, `${path}[${index}]`));
  const says = (field: string) => list.some((entry) => isObject(entry) && entry[field] != null);
  const unsaid: readonly Unsaid[] = [
    ...(says('sameSite') ? [] : (['same-site'] as const)),
    ...(says('hostOnly') || list.some((entry) => isObject(entry) && String(entry.domain).startsWith('.'))
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
}

function collected<Entry>(entries: readonly Entry[], read: (entry: Entry, index: number) => ReadEntry): Collected {
  const cookies: JarCookie[] = [];
  const faults: FileFault[] = [];
  let faulty = 0;
  for (const [index, entry] of entries.entries()) {
    const found = read(entry, index);
    if (found === null) continue;
    if (!isFaults(found)) cookies.push(found);
    else {
      faulty++;
      if (faults.length < MOST_FAULTS) faults.push(...found);
    }
  }
  return { cookies, faults, faulty };
}

function taken({ cookies, faults, faulty }: Collected, source: CookieSource, unsaid: readonly Unsaid[]): ReadCookies | Refusal {
  if (cookies.length === 0) return faulty > 0 ? refusalOf('nothing-valid', '', '', faults) : refusalOf('no-entries', 'cookies');
  return { kind: 'cookies', source, cookies, faults, faulty, unsaid };
}

const isFaults = (found: JarCookie | readonly FileFault[]): found is readonly FileFault[] => Array.isArray(found);

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const isCookieLike = (entry: unknown): boolean =>
  isObject(entry) && ('name' in entry || 'key' in entry) && ('value' in entry || 'domain' in entry);

/** Whose list it is, by words that only one tool uses. */
function sourceOf(entry: unknown, around: Readonly<Record<string, unknown>> | null): CookieSource {
  if (around !== null && 'origins' in around) return 'storage-state';
  if (!isObject(entry)) return 'json';
  const { partitionKey } = entry;
  if (!('name' in entry)) return 'tough-cookie';
  if ('expiry' in entry) return 'cypress';
  if ('id' in entry && 'storeId' in entry) return 'edit-this-cookie';
  if ('storeId' in entry || 'expirationDate' in entry) return 'cookie-editor';
  if (isObject(partitionKey) && 'sourceOrigin' in partitionKey) return 'puppeteer';
  return 'size' in entry ? (around === null ? 'puppeteer' : 'cdp') : 'json';
}
