import type { Bytes } from '../../engine/base/units';
import { siteDomain } from '../../engine/site/registrable';
import { urlParts } from '../../engine/site/url-parts';
import type { Exchange, Row } from '../../replay/rows/exchange';
import { type Chunked, shouldYield } from '../../session/shared/chunked';
import type { CookieSubject, Leak } from './subject';

/** Names that hold nothing but session ids. `sid` is not one of them: chat and polling libraries use it for connections. */
const TELLING =
  /^(?:jsessionid|phpsessid|php_sess_id|asp\.net_sessionid|aspsessionid\w*|sess(?:ion)?_?id|siteserver|cfid|cftoken|zenid)$/i;
/** Shorter texts are too likely to be equal by chance. */
const SHORTEST = 8;
const SHORTEST_PART = 12;
const PARAMETER = /[?&;]([^=?&;#/]+)=([^&;#/?]*)/g;

interface Secret {
  readonly name: Bytes;
  readonly value: string;
}

/**
 * Session ids in addresses: the values of these cookies, and parameters that only ever hold one.
 * @param site whose addresses and referers are looked at
 * @param secrets cookies that sign a user in
 */
export function* leaks(rows: readonly Row[], site: string, secrets: readonly CookieSubject[]): Chunked<readonly Leak[]> {
  const values = secretsIn(secrets);
  const found = new Map<string, Leak & { places: Leak['places'][number][] }>();
  for (const [at, row] of rows.entries()) {
    if (shouldYield(at)) yield;
    if (row.kind !== 'exchange') continue;
    for (const leak of [inUrl(row, site, values), inReferer(row, site, values)]) {
      if (leak === null) continue;
      const key = [leak.where, leak.isPart, leak.parameter, leak.cookie, leak.host, leak.thirdParty].join('\t');
      const before = found.get(key) ?? { ...leak, places: [] };
      found.set(key, before);
      if (before.places.length < 5) before.places.push({ row: row.id, line: null });
    }
  }
  return [...found.values()];
}

/** Each value once, under the first cookie that has it. */
function secretsIn(cookies: readonly CookieSubject[]): readonly Secret[] {
  const found = new Map<string, Secret>();
  for (const { name, values } of cookies) {
    for (const value of values.filter(({ length }) => length >= SHORTEST).flatMap(spellings)) {
      if (!found.has(value)) found.set(value, { name, value });
    }
  }
  return [...found.values()];
}

/** As it is, and decoded: an application seldom puts the encoded form into an address. */
function spellings(value: Bytes): readonly string[] {
  if (!value.includes('%')) return [value];
  const decoded = value.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return decoded === value ? [value] : [value, decoded];
}

function inUrl(exchange: Exchange, site: string, secrets: readonly Secret[]): Leak | null {
  const host = urlParts(exchange.url)?.host ?? '';
  const own = siteDomain(host) === site;
  const secret = secrets.find(({ value }) => exchange.url.includes(value));
  const part = secret === undefined ? partIn(exchange.url, secrets) : null;
  if (part !== null) return { where: 'url', ...part, isPart: true, host, thirdParty: !own, places: [] };
  const parameter = parameterWith(exchange.url, secret?.value ?? null);
  if (secret === undefined && (parameter === null || !own)) return null;
  return { where: 'url', parameter, cookie: secret?.name ?? null, isPart: false, host, thirdParty: !own, places: [] };
}

/** A parameter that holds the beginning or the end of a value, half of an id or one without its signature. */
function partIn(url: string, secrets: readonly Secret[]): Pick<Leak, 'parameter' | 'cookie'> | null {
  if (secrets.length === 0 || !url.includes('?')) return null;
  for (const [, name = '', content = ''] of url.matchAll(PARAMETER)) {
    if (content.length < SHORTEST_PART || !/^[A-Za-z0-9_-]*\d[A-Za-z0-9_-]*$/.test(content)) continue;
    const of = secrets.find(({ value }) => isPartOf(content, value));
    if (of !== undefined) return { parameter: name, cookie: of.name };
  }
  return null;
}

const isPartOf = (content: string, value: string): boolean =>
  content.length < value.length &&
  content.length * 3 >= value.length &&
  (value.startsWith(content) || value.endsWith(content) || value.startsWith(`s:${content}.`));

/** A referer of ours that went elsewhere. */
function inReferer(exchange: Exchange, site: string, secrets: readonly Secret[]): Leak | null {
  const host = urlParts(exchange.url)?.host ?? '';
  const referer = exchange.sent.headers.find(({ name }) => name === 'referer')?.value;
  if (referer === undefined || siteDomain(host) === site) return null;
  if (siteDomain(urlParts(referer)?.host ?? '') !== site) return null;
  const secret = secrets.find(({ value }) => referer.includes(value));
  const parameter = parameterWith(referer, secret?.value ?? null);
  if (secret === undefined && parameter === null) return null;
  return { where: 'referer', parameter, cookie: secret?.name ?? null, isPart: false, host, thirdParty: true, places: [] };
}

/** The parameter that holds the value; without one, a parameter that by its name holds a session id. */
function parameterWith(url: string, value: string | null): string | null {
  for (const [, name = '', content = ''] of url.matchAll(PARAMETER)) {
    if (value === null ? TELLING.test(name) && content.length >= SHORTEST : content.includes(value)) return name;
  }
  return null;
}
