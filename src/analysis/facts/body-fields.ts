import { bytes, bytesOfArray, text } from '../engine/base/bytes';
import type { Bytes } from '../engine/base/units';
import { type Digest, secret, tokenValue } from './digest';
import type { Secret } from './fact';
import { isMessageField, type SignInMessage } from './sign-in-message';

/** webRequest's requestBody, of either browser. */
export interface WireBody {
  readonly error?: string | undefined;
  /** Decoded form fields; a value that is not text comes as octets. */
  readonly formData?: Readonly<Record<string, readonly unknown[]>> | undefined;
  readonly raw?: readonly { readonly bytes?: ArrayBuffer | undefined; readonly file?: string | undefined }[] | undefined;
}

/** A body above this size is no sign-in form: it is not read. */
const LARGEST_BODY = 256 * 1024;
const MOST_FIELDS = 200;
const DEEPEST = 8;
// What developers call fields: `user[password]`, `ctl00$Main$Name`, `form:j_idt5`. Anything else may be what was typed,
// such as a whole JSON text sent as a form, which browsers then take for a field's name.
const NAME = /^[\p{L}\p{N}_.$:/()[\] -]{1,100}$/u;

/** A field of a body: its value only where it may be a token, and only until the recorder has made a digest of it. */
export interface BodyField {
  readonly name: string;
  readonly value: Bytes | null;
}
/** Reads what a field says that holds a message of a sign-in; null = it holds none. */
export type ReadMessage = (name: string, value: Bytes, digest: Digest) => SignInMessage | null;

/**
 * Names of a body's form or JSON fields, each with its value where that may be a token. Passwords, codes and what is short go nowhere.
 * A name inside JSON is a path: `user.email`; array positions are left out, and so is what does not look like a name; a key that looks
 * like an id is `[id]`, and there are none below a password.
 * @returns null = no body, or one we cannot read (a file, a stream, binary, over 256 KiB)
 */
export function bodyFields(body: WireBody | null | undefined): readonly BodyField[] | null {
  const pairs = body?.formData ? formPairs(body.formData) : body?.raw ? rawPairs(body.raw) : null;
  if (!pairs) return null;
  const named = pairs.filter(([name]) => NAME.test(name));
  return named.slice(0, MOST_FIELDS).map(([name, value]) => ({
    name,
    value: isMessageField(name) ? value : tokenValue(name, value),
  }));
}

/**
 * The fields with digests in place of their values.
 * @param read what is kept of a message of a sign-in, beside its digest
 */
export const digestFields = (
  fields: readonly BodyField[] | null,
  digest: Digest,
  read: ReadMessage = () => null,
): readonly Secret[] | null =>
  fields?.map(({ name, value }) => {
    if (value === null) return { name, digest: null };
    const message = read(name, value, digest);
    return message === null ? secret(name, value, digest) : { ...secret(name, value, digest), message };
  }) ?? null;

type Pair = readonly [name: string, value: Bytes];

function formPairs(form: Readonly<Record<string, readonly unknown[]>>): readonly Pair[] {
  return Object.entries(form).flatMap(([name, values]) => values.map((value): Pair => [name, octetsOf(value)]));
}

function octetsOf(value: unknown): Bytes {
  if (typeof value === 'string') return bytes(value);
  if (value instanceof ArrayBuffer) return bytesOfArray([...new Uint8Array(value)]);
  return bytes('');
}

function rawPairs(raw: NonNullable<WireBody['raw']>): readonly Pair[] | null {
  let size = 0;
  let whole = '';
  for (const { bytes: part } of raw) {
    if (!part) return null;
    size += part.byteLength;
    if (size > LARGEST_BODY) return null;
    for (const octet of new Uint8Array(part)) whole += String.fromCharCode(octet);
  }
  const body = text(whole as Bytes).trim();
  // Forms come as `formData`, told by their Content-Type: other text with an equals sign is none, but Base64 perhaps.
  return /^[[{]/.test(body) ? jsonPairs(body) : null;
}

function jsonPairs(body: string): readonly Pair[] | null {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return null; // It only looked like JSON: a body we cannot read.
  }
  const pairs: Pair[] = [];
  collect(value, '', 0, pairs);
  return pairs;
}

const joined = (path: string, name: string): string => (path === '' ? keyOf(name) : `${path}.${keyOf(name)}`);

/** The path of a password. Narrow, for objects called `credentials` or `card` have names in them. */
const PASSWORD = /(?:passw|passphrase|pwd|kennwort)[^.]*$/i;

/** A key that looks like an id or a token is not the name of a field but the key of a map. */
const keyOf = (name: string): string => (/^(?=.*\d)[A-Za-z0-9_-]{16,}$/.test(name) ? '[id]' : name);

function collect(value: unknown, path: string, depth: number, into: Pair[]): void {
  if (into.length >= MOST_FIELDS || depth > DEEPEST) return;
  if (Array.isArray(value)) {
    for (const each of value) collect(each, path, depth + 1, into);
  } else if (typeof value === 'object' && value !== null) {
    // Below `password` a key is what was typed.
    if (PASSWORD.test(path)) into.push([path, bytes('')]);
    else for (const [name, each] of Object.entries(value)) collect(each, joined(path, name), depth + 1, into);
  } else {
    into.push([path, bytes(String(value))]);
  }
}
