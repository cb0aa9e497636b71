import type { Bytes } from '../../engine/base/units';
import { urlParts } from '../../engine/site/url-parts';
import type { Digest } from '../../facts/digest';
import type { Secret } from '../../facts/fact';
import { fromBase64, jsonObject } from '../../messages/base64';
import type { Exchange, Row } from '../../replay/rows/exchange';
import { type Chunked, shouldYield } from '../shared/chunked';
import type { CookieLives } from './cookie-history';
import type { CookieLife } from './cookie-life';

const SHORTEST = 8;
const LONGEST = 4096;

/** A cookie's value, or the token within it, met again in the same request. */
export interface Match {
  readonly exchange: Exchange;
  readonly life: CookieLife;
  readonly where: 'field' | 'header' | 'parameter';
  readonly name: string;
  /** The whole value, or the id in it without its signature; not a token that the value holds beside others. */
  readonly isWhole: boolean;
}

/**
 * Where a cookie's value goes out a second time in the same request: as a field, a header or a parameter of the address.
 * Fields and headers are compared by keyed digest; without the key only addresses can be.
 * @param digest the recording's digest; null = its key is not here
 */
export function* matchesOf(exchanges: readonly Exchange[], lives: CookieLives, digest: Digest | null): Chunked<readonly Match[]> {
  const forms = new Map<Bytes, readonly Bytes[]>();
  const digestOf: Digest = digest ?? (() => null);
  const found: Match[] = [];
  for (const [at, exchange] of exchanges.entries()) {
    if (shouldYield(at)) yield;
    const { fields, secretHeaders } = exchange.sent;
    if (exchange.cookies.length === 0) continue;
    if (fields === null && secretHeaders.length === 0 && !LONG_PARAMETER.test(exchange.url)) continue;
    const places = [...secretPlaces(exchange), ...parameterPlaces(exchange)];
    if (places.length === 0) continue;
    for (const cookie of exchange.cookies) {
      if (!maybeToken(cookie.value)) continue;
      const life = lives.of(cookie, exchange);
      if (life === null) continue;
      const tokens = forms.get(cookie.value) ?? tokensIn(cookie.value);
      forms.set(cookie.value, tokens);
      for (const { where, name, is } of places) {
        const met = tokens.find((token) => is(token, digestOf));
        if (met !== undefined) found.push({ exchange, life, where, name, isWhole: idsIn(cookie.value).includes(met) });
      }
    }
  }
  return found;
}

/** The values of which `matchesOf` asks the digests. */
export function* cookieValuesCompared(rows: readonly Row[]): Chunked<ReadonlySet<Bytes>> {
  const seen = new Set<Bytes>();
  const compared = new Set<Bytes>();
  for (const [at, row] of rows.entries()) {
    if (shouldYield(at)) yield;
    if (row.kind !== 'exchange' || row.cookies.length === 0 || secretPlaces(row).length === 0) continue;
    for (const { value } of row.cookies) {
      if (seen.has(value) || !maybeToken(value)) continue;
      seen.add(value);
      for (const token of tokensIn(value)) compared.add(token);
    }
  }
  return compared;
}

const maybeToken = (value: Bytes): boolean => value.length >= SHORTEST && value.length <= LONGEST;

interface Place {
  readonly where: Match['where'];
  readonly name: string;
  readonly is: (token: Bytes, digestOf: Digest) => boolean;
}

function secretPlaces({ sent }: Exchange): readonly Place[] {
  const place =
    (where: Place['where']) =>
    ({ name, digest }: Secret): readonly Place[] =>
      digest === null ? [] : [{ where, name, is: (token, digestOf) => digestOf(token) === digest }];
  return [...(sent.fields ?? []).flatMap(place('field')), ...sent.secretHeaders.flatMap(place('header'))];
}

/** Most parameters are short: no cookie's value is met in them. */
const LONG_PARAMETER = /[?&][^&=#]*=[^&#]{8}/;

function parameterPlaces(exchange: Exchange): readonly Place[] {
  const query = /\?([^#]*)/.exec(exchange.url)?.[1] ?? '';
  if (query === '' || urlParts(exchange.url) === null) return [];
  return query.split('&').flatMap((pair): readonly Place[] => {
    const equals = pair.indexOf('=');
    const value = equals < 0 ? '' : pair.slice(equals + 1);
    if (value.length < SHORTEST) return [];
    return [{ where: 'parameter', name: pair.slice(0, equals), is: (token) => token === value || token === unescaped(value) }];
  });
}

/**
 * A value and the tokens within it that pages are known to send: percent-decoded (Laravel, Angular), the part before
 * a hash (Auth.js, csrf-csrf), the id without its signature, the fields of JSON.
 * @internal
 */
export function tokensIn(value: Bytes): readonly Bytes[] {
  const plain = unescaped(value);
  const bare = plain.replace(/^s:/, '');
  const forms = new Set<string>([value, plain, bare]);
  for (const mark of ['|', '.', ':', '--']) {
    const at = bare.indexOf(mark);
    if (at >= SHORTEST) forms.add(bare.slice(0, at));
    const behind = at < 0 ? '' : bare.slice(at + mark.length);
    if (behind.length >= SHORTEST) forms.add(behind);
  }
  const json = jsonObject(plain) ?? jsonObject(fromBase64(plain));
  for (const field of Object.values(json ?? {})) if (typeof field === 'string' && field.length >= SHORTEST) forms.add(field);
  return [...forms] as Bytes[];
}

/** The spellings of a value as an id, and without Express' signature. */
function idsIn(value: Bytes): readonly Bytes[] {
  const plain = unescaped(value);
  const signed = /^s:(.+)\.[A-Za-z0-9+/]{43}=?$/.exec(plain)?.[1];
  return signed === undefined ? [value, plain] : [value, plain, signed as Bytes];
}

const unescaped = (value: string): Bytes =>
  value.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) as Bytes;
