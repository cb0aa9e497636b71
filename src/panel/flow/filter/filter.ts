import type { Row } from '../../../analysis/replay/rows/exchange';
import { type FilterContext, NOTHING_CONCLUDED, type Test, type WordFault } from './filter-key';
import { FilterSubject } from './filter-subject';
import { KEYS } from './keys';
import { linearRegex } from './linear-regex';
import { type FilterToken, tokens } from './token';

export interface FilterFault {
  readonly fault: WordFault;
  readonly start: number;
  readonly end: number;
}

/** A filter read. With faults it matches nothing of its own: keep the last good one. */
export interface Filter {
  readonly text: string;
  readonly faults: readonly FilterFault[];
  readonly matches: (row: Row) => boolean;
  /** The same of a row that was asked before. */
  readonly holds: (subject: FilterSubject) => boolean;
  readonly isEmpty: boolean;
}

/**
 * Reads a filter: all words must hold. Nothing one can type makes this throw.
 * @param concluded what is known of the recording as a whole; what is left out is not known
 */
export function readFilter(text: string, concluded: Partial<FilterContext> = {}): Filter {
  const known: FilterContext = { ...NOTHING_CONCLUDED, ...concluded };
  const faults: FilterFault[] = [];
  const tests: Test[] = [];
  for (const token of tokens(text)) {
    const test = testOf(token);
    if (typeof test !== 'function') faults.push({ fault: test, start: token.start, end: token.end });
    else tests.push(token.negated ? (subject, all) => !test(subject, all) : test);
  }
  const holds = (subject: FilterSubject) => tests.every((test) => test(subject, known));
  return { text, faults, matches: (row) => holds(new FilterSubject(row)), holds, isEmpty: tests.length === 0 };
}

function testOf(token: FilterToken): Test | WordFault {
  if (token.key !== null) return keyOf(token.key)?.test(token) ?? { kind: 'unknown-key', key: token.key };
  if (token.regex) {
    const { source, flags } = token.regex;
    const regex = linearRegex(source, `${flags.replace('i', '')}i`);
    return typeof regex === 'string'
      ? { kind: regex, source }
      : ({ address, namesText }) => regex.test(address) || regex.test(namesText);
  }
  const wanted = token.value.toLowerCase();
  return ({ address, namesText }) => address.includes(wanted) || namesText.includes(wanted);
}

export const keyOf = (key: string) => (Object.hasOwn(KEYS, key) ? KEYS[key] : undefined);

/** Whether the filter holds this word, such as `is:rejected`. */
export function hasWord(text: string, word: string): boolean {
  return tokens(text).some((token) => text.slice(token.start, token.end) === word);
}

/** The filter with the word added at its end, or taken out where it stood. */
export function toggleWord(text: string, word: string): string {
  if (!hasWord(text, word)) return [text.trim(), word].filter(Boolean).join(' ');
  const remaining = tokens(text)
    .map((token) => text.slice(token.start, token.end))
    .filter((each) => each !== word);
  return remaining.join(' ');
}
