import { cut } from '../../engine/base/bytes';
import type { Bytes } from '../../engine/base/units';
import type { ParsedLine } from '../../engine/header/parsed-line';

/** A line that does not hold one cookie and its attributes. */
export type Garbled =
  /** Two cookies with a comma between them: the first as far as it goes, and the second. */
  | { readonly kind: 'joined'; readonly lines: readonly [Bytes, Bytes]; readonly second: Bytes }
  /** A semicolon that belongs to the value ends it: the whole value, and which attributes are its rest. */
  | { readonly kind: 'cut'; readonly value: Bytes; readonly rest: readonly number[] };

/** What is wrong with the line as a whole; null = it is one cookie. */
export const garbledIn = (read: ParsedLine): Garbled | null => cutValue(read) ?? joinedLines(read);

/** Servers that set two cookies by one string: `a=1; Path=/, b=2`. The comma in an Expires date is followed by a day. */
function joinedLines({ line, valueSpan }: ParsedLine): Garbled | null {
  const match = /,\s*([A-Za-z_!#$%&'*+\-.^`|~][\w!#$%&'*+\-.^`|~]*)=/g;
  match.lastIndex = valueSpan.end;
  const found = match.exec(line) ?? inPlainValue(line, valueSpan.end);
  if (found === null) return null;
  const second = cut(line, line.indexOf(found[1] ?? '', found.index), line.length);
  return { kind: 'joined', lines: [cut(line, 0, found.index), second], second: (found[1] ?? '') as Bytes };
}

/** `a=1, b=2; Path=/`: only where nothing else speaks for a value that holds a list. */
const inPlainValue = (line: Bytes, end: number): RegExpExecArray | null =>
  /^[^=;,]+=[^=;,"{}[\]()\s]*(?=, ?[A-Za-z_][\w-]*=[^=;,"{}[\]()]*(?:;|$))/.test(line.slice(0, end + 1))
    ? /,\s*([A-Za-z_][\w-]*)=/.exec(line)
    : null;

const OPENING = /[{[(]/g;
const CLOSING = /[}\])]/g;
const QUOTE = /"/g;

/** A value that opens a bracket or a quote and does not close it, where what follows the semicolon does. */
function cutValue({ line, value, valueSpan, attributes }: ParsedLine): Garbled | null {
  if (isBalanced(value)) return null;
  for (const [at, { span, known }] of attributes.entries()) {
    if (known !== null) return null;
    const garbledText = cut(line, valueSpan.start, span.end);
    if (isBalanced(garbledText))
      return { kind: 'cut', value: garbledText, rest: Array.from({ length: at + 1 }, (_, index) => index) };
  }
  return null;
}

const isBalanced = (text: string): boolean => count(text, OPENING) === count(text, CLOSING) && count(text, QUOTE) % 2 === 0;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
