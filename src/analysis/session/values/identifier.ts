import type { Bytes } from '../../engine/base/units';
import { jsonObject } from '../../messages/base64';
import { entropyBound } from './entropy';
import type { Format, Layer } from './reading';
import { readToken } from './token';

/** Members that name the id of a session outright. */
const NAMED = /^_?(?:(?:php|j|asp)?sess(?:ion)?[_.-]?(?:id|key|token)|sid)$/i;
/** Members that may be one where nothing is named so: alone they are in use for much else. */
const GENERAL = /^(?:id|s|sess|session|token|key|k|value|ticket|uuid)$/i;
/** Members whose value stays though the session is another, or is made of the others. */
const NO_ID = /csrf|xsrf|nonce|state|sig|sign|mac|hash|digest|check|iat|exp|user|uid|sub|email|lang|device|visitor|client/i;
/** A session that names who is signed in counts by that, and not by an id. */
const NAMES_USER = /"(?:_user_id|user_?id|_fresh|passport|user|username)"/i;
const SHORTEST = 8;
/** Bits from which on a piece of a value may be an id. */
const MAY_BE_ID = 64;

/** What became of the id that two values of one cookie hold. `cannot-tell`: a piece that may be the id stayed, another changed. */
export type IdMove = 'kept' | 'other' | 'cannot-tell';

/**
 * Compares the ids within two values of a cookie: members of JSON or of a form (`{"sessionid":"f9c7…","sign":"…"}`), and pieces
 * of a value that is dated or signed anew (`f9c7….1795435200.mac`).
 * @returns null = neither holds an id of its own, or the whole value is the id
 */
export function idMove(before: Bytes, after: Bytes): IdMove | null {
  if (bareOf(before) === bareOf(after)) return 'kept';
  const [a, b] = [readToken(before).layer, readToken(after).layer];
  const payload = signedIn(a);
  if (payload !== null && payload === signedIn(b)) return 'kept';
  const [old, now] = [membersIn(a), membersIn(b)];
  if (old.length > 0 && now.length > 0) return byMembers(old, now, NAMES_USER.test(textOf(b)));
  if (!isPlain(a) || !isPlain(b)) return byRuns(textOf(a), textOf(b));
  return byPieces(piecesOf(a, before), piecesOf(b, after)) ?? byRuns(plainOf(a, before), plainOf(b, after));
}

/** A value without what may be written in another way: percent-encoding, quotes, padding, the case of hexadecimal digits. */
function bareOf(value: string): string {
  const plain = value.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const bare = plain.replace(/^"|"$|=+$/g, '');
  return /^[0-9a-f-]+$/i.test(bare) ? bare.toLowerCase() : bare;
}

/** Formats of a payload and its signature, which is another with each date or key. */
const SIGNED: ReadonlySet<Format> = new Set(['express-signed', 'rails-signed', 'itsdangerous', 'django-signed']);

/** The payload of a signed value that is nothing but an id; null = it is another, or not signed. */
function signedIn(layer: Layer): string | null {
  const signed = layer.format === 'url' ? layer.inside[0] : layer;
  if (signed === undefined || !SIGNED.has(signed.format)) return null;
  const text = (signed.parts[0]?.text ?? '').replace(/^"|"$/g, '');
  return looksLikeId(text) ? text : null;
}

/** What became of the session's id that two tokens name outright, as `sid` or the like; null = they name none. */
export function namedIdMove(before: Bytes, after: Bytes): IdMove | null {
  const [old, now] = [before, after].map((value) => membersIn(readToken(value).layer));
  const [a, b] = [old, now].map((members) => members?.find(({ name, value }) => isId(name, value, NAMED)));
  return a === undefined || b === undefined ? null : a.value === b.value ? 'kept' : 'other';
}

interface Member {
  readonly name: string;
  readonly value: string;
}

function byMembers(old: readonly Member[], now: readonly Member[], namesUser: boolean): IdMove | null {
  for (const form of namesUser ? [NAMED] : [NAMED, GENERAL]) {
    const [a, b] = [old, now].map((members) => members.find(({ name, value }) => isId(name, value, form)));
    if (a !== undefined && b !== undefined) return a.value === b.value ? 'kept' : 'other';
  }
  if (namesUser) return null;
  const mayBe = old.filter(({ name, value }) => !NO_ID.test(name) && looksLikeId(value));
  return mayBe.some(({ name, value }) => now.some((each) => each.name === name && each.value === value)) ? 'cannot-tell' : null;
}

const isId = (name: string, value: string, form: RegExp): boolean =>
  form.test(name) && value.length >= SHORTEST && (form === NAMED || looksLikeId(value));

const looksLikeId = (value: string): boolean =>
  /^[\w+/=.-]+$/.test(value) && /\d/.test(value) && /[a-z]/i.test(value) && entropyBound(value).bits >= MAY_BE_ID;

/** Members of JSON and of forms that are texts, nested ones by their last name. */
function membersIn({ parts, inside, format }: Layer): readonly Member[] {
  const own = parts.flatMap(({ text }): readonly Member[] => {
    if (text === null) return [];
    if (format === 'form') return pairsIn(text);
    if (format === 'serialised-php') return serialisedPairs(text);
    const json = jsonObject(text);
    return json === null ? [] : flattened(json, 0);
  });
  return [...own, ...inside.flatMap(membersIn)];
}

const pairsIn = (text: string): readonly Member[] =>
  text.split('\n').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at <= 0 ? [] : [{ name: pair.slice(0, at), value: pair.slice(at + 1) }];
  });

/** Texts by their keys in what PHP serialised. @see https://www.php.net/manual/en/function.serialize.php */
const serialisedPairs = (text: string): readonly Member[] =>
  [...text.matchAll(/s:\d+:"([\w.-]{1,64})";s:\d+:"([^"]{0,512})"/g)].map(([, name = '', value = '']) => ({ name, value }));

const DEEPEST = 3;

const flattened = (json: object, depth: number, above = ''): readonly Member[] =>
  Object.entries(json).flatMap(([name, value]): readonly Member[] => {
    if (typeof value === 'string') return [{ name: above === '' || !/^id$/i.test(name) ? name : `${above}_id`, value }];
    return typeof value === 'object' && value !== null && depth < DEEPEST ? flattened(value, depth + 1, longName(name)) : [];
  });

/** `{"s":{"id":…}}` is the session's id as `{"session":{"id":…}}` is. */
const longName = (name: string): string => (/^s(?:ess)?$/i.test(name) ? 'session' : name);

const textOf = ({ parts, inside }: Layer): string => [...parts.map(({ text }) => text ?? ''), ...inside.map(textOf)].join('\n');

const isPlain = ({ format, inside }: Layer): boolean =>
  format === 'plain' || (format === 'url' && (inside[0] === undefined || inside[0].format === 'plain'));

const plainOf = (layer: Layer, value: string): string => (layer.format === 'url' ? (layer.parts[0]?.text ?? value) : value);

const piecesOf = (layer: Layer, value: string): readonly string[] => plainOf(layer, value).split(/[|.:~!,;&$]/);

/** Pieces in their places: one that may be an id and stays, beside what changes. */
function byPieces(old: readonly string[], now: readonly string[]): IdMove | null {
  if (old.length < 2 || old.length !== now.length) return null;
  const changed = now.filter((piece, place) => piece !== old[place]);
  const unchanged = now.filter((piece, place) => piece === old[place]);
  if (!unchanged.some(looksLikeId)) return null;
  // A date or a server's name that changed explains a new signature; a second long piece may be the id itself.
  return changed.some((piece) => entropyBound(piece).bits < MAY_BE_ID) ? 'kept' : 'cannot-tell';
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const SHORTEST_RUN = 16;

/** An unbroken run of letters and digits that may be an id and stays, in a text of any form, beside what changes. */
function byRuns(old: string, now: string): IdMove | null {
  if (old === now) return null;
  const [a, b] = [old, now].map((text) => text.replace(UUID, (uuid) => uuid.replaceAll('-', '')));
  const before = new Set(runsIn(a ?? ''));
  const stayed = runsIn(b ?? '').filter((run) => before.has(run) && run.length >= SHORTEST_RUN && looksLikeId(run));
  if (stayed.length === 0) return looksLikeId(commonEnd(firstOf(a), firstOf(b))) ? 'cannot-tell' : null;
  const changed = runsIn(b ?? '').filter((run) => !before.has(run));
  return changed.every((run) => entropyBound(run).bits < MAY_BE_ID) ? 'kept' : 'cannot-tell';
}

const firstOf = (text: string | undefined): string => /^[\w-]*/.exec(text ?? '')?.[0] ?? '';

/** What two texts end with alike, of a length that chance does not give: a server's number before the id is another. */
function commonEnd(a: string, b: string): string {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length < SHORTEST_RUN ? '' : b.slice(b.length - length);
}

const runsIn = (text: string): readonly string[] => text.split(/[^A-Za-z0-9]+/).filter((run) => run !== '');
