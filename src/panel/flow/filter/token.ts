/** A word of a filter: `-status:4xx`, `name:/re/`, `"two words"`. Spans are indexes into the filter's text. */
export interface FilterToken {
  readonly negated: boolean;
  /** What stands before the colon, in lower case; null = free text. */
  readonly key: string | null;
  /** Without quotes. */
  readonly value: string;
  /** Written as `/…/`; `flags` are what follows the second slash. */
  readonly regex: { readonly source: string; readonly flags: string } | null;
  readonly start: number;
  readonly end: number;
  /** Where the value begins, for completion. */
  readonly valueStart: number;
}

const KEY = /^([a-z][a-z-]*):(?!\/\/)/i;

/** The words of a filter. Never fails: a quote or slash that is not closed runs to the end. */
export function tokens(text: string): readonly FilterToken[] {
  const out: FilterToken[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at] ?? '')) {
      at += 1;
      continue;
    }
    const token = tokenAt(text, at);
    out.push(token);
    at = token.end;
  }
  return out;
}

function tokenAt(text: string, start: number): FilterToken {
  let at = start;
  const negated = text[at] === '-' && at + 1 < text.length && !/\s/.test(text[at + 1] ?? ' ');
  if (negated) at += 1;
  const key = KEY.exec(text.slice(at))?.[1] ?? null;
  if (key !== null) at += key.length + 1;
  const { value, regex, end } = valueAt(text, at);
  return { negated, key: key?.toLowerCase() ?? null, value, regex, start, end, valueStart: at };
}

function valueAt(text: string, at: number): Pick<FilterToken, 'value' | 'regex' | 'end'> {
  if (text[at] === '"') {
    const close = text.indexOf('"', at + 1);
    const to = close < 0 ? text.length : close;
    return { value: text.slice(at + 1, to), regex: null, end: close < 0 ? text.length : close + 1 };
  }
  if (text[at] === '/') {
    const literal = /^\/((?:[^\\/]|\\.)+)\/([dgimsuvy]*)(?=\s|$)/.exec(text.slice(at));
    if (literal) {
      const [whole, source = '', flags = ''] = literal;
      return { value: whole, regex: { source, flags }, end: at + whole.length };
    }
  }
  const space = /\s/.exec(text.slice(at));
  const end = space ? at + space.index : text.length;
  return { value: text.slice(at, end), regex: null, end };
}
