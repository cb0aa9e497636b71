/** An element of a message. Names are without their prefix: a message that matters is known by its root, not by its spelling. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly within, comments taken out as a canonicaliser does. */
  readonly text: string;
  /** A comment stands within the text: some readers stop there, others do not. @see CVE-2017-11427 and its relatives */
  readonly isCommented: boolean;
}

/** Why a text was not read. `doctype`: it declares a type, in which entities could be; none is ever resolved. */
export type XmlFault = 'not-xml' | 'doctype' | 'too-large' | 'too-deep' | 'too-many-elements';

const MOST_CHARACTERS = 256 * 1024;
const MOST_ELEMENTS = 2000;
const DEEPEST = 32;
const MOST_ATTRIBUTES = 64;

type Draft = { name: string; attributes: Map<string, string>; children: Draft[]; text: string; isCommented: boolean };

/**
 * Reads a message's elements. Not a validating reader: what it does not know how to read is a fault. No entity but the
 * five predefined ones and character references is known, no document type is read, and the work is bounded.
 */
export function readXml(text: string): XmlElement | XmlFault {
  if (text.length > MOST_CHARACTERS) return 'too-large';
  const open: Draft[] = [];
  let root: Draft | null = null;
  let elements = 0;
  for (let at = 0; at < text.length; ) {
    const tag = text.indexOf('<', at);
    const inner = open.at(-1);
    if (inner !== undefined) inner.text += unescaped(text.slice(at, tag < 0 ? text.length : tag));
    if (tag < 0) break;
    const special = skipped(text, tag);
    if (special === 'doctype' || special === 'not-xml') return special;
    if (special !== null) {
      if (inner !== undefined && special.isComment) inner.isCommented = true;
      if (inner !== undefined) inner.text += special.text;
      at = special.end;
      continue;
    }
    const end = endOfTag(text, tag);
    if (end < 0) return 'not-xml';
    at = end + 1;
    if (text.charAt(tag + 1) === '/') {
      if (open.pop() === undefined) return 'not-xml';
      continue;
    }
    if (++elements > MOST_ELEMENTS) return 'too-many-elements';
    const isEmpty = text.charAt(end - 1) === '/';
    const element = elementOf(text.slice(tag + 1, isEmpty ? end - 1 : end));
    if (element === null) return 'not-xml';
    if (inner !== undefined) inner.children.push(element);
    else if (root === null) root = element;
    else return 'not-xml';
    if (!isEmpty) open.push(element);
    if (open.length > DEEPEST) return 'too-deep';
  }
  return root !== null && open.length === 0 ? root : 'not-xml';
}

/** What begins at `<` and is no element: a comment, CDATA, an instruction. null = an element. */
function skipped(
  text: string,
  at: number,
): { readonly end: number; readonly text: string; readonly isComment: boolean } | 'doctype' | 'not-xml' | null {
  const until = (mark: string, from: number) => {
    const found = text.indexOf(mark, from);
    return found < 0 ? null : found;
  };
  if (text.startsWith('<!--', at)) {
    const end = until('-->', at + 4);
    return end === null ? 'not-xml' : { end: end + 3, text: '', isComment: true };
  }
  if (text.startsWith('<![CDATA[', at)) {
    const end = until(']]>', at + 9);
    return end === null ? 'not-xml' : { end: end + 3, text: text.slice(at + 9, end), isComment: false };
  }
  if (text.startsWith('<?', at)) {
    const end = until('?>', at + 2);
    return end === null ? 'not-xml' : { end: end + 2, text: '', isComment: false };
  }
  return text.startsWith('<!', at) ? 'doctype' : null;
}

/** The place of the `>` that ends a tag; one within quotes does not. −1 = none. */
function endOfTag(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return at;
  }
  return -1;
}

function elementOf(tag: string): Draft | null {
  const name = /^[A-Za-z_][\w.:-]{0,100}/.exec(tag)?.[0];
  if (name === undefined) return null;
  const attributes = new Map<string, string>();
  const form = /\s([A-Za-z_][\w.:-]{0,100})\s{0,4}=\s{0,4}(?:"([^"]*)"|'([^']*)')/g;
  for (const match of tag.matchAll(form)) {
    if (attributes.size >= MOST_ATTRIBUTES) break;
    attributes.set(local(match[1] ?? ''), unescaped(match[2] ?? match[3] ?? ''));
  }
  return { name: local(name), attributes, children: [], text: '', isCommented: false };
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const PREDEFINED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Character references and the five predefined entities; any other entity stays as it is written. */
function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return PREDEFINED[String(name).toLowerCase()] ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** Every element of this name, the element itself among them, in document order. */
export function* elementsNamed(root: XmlElement, name: string): Generator<XmlElement> {
  if (root.name === name) yield root;
  for (const child of root.children) yield* elementsNamed(child, name);
}

export const firstNamed = (root: XmlElement, name: string): XmlElement | null => {
  for (const found of elementsNamed(root, name)) return found;
  return null;
};
