import { text as decoded } from '../../engine/base/bytes';
import type { Bytes } from '../../engine/base/units';
import { fromBase64, fromJson, readable } from '../../messages/base64';
import { bigIpAddress, noteAddresses } from './addresses';
import { noteContents, noteText } from './contents';

import { jsonPart } from './json-part';
import { found, type Recogniser, readablePart, unreadablePart } from './recogniser';

const MAX_TEXTS = 16;
const WORTH_LOOKING = 16;

/** Percent-encoding: some `%xx` and no malformed one. @see https://url.spec.whatwg.org/#percent-decode */
export const percentEncoded: Recogniser = (text) => {
  if (!/%[0-9a-f]{2}/i.test(text)) return null;
  const out = text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return found('url', [readablePart('decoded', decoded(out as Bytes))], [out]);
};

/** A JSON object or array; Express marks its own with `j:`. @see https://github.com/expressjs/cookie-parser */
export const json: Recogniser = (text, budget) => {
  const marked = text.startsWith('j:');
  const written = marked ? text.slice(2) : text;
  const content = fromJson(written);
  if (content === null) return null;
  noteContents(content, budget);
  return found(marked ? 'express-json' : 'json', [jsonPart('content', () => written, text.length)], texts(content));
};

/** Base64 of readable text. Base64 of octets is indistinguishable from a random id and stays one. */
export const base64: Recogniser = (text) => {
  // Supabase writes `base64-` before it; https://github.com/supabase/ssr
  const chars = text.startsWith('base64-') ? text.slice('base64-'.length) : text;
  if (chars.length < 8) return null;
  const octets = fromBase64(chars);
  if (octets === null) return null;
  const inner = readable(octets);
  if (inner === null || !isPlausible(inner, chars)) return null;
  return found('base64', [readablePart('decoded', inner)], [octets]);
};

/** `a=1&b=2`, as ASP.NET writes cookies with several values. */
export const form: Recogniser = (text, budget) => {
  if (!/^[\w.-]{1,64}=[^&=]*(?:&[\w.-]{1,64}=[^&=]*)+$/.test(text)) return null;
  const pairs = text.split('&').map((pair) => pair.split('='));
  noteContents(Object.fromEntries(pairs), budget);
  return found(
    'form',
    [readablePart('content', text.replaceAll('&', '\n'))],
    pairs.flatMap(([, value]) => worth(value)),
  );
};

/** Objects written by a language's own serialiser: reading one that a stranger wrote is dangerous for the server. */
export const serialised: Recogniser = (text, budget) => {
  if (/^(?:a:\d{1,9}:\{|O:\d{1,9}:"|s:\d{1,9}:")/.test(text)) {
    budget.note('serialised-object', { language: 'php' });
    noteText(text, budget);
    return found('serialised-php', [readablePart('content', decoded(text as Bytes))]);
  }
  if (text.startsWith('rO0AB')) return object('serialised-java', 'java', text.length, budget);
  return text.startsWith('AAEAAAD/////') ? object('serialised-dotnet', 'dotnet', text.length, budget) : null;
};

/** A BIG-IP persistence cookie: the server's address, spelled as numbers. */
export const bigIp: Recogniser = (text, budget) => {
  const server = bigIpAddress(text);
  if (server === null) return null;
  noteAddresses(server.address, budget, 'big-ip');
  return found('big-ip', [readablePart('server', `${server.address}:${server.port}`)]);
};

function object(
  format: 'serialised-java' | 'serialised-dotnet',
  language: string,
  octets: number,
  budget: Parameters<Recogniser>[1],
) {
  budget.note('serialised-object', { language });
  return found(format, [unreadablePart('object', octets)]);
}

/** Texts within JSON that may be wrapped again, the first few. */
function texts(content: unknown): readonly string[] {
  const out: string[] = [];
  const walk = (node: unknown, nesting: number): void => {
    if (out.length >= MAX_TEXTS || nesting > 8) return;
    if (typeof node === 'string') out.push(...worth(node));
    else if (typeof node === 'object' && node !== null) for (const value of Object.values(node)) walk(value, nesting + 1);
  };
  walk(content, 0);
  return out;
}

const worth = (text: string | undefined): readonly string[] => (text !== undefined && text.length >= WORTH_LOOKING ? [text] : []);

/** Short words such as `dashboard` are valid base64 too: what comes out must look more like text than what went in. */
function isPlausible(inner: string, chars: string): boolean {
  if (/^[\s]*[{["]/.test(inner)) return true;
  if (/[^\x20-\x7e\r\n\t]/.test(inner)) return false;
  const wordish = inner.replace(/[^A-Za-z0-9 .,:;@/_-]/g, '').length / inner.length;
  return chars.length >= 16 ? wordish > 0.9 : wordish === 1 && chars.endsWith('=');
}
