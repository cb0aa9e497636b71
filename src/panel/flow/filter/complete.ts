import { keyOf } from './filter';
import { KEYS } from './keys';
import { type FilterToken, tokens } from './token';

/** What the recording holds, for the values of `cookie:`, `host:` and the like; the most frequent first. */
export type Vocabulary = (key: string) => readonly string[];

export interface Completion {
  /** What is offered: a key with its colon, or a value. */
  readonly label: string;
  /** The filter's text when it is taken, and where the caret then stands. */
  readonly text: string;
  readonly caret: number;
}

const MOST = 10;

/**
 * What the word at the caret could become: keys while there is no colon, then values. None in the middle of free
 * text of several letters that begin no key.
 */
export function completions(text: string, caret: number, vocabulary: Vocabulary): readonly Completion[] {
  const token = tokens(text).find(({ start, end }) => start <= caret && caret <= end) ?? null;
  if (token?.key) return valuesFor(text, caret, token, vocabulary);
  if (token && (token.regex || text[token.valueStart] === '"')) return [];
  const start = token?.valueStart ?? caret;
  const typed = text.slice(start, caret).toLowerCase();
  return Object.keys(KEYS)
    .filter((key) => key.startsWith(typed))
    .map((key) => put(text, start, token?.end ?? caret, `${key}:`));
}

function valuesFor(text: string, caret: number, token: FilterToken, vocabulary: Vocabulary): readonly Completion[] {
  const typed = text.slice(token.valueStart, caret).toLowerCase();
  const known = keyOf(token.key ?? '')?.values ?? [];
  const values = [...known, ...vocabulary(token.key ?? '')].filter(
    (value) => value.toLowerCase().includes(typed) && value !== token.value,
  );
  const first = values.filter((value) => value.toLowerCase().startsWith(typed));
  const later = values.filter((value) => !value.toLowerCase().startsWith(typed));
  return [...new Set([...first, ...later])]
    .slice(0, MOST)
    .map((value) => put(text, token.valueStart, token.end, quoted(value), ' '));
}

function put(text: string, start: number, end: number, label: string, after = ''): Completion {
  const rest = text.slice(end);
  const space = rest.startsWith(' ') ? '' : after;
  return { label, text: text.slice(0, start) + label + space + rest, caret: start + label.length + after.length };
}

const quoted = (value: string): string => (/[\s"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value);
