import type { Row } from '../../analysis/replay/exchange';
import { compile, type Fault, KEYS, type Test } from './keys';
import { NO_ROLES, type Roles } from './role-key';
import { subjectOf } from './subject';
import { type Token, tokens } from './token';

export interface FilterFault {
  readonly fault: Fault;
  readonly start: number;
  readonly end: number;
}

/** A filter read. With faults it matches nothing of its own: keep the last good one. */
export interface Filter {
  readonly text: string;
  readonly faults: readonly FilterFault[];
  readonly matches: (row: Row) => boolean;
  readonly isEmpty: boolean;
}

/**
 * Reads a filter: all words must hold. Nothing one can type makes this throw.
 * @param roles what cookies are for, which `role:` asks
 */
export function readFilter(text: string, roles: Roles = NO_ROLES): Filter {
  const faults: FilterFault[] = [];
  const tests: Test[] = [];
  for (const token of tokens(text)) {
    const test = testOf(token);
    if (typeof test !== 'function') faults.push({ fault: test, start: token.start, end: token.end });
    else tests.push(token.negated ? (subject, known) => !test(subject, known) : test);
  }
  const matches = (row: Row) => {
    const subject = subjectOf(row);
    return tests.every((test) => test(subject, roles));
  };
  return { text, faults, matches, isEmpty: tests.length === 0 };
}

function testOf(token: Token): Test | Fault {
  if (token.key !== null) return keyOf(token.key)?.test(token) ?? { kind: 'unknown-key', key: token.key };
  if (token.regex) {
    const regex = compile({ source: token.regex.source, flags: `${token.regex.flags.replace('i', '')}i` });
    return regex ? ({ haystack }) => regex.test(haystack) : { kind: 'bad-regex', source: token.regex.source };
  }
  const wanted = token.value.toLowerCase();
  return ({ haystack }) => haystack.includes(wanted);
}

export const keyOf = (key: string) => (Object.hasOwn(KEYS, key) ? KEYS[key] : undefined);

/** Whether the filter holds this word, such as `is:rejected`. */
export function hasWord(text: string, word: string): boolean {
  return tokens(text).some((token) => text.slice(token.start, token.end) === word);
}

/** The filter with the word added at its end, or taken out where it stood. */
export function toggleWord(text: string, word: string): string {
  if (!hasWord(text, word)) return [text.trim(), word].filter(Boolean).join(' ');
  const kept = tokens(text)
    .map((token) => text.slice(token.start, token.end))
    .filter((each) => each !== word);
  return kept.join(' ');
}
