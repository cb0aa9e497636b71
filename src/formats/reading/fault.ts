import type { BaseIssue } from 'valibot';
import type { KnownKind } from './known-kinds';

/** What is wrong at one place of a file. Nothing of the file's contents is in it but names of members. */
export interface FileFault {
  /** A path (`log.entries[3].request.url`), a line (`line 12`) or a place in a line (`line 3, column 7`). */
  readonly place: string;
  readonly kind: FaultKind;
  /** What should stand there. */
  readonly expected?: string;
  /** What stands there. */
  readonly found?: string;
}

export type FaultKind =
  | 'wrong-type'
  | 'missing'
  | 'not-a-url'
  | 'not-octets'
  | 'columns'
  | 'bad-expiry'
  | 'no-domain'
  | 'no-partition';

/** Why a file is not read at all. */
export type RefusalKind =
  | 'empty'
  | 'too-large'
  | 'too-deep'
  | 'binary'
  | 'markup'
  | 'not-json'
  | 'ends-early'
  | 'no-entries'
  | 'no-hosts'
  | 'nothing-valid'
  | 'newer-version'
  | 'unknown-json'
  | 'unknown-text'
  | 'unknown-archive'
  | 'damaged-archive'
  | KnownKind;

export interface Refusal {
  readonly kind: 'refused';
  readonly why: RefusalKind;
  /** Where it went wrong; empty = the file as a whole. */
  readonly place: string;
  /** What was found: the first names of an unknown object, the version of a newer file. */
  readonly found: string;
  /** What is wrong with the entries, where none is right. */
  readonly faults: readonly FileFault[];
}

/** @param place where it went wrong; @param found what stands there; @param faults of the entries, where none is right */
export const refusalOf = (why: RefusalKind, place = '', found = '', faults: readonly FileFault[] = []): Refusal => ({
  kind: 'refused',
  why,
  place,
  found,
  faults,
});

/** How many faults are listed; the rest is counted. */
export const MOST_FAULTS = 100;

/** What the schema says of a value, each with its place. @param at the path of the value in the file */
export const faultsOf = (issues: readonly BaseIssue<unknown>[], at: string): readonly FileFault[] =>
  issues.slice(0, 5).map((issue) => ({
    place: at + (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join(''),
    kind: kindOf(issue),
    expected: issue.expected ?? '',
    found: withoutContents(issue),
  }));

function kindOf({ received, message }: BaseIssue<unknown>): FaultKind {
  if (received === 'undefined') return 'missing';
  return message === 'not-octets' ? message : 'wrong-type';
}

/** Texts and numbers of the file are not repeated: they may be secret. */
const withoutContents = ({ received }: BaseIssue<unknown>): string =>
  received.startsWith('"') ? 'text' : /^-?\d/.test(received) ? 'number' : received;
