import { bytes } from '../../analysis/engine/base/bytes';
import type { Bytes } from '../../analysis/engine/base/units';
import { fromBase64, jsonObject } from '../../analysis/messages/base64';
import { type Draw, runLike, shapedLike } from './shape';

/** What a JWT says without saying anything: how it is signed, and which claims it has. */
export interface JwtOutline {
  /** `alg`, `typ` and the names of the header's other members. */
  readonly header: readonly string[];
  readonly claims: readonly string[];
}

const FORM = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]*)$/;

/** Values that say nothing of whom the token is for. */
const PLAIN_HEADER = new Set(['alg', 'typ', 'cty', 'enc', 'zip']);
const TIMES = new Set(['exp', 'iat', 'nbf', 'auth_time']);

type Json = Readonly<Record<string, unknown>>;

interface Jwt {
  readonly header: Json;
  readonly payload: Json;
  readonly signature: Bytes;
}

function readJwt(value: Bytes): Jwt | null {
  const [, head, body, signature] = FORM.exec(value) ?? [];
  const header = head === undefined ? null : jsonObject(fromBase64(head));
  const payload = body === undefined ? null : jsonObject(fromBase64(body));
  return header && payload && 'alg' in header ? { header, payload, signature: (signature ?? '') as Bytes } : null;
}

export function jwtOutline(value: Bytes): JwtOutline | null {
  const jwt = readJwt(value);
  if (jwt === null) return null;
  const header = Object.entries(jwt.header).map(([name, member]) =>
    PLAIN_HEADER.has(name) && typeof member === 'string' ? `${name}: ${member}` : name,
  );
  return { header, claims: Object.keys(jwt.payload) };
}

/**
 * A JWT that has the same header and claims, of which only the times and the algorithm are still true; null = it is none.
 * @param indent how many spaces stand in front of the JSON, so that equal JSON is not equal base64
 */
export function shapedJwt(value: Bytes, draw: Draw, indent: number): Bytes | null {
  const jwt = readJwt(value);
  if (jwt === null) return null;
  const part = (json: Json, plain: ReadonlySet<string>) => {
    const members = Object.entries(json).map(
      ([name, member]) => `${JSON.stringify(name)}:${JSON.stringify(plain.has(name) ? member : shapedJson(member, draw, 0))}`,
    );
    return base64url(bytes(`{${' '.repeat(indent)}${members.join(',')}}`));
  };
  return `${part(jwt.header, PLAIN_HEADER)}.${part(jwt.payload, TIMES)}.${shapedLike(jwt.signature, draw)}` as Bytes;
}

const DEEPEST = 16;

function shapedJson(json: unknown, draw: Draw, depth: number): unknown {
  if (typeof json === 'string') return json.replace(/[A-Za-z0-9]+|[^\x00-\x7f]+/g, (run) => shapedRun(run, draw));
  if (typeof json === 'number') return Number(runLike(String(Math.trunc(Math.abs(json))), draw(String(json)))) || 0;
  if (typeof json !== 'object' || json === null || depth > DEEPEST) return typeof json === 'boolean' ? json : null;
  if (Array.isArray(json)) return json.map((each) => shapedJson(each, draw, depth + 1));
  return Object.fromEntries(Object.entries(json).map(([name, each]) => [name, shapedJson(each, draw, depth + 1)]));
}

const shapedRun = (run: string, draw: Draw): string =>
  /^[\x00-\x7f]/.test(run) ? runLike(run, draw(run)) : 'ø'.repeat([...run].length);

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** @see RFC 4648 §5, without padding */
function base64url(octets: Bytes): string {
  let out = '';
  for (let at = 0; at < octets.length; at += 3) {
    const [a = 0, b = 0, c = 0] = [0, 1, 2].map((n) => (at + n < octets.length ? octets.charCodeAt(at + n) : 0));
    const bits = (a << 16) | (b << 8) | c;
    const chars = Math.min(4, octets.length - at + 1);
    for (let n = 0; n < chars; n++) out += ALPHABET.charAt((bits >> (18 - 6 * n)) & 63);
  }
  return out;
}
