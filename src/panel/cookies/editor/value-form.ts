/** A coding of a value that can be taken off and put on again. */
type Coding = 'url' | 'base64' | 'base64url' | 'json';

/** How a value is shown to be edited: the codings taken off, the outermost first; empty = as it is. */
export type ValueForm = readonly Coding[];

/** Deeper nesting is not looked for. */
const DEEPEST = 4;

/** The ways in which a value can be edited: as it is, then each coding further in. */
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

/** The value that an edited text stands for; null = the text is no JSON where it must be. */
export const codedValue = (text: string, form: ValueForm): string | null =>
  form.toReversed().reduce<string | null>((inner, coding) => (inner === null ? null : written(inner, coding)), text);

function read(text: string, coding: Coding): string | null {
  switch (coding) {
    case 'json':
      return /^\s*[[{]/.test(text) ? layOut(text, 2) : null;
    case 'url':
      return /%[\da-f]{2}/i.test(text) ? unescaped(text) : null;
    case 'base64':
    case 'base64url': {
      const decoded = fromBase64(text);
      return decoded !== null && written(decoded, coding) === text ? decoded : null;
    }
    default:
      return coding satisfies never;
  }
}

function written(text: string, coding: Coding): string | null {
  switch (coding) {
    case 'json':
      return layOut(text, 0);
    case 'url':
      return encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\ufffd'));
    case 'base64':
      return toBase64(text);
    case 'base64url':
      return toBase64(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    default:
      return coding satisfies never;
  }
}

function layOut(text: string, indent: number): string | null {
  try {
    return JSON.stringify(JSON.parse(text), null, indent);
  } catch {
    return null; // It is none.
  }
}

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
