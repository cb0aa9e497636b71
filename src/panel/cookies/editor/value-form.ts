/** A coding of a value that can be taken off and put on again. */
type Coding = 'url' | 'base64' | 'base64url' | 'json';

/** How a value is shown to be edited: the codings taken off, the outermost first; empty = as it is. */
export type ValueForm = readonly Coding[];

const ESCAPE = /%[\da-f]{2}/gi;

/** Deeper nesting is not looked for. */
const DEEPEST = 4;

/** The ways in which a value can be edited: as it is, then each coding further in that can be put on again as it was. */
export function formsOf(value: string): readonly ValueForm[] {
  const forms: ValueForm[] = [[]];
  let text = value;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const coding = CODINGS.find((each) => read(text, each) !== null);
    if (coding === undefined) break;
    forms.push([...(forms.at(-1) ?? []), coding]);
    text = read(text, coding) ?? '';
    if (coding === 'json') break;
  }
  return forms;
}

const CODINGS: readonly Coding[] = ['json', 'url', 'base64', 'base64url'];

/** A value as it is shown in a form that `formsOf` gave for it. */
export const decodedValue = (value: string, form: ValueForm): string =>
  form.reduce((text, coding) => read(text, coding) ?? text, value);

/**
 * The value that an edited text stands for; null = the text is no JSON where it must be.
 * @param before the value that was taken apart: what it had without an escape stays without
 */
export function codedValue(text: string, form: ValueForm, before: string): string | null {
  const [coding, ...inner] = form;
  if (coding === undefined) return text;
  const coded = codedValue(text, inner, read(before, coding) ?? '');
  return coded === null ? null : written(coded, coding, before);
}

function read(text: string, coding: Coding): string | null {
  switch (coding) {
    case 'json':
      return /^\s*[[{]/.test(text) && isJson(text) ? laidOut(text, 2) : null;
    case 'url': {
      const inner = text.search(ESCAPE) >= 0 ? unescaped(text) : null;
      return inner !== null && isAlike(written(inner, coding, text), text) ? inner : null;
    }
    case 'base64':
    case 'base64url': {
      const decoded = fromBase64(text);
      return decoded !== null && written(decoded, coding, text) === text ? decoded : null;
    }
    default:
      return coding satisfies never;
  }
}

/** @param before what stood there, coded */
function written(text: string, coding: Coding, before: string): string | null {
  switch (coding) {
    case 'json':
      return isJson(text) ? laidOut(text, 0) : null;
    case 'url':
      return escapedAs(text.replaceAll(/\p{Cs}/gu, '\ufffd'), before);
    case 'base64':
      return toBase64(text);
    case 'base64url':
      return toBase64(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    default:
      return coding satisfies never;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** JSON with its white space anew; numbers, names that occur twice and escapes stay as they are written. */
function laidOut(json: string, indent: number): string {
  const [gap, space] = indent === 0 ? ['', ''] : ['\n', ' '];
  let depth = 0;
  const line = () => gap + ' '.repeat(indent * depth);
  return json.replaceAll(/"(?:[^"\\]|\\.)*"|[[{]\s*[\]}]|[[{\]},:]|\s+/g, (token) => {
    if (/^\s/.test(token)) return '';
    if (/^[[{]\s*[\]}]$/.test(token)) return token.replaceAll(/\s/g, '');
    if (token === '[' || token === '{') {
      depth += 1;
      return token + line();
    }
    if (token === ']' || token === '}') {
      depth -= 1;
      return line() + token;
    }
    return token === ',' ? token + line() : token === ':' ? token + space : token;
  });
}

/** As `before` was escaped: what stood there without an escape gets none, what stood there with one gets it; a percent sign always. */
function escapedAs(text: string, before: string): string {
  const bare = new Set(before.replaceAll(ESCAPE, ''));
  const escapes = new Set(before.toUpperCase().match(ESCAPE));
  return [...text]
    .map((each) => {
      if (each !== '%' && bare.has(each)) return each;
      const own = `%${each.charCodeAt(0).toString(16).toUpperCase()}`;
      return escapes.has(own) && /[!'()*~._-]/.test(each) ? own : encodeURIComponent(each);
    })
    .join('');
}

/** Whether two texts are the same but for the case of the digits in their escapes. */
const isAlike = (one: string | null, other: string): boolean => {
  const upper = (text: string) => text.replaceAll(ESCAPE, (each) => each.toUpperCase());
  return one !== null && upper(one) === upper(other);
};

function unescaped(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null; // A percent sign that stands for itself, or octets that are not UTF-8.
  }
}

const toBase64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** Text in UTF-8 without control characters; anything else is no text to be edited. */
function fromBase64(text: string): string | null {
  if (!/^(?=.{8})[\w+/-]+={0,2}$/.test(text)) return null;
  try {
    const octets = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0));
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(octets);
    return /^[^\p{Cc}]+$/u.test(decoded.replaceAll(/[\n\r\t]/g, '')) ? decoded : null;
  } catch {
    return null; // No base64, or no text.
  }
}
