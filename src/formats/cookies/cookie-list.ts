import { type Refusal, refusalOf } from '../reading/fault';
import { byOurNames } from './written-cookie';

/** Whose words a list of cookies has. */
export type CookieSource =
  | 'cookie-flow'
  | 'netscape'
  | 'storage-state'
  | 'puppeteer'
  | 'cdp'
  | 'cookie-editor'
  | 'edit-this-cookie'
  | 'cypress'
  | 'tough-cookie'
  | 'bidi'
  | 'json';

/** The cookies of a file, wherever in it they stand. */
export interface CookieList {
  readonly kind: 'list';
  readonly entries: readonly unknown[];
  /** Where the entry of an index stands in the file. */
  readonly place: (index: number) => string;
  readonly source: CookieSource;
}

type Json = Readonly<Record<string, unknown>>;

export const isObject = (json: unknown): json is Json => typeof json === 'object' && json !== null && !Array.isArray(json);

/** Members in which answers of a protocol bear what was asked for (CDP, WebDriver, WebDriver BiDi). */
const ANSWERS = ['result', 'value'] as const;

/** The cookies in JSON of whichever tool; null = there are none. */
export function cookieList(json: unknown, path = ''): CookieList | Refusal | null {
  if (Array.isArray(json)) return json.some(isCookieLike) ? listOf(json, path, null) : null;
  if (!isObject(json)) return null;
  if ('cookies' in json) return cookiesMember(json, path);
  if (isCookieLike(json) && 'domain' in byOurNames(json)) return { ...listOf([json], path, null), place: () => path || 'cookie' };
  if (path === '') {
    for (const name of ANSWERS) {
      const found = name in json ? cookieList(json[name], name) : null;
      if (found !== null) return found;
    }
  }
  return storedList(json);
}

function cookiesMember(around: Json, path: string): CookieList | Refusal | null {
  const { cookies } = around;
  const place = path === '' ? 'cookies' : `${path}.cookies`;
  if (cookies === null) return refusalOf('no-entries', place);
  // Older sessions of HTTPie, dumps of Python's requests: values by name, for whichever host.
  if (isObject(cookies)) return Object.values(cookies).every(isValue) ? refusalOf('no-hosts') : null;
  if (!Array.isArray(cookies) || (cookies.length > 0 && !cookies.some(isCookieLike))) return null;
  const { partitionKey } = around;
  const site = isObject(partitionKey) ? partitionKey.sourceOrigin : undefined;
  // WebDriver BiDi names the partition once for all that it lists.
  const entries =
    typeof site === 'string' && site !== ''
      ? cookies.map((each) => (isObject(each) ? { partitionKey: site, ...each } : each))
      : cookies;
  return listOf(entries, place, around);
}

const isValue = (value: unknown): boolean => typeof value === 'string' || (isObject(value) && typeof value.value === 'string');

/** The jars of Insomnia, and the stores that tough-cookie keeps by host, path and name. */
function storedList(json: Json): CookieList | null {
  if (Array.isArray(json.resources)) {
    const jars = json.resources.flatMap((each, index) =>
      isObject(each) && each._type === 'cookie_jar' && Array.isArray(each.cookies)
        ? each.cookies.map((cookie: unknown, at) => [cookie, `resources[${index}].cookies[${at}]`] as const)
        : [],
    );
    return placed(jars);
  }
  const stored = membersOf(json, '')
    .flatMap((host) => membersOf(...host))
    .flatMap((path) => membersOf(...path));
  return placed(stored.filter(([entry]) => isObject(entry) && 'key' in entry && isCookieLike(entry)));
}

const membersOf = (json: unknown, path: string): readonly (readonly [member: unknown, path: string])[] =>
  isObject(json) ? Object.entries(json).map(([name, member]) => [member, `${path}[${JSON.stringify(name)}]`]) : [];

function placed(entries: readonly (readonly [cookie: unknown, place: string])[]): CookieList | null {
  const list = entries.map(([cookie]) => cookie);
  return list.length === 0 ? null : { ...listOf(list, '', null), place: (index) => entries[index]?.[1] ?? '' };
}

const listOf = (entries: readonly unknown[], path: string, around: Json | null): CookieList => ({
  kind: 'list',
  entries,
  place: (index) => `${path}[${index}]`,
  source: sourceOf(entries.find(isCookieLike), around),
});

function isCookieLike(entry: unknown): boolean {
  if (!isObject(entry)) return false;
  const named = byOurNames(entry);
  return ('name' in named || 'key' in named) && ('value' in named || 'domain' in named);
}

/** Whose list it is, by words that only one tool uses. */
function sourceOf(entry: unknown, around: Json | null): CookieSource {
  if (around !== null && 'origins' in around) return 'storage-state';
  if (!isObject(entry)) return 'json';
  const { partitionKey } = entry;
  if (!('name' in entry) && 'key' in entry) return 'tough-cookie';
  if (isObject(entry.value)) return 'bidi';
  if ('expiry' in entry) return 'cypress';
  if ('id' in entry && 'storeId' in entry) return 'edit-this-cookie';
  if ('storeId' in entry || 'expirationDate' in entry) return 'cookie-editor';
  if (isObject(partitionKey) && 'sourceOrigin' in partitionKey) return 'puppeteer';
  return 'size' in entry ? (around === null ? 'puppeteer' : 'cdp') : 'json';
}
