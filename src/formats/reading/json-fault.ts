/** Where a text stops being JSON. */
export interface JsonFault {
  readonly why: 'ends-early' | 'not-json' | 'too-deep';
  /** Index of the first character that cannot stand there. */
  readonly at: number;
}

/** Deeper JSON is no recording of anything, and would cost more to read than to write. */
const DEEPEST = 256;

const SPACE = /[ \t\r\n]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Whether brackets nest deeper than anything we read, found before the text is parsed: a hundred million of them are cheap
 * to write. @returns the index of the bracket that is too deep; null = none is
 */
export function tooDeepAt(text: string): number | null {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22:
        at = stringEnd(text, at);
        break;
      case 0x5b:
      case 0x7b:
        depth++;
        if (depth > DEEPEST) return at;
        break;
      case 0x5d:
      case 0x7d:
        depth--;
    }
  }
  return null;
}

/** The index of the closing quote; the text's length where there is none. */
function stringEnd(text: string, from: number): number {
  for (let at = from + 1; ; at++) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return text.length;
    let slashes = 0;
    while (text.charCodeAt(quote - 1 - slashes) === 0x5c) slashes++;
    if (slashes % 2 === 0) return quote;
    at = quote;
  }
}

/**
 * The place of the fault in a text that `JSON.parse` refuses: browsers tell it in different words, or not at all.
 * Null = the text is JSON.
 */
export function jsonFault(text: string): JsonFault | null {
  const open: ('{' | '[')[] = [];
  let at = 0;
  let wants: 'value' | 'name' | 'first-name' | 'first-value' | 'next' = 'value';
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.test(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const skipString = (): boolean => {
    const end = text.charAt(at) === '"' ? endOfString(text, at) : null;
    if (end !== null) at = end;
    return end !== null;
  };
  const wrong = (): JsonFault => ({ why: isCutOff(text, at) ? 'ends-early' : 'not-json', at });
  for (;;) {
    skip(SPACE);
    const char = text.charAt(at);
    if (char === '') return wants === 'next' && open.length === 0 ? null : { why: 'ends-early', at };
    if (wants === 'next') {
      if (open.length === 0) return { why: 'not-json', at };
      const closes = open.at(-1) === '{' ? '}' : ']';
      if (char !== ',' && char !== closes) return wrong();
      if (char === closes) open.pop();
      else wants = open.at(-1) === '{' ? 'name' : 'value';
      at++;
    } else if (wants === 'name' || wants === 'first-name') {
      if (wants === 'first-name' && char === '}') {
        open.pop();
        at++;
        wants = 'next';
      } else {
        if (!skipString()) return wrong();
        skip(SPACE);
        if (text.charAt(at) !== ':') return wrong();
        at++;
        wants = 'value';
      }
    } else if (wants === 'first-value' && char === ']') {
      open.pop();
      at++;
      wants = 'next';
    } else if (char === '{' || char === '[') {
      open.push(char);
      if (open.length > DEEPEST) return { why: 'too-deep', at };
      at++;
      wants = char === '{' ? 'first-name' : 'first-value';
    } else {
      if (!(char === '"' ? skipString() : skip(SCALAR))) return wrong();
      wants = 'next';
    }
  }
}

/** Behind the closing quote of a string; null = it is not well formed. */
function endOfString(text: string, from: number): number | null {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return null;
    if (code !== 0x5c) continue;
    ESCAPE.lastIndex = at;
    if (!ESCAPE.test(text)) return null;
    at = ESCAPE.lastIndex - 1;
  }
  return null;
}

/** Whether the text ends within the piece at this place: a string without its end, half a word. */
function isCutOff(text: string, at: number): boolean {
  const rest = text.slice(at, at + 8);
  if (rest.startsWith('"')) return stringEnd(text, at) >= text.length;
  return at + rest.length >= text.length && /^(?:-|-?\d+[.eE+-]*|t|tr|tru|f|fa|fal|fals|n|nu|nul)?$/.test(rest);
}

/** A place in a text as people count it. */
export function lineAndColumn(text: string, at: number): string {
  let line = 1;
  let start = 0;
  for (let feed = text.indexOf('\n'); feed !== -1 && feed < at; feed = text.indexOf('\n', feed + 1)) {
    line++;
    start = feed + 1;
  }
  return `line ${line}, column ${at - start + 1}`;
}
