import { cut as slice } from '../engine/base/bytes';
import type { Bytes } from '../engine/base/units';
import type { Attribute, ParsedLine, Span } from '../engine/header/parsed-line';
import { type Change, SPELLING } from './change';

type LinePart = 'name' | 'value' | 'attribute' | 'attribute-value' | 'punctuation';

/** A run of the corrected line: what stays, what goes, what is new. `span` is its place in the line as received. */
export interface Edit {
  readonly kind: 'keep' | 'cut' | 'add';
  readonly part: LinePart;
  readonly text: Bytes;
  /** null = not in the line as received. */
  readonly span: Span | null;
}

/**
 * The line with its corrections, as runs in reading order.
 * Cut and kept runs together are the line as received; kept and added ones the corrected line.
 * A change that asks for what is already so leaves the line as it is.
 */
export function correct(line: ParsedLine, changes: readonly Change[]): readonly Edit[] {
  const edits: Edit[] = [];
  const put = (kind: Edit['kind'], part: LinePart, span: Span): void => {
    if (span.end > span.start) edits.push({ kind, part, text: cut(line, span), span });
  };
  const add = (part: LinePart, text: string): void => {
    if (text !== '') edits.push({ kind: 'add', part, text: text as Bytes, span: null });
  };

  const { rename, value, empty } = pairChanges(changes);
  const renamed = rename !== null && rename !== line.name;
  const revalued = value !== null && value !== line.value;
  put('keep', 'punctuation', { start: 0, end: line.nameSpan.start });
  put(renamed ? 'cut' : 'keep', 'name', line.nameSpan);
  if (renamed) add('name', rename);
  put('keep', 'punctuation', { start: line.nameSpan.end, end: line.valueSpan.start });
  put(revalued ? 'cut' : 'keep', 'value', line.valueSpan);
  if (revalued) add('value', value);

  let from = Math.max(line.nameSpan.end, line.valueSpan.end);
  for (const [at, attribute] of line.attributes.entries()) {
    const fate = fateOf(attribute, at, line, changes);
    const gap = gapBefore(line, { start: from, end: attribute.span.start }, empty);
    const inside = fate.kind === 'drop' ? 'cut' : 'keep';
    put('cut', 'punctuation', gap.cut);
    put(inside, 'punctuation', gap.rest);
    if (fate.kind === 'replace') {
      put('cut', 'attribute', attribute.span);
      add('attribute', fate.text);
    } else if (fate.kind === 'value') {
      put('keep', 'attribute', attribute.nameSpan);
      put('keep', 'punctuation', { start: attribute.nameSpan.end, end: attribute.valueSpan.start });
      put('cut', 'attribute-value', attribute.valueSpan);
      add('attribute-value', fate.text);
    } else {
      put(inside, 'attribute', attribute.nameSpan);
      put(inside, 'punctuation', { start: attribute.nameSpan.end, end: attribute.valueSpan.start });
      put(inside, 'attribute-value', attribute.valueSpan);
      put(inside, 'punctuation', { start: Math.max(attribute.nameSpan.end, attribute.valueSpan.end), end: attribute.span.end });
    }
    from = attribute.span.end;
  }
  const tail = gapBefore(line, { start: from, end: line.line.length }, empty || additions(line, changes).length > 0, true);
  put('cut', 'punctuation', tail.cut);
  put('keep', 'punctuation', tail.rest);
  for (const { name, value: added } of additions(line, changes)) {
    add('punctuation', '; ');
    add('attribute', name);
    if (added === null) continue;
    add('punctuation', '=');
    add('attribute-value', added);
  }
  return edits;
}

/** The corrected line. @param mask what stands in place of the cookie's value; by default the value itself, for the user to copy */
export function corrected(edits: readonly Edit[], mask: (value: Bytes) => string = (value) => value): string {
  return edits
    .filter((edit) => edit.kind !== 'cut')
    .map((edit) => (edit.part === 'value' ? mask(edit.text) : edit.text))
    .join('');
}

type Fate =
  | { readonly kind: 'keep' | 'drop' }
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'replace'; readonly text: string };

/** What becomes of one attribute of the line. A change by place beats one by name. */
function fateOf(attribute: Attribute, at: number, line: ParsedLine, changes: readonly Change[]): Fate {
  let fate: Fate = { kind: 'keep' };
  for (const change of changes) {
    if (change.kind === 'replace-at' && change.at === at) return { kind: 'replace', text: change.text };
    if (change.kind === 'drop-at' && change.at === at) return { kind: 'drop' };
    if (change.kind === 'drop' && change.attribute === attribute.known) fate = { kind: 'drop' };
    if (change.kind === 'set' && change.attribute === attribute.known) fate = setFate(attribute, at, line, change.value);
  }
  return fate;
}

function setFate(attribute: Attribute, at: number, line: ParsedLine, value: Bytes): Fate {
  if (at !== lastOf(line, attribute)) return { kind: 'drop' };
  if (attribute.value === value) return { kind: 'keep' };
  if (attribute.hasEquals) return { kind: 'value', text: value };
  return { kind: 'replace', text: `${attribute.name}=${value}` };
}

function lastOf(line: ParsedLine, { known }: Attribute): number {
  return line.attributes.findLastIndex((other) => other.known === known);
}

/** Flags and attributes that the changes ask for and the line lacks. The last change of a name decides. */
function additions(line: ParsedLine, changes: readonly Change[]): readonly { name: string; value: Bytes | null }[] {
  const wanted = new Map<string, Bytes | null>();
  // An attribute that is put in another's place need not be added once more.
  const placed = new Set(changes.flatMap((change) => (change.kind === 'replace-at' ? (change.text.split('=')[0] ?? '') : [])));
  for (const change of changes) {
    if (change.kind === 'drop') wanted.delete(SPELLING[change.attribute]);
    if (change.kind === 'add-flag' && !line.attributes.some((one) => one.known === change.flag)) {
      wanted.set(SPELLING[change.flag], null);
    }
    if (change.kind === 'set' && !line.attributes.some((one) => one.known === change.attribute)) {
      wanted.set(SPELLING[change.attribute], change.value);
    }
  }
  return [...wanted].filter(([name]) => !placed.has(name)).map(([name, value]) => ({ name, value }));
}

function pairChanges(changes: readonly Change[]) {
  let rename: Bytes | null = null;
  let value: Bytes | null = null;
  let empty = false;
  for (const change of changes) {
    if (change.kind === 'rename') rename = change.name;
    if (change.kind === 'value') value = change.value;
    if (change.kind === 'drop-empty') empty = true;
  }
  return { rename, value, empty };
}

interface Gap {
  readonly rest: Span;
  readonly cut: Span;
}

/** The octets between two parts: all kept, or only the last semicolon and what is behind it; nothing at the line's end. */
function gapBefore(line: ParsedLine, gap: Span, tidy: boolean, tail = false): Gap {
  const text = cut(line, gap);
  const first = text.indexOf(';');
  const last = text.lastIndexOf(';');
  if (!tidy || first < 0 || (first === last && !tail)) return { cut: { start: gap.start, end: gap.start }, rest: gap };
  const border = tail ? gap.end : gap.start + last;
  return { cut: { start: gap.start, end: border }, rest: { start: border, end: gap.end } };
}

const cut = (line: ParsedLine, { start, end }: Span): Bytes => slice(line.line, start, end);
