import type { IconName } from '../../shared/parts/icon';
import { NOTHING_CONCLUDED, type Test } from './filter-key';
import type { FilterSubject } from './filter-subject';
import { IS } from './keys';

interface Facet {
  /** The word after `is:` that it puts into the filter: what that holds of is what it counts. */
  readonly is: keyof typeof IS;
  readonly name: 'rejected' | 'no-effect' | 'withheld' | 'set' | 'third-party' | 'redirects';
  readonly icon: IconName;
  readonly tone: string;
}

export const FACETS: readonly Facet[] = [
  { is: 'rejected', name: 'rejected', icon: 'cross', tone: 'bad' },
  { is: 'no-effect', name: 'no-effect', icon: 'bin-struck', tone: 'warn' },
  { is: 'withheld', name: 'withheld', icon: 'held', tone: 'warn' },
  { is: 'set', name: 'set', icon: 'down', tone: 'ok' },
  { is: 'third-party', name: 'third-party', icon: 'elsewhere', tone: 'quiet' },
  { is: 'redirect', name: 'redirects', icon: 'swap', tone: 'quiet' },
];

export const NO_FACETS: readonly number[] = FACETS.map(() => 0);

const TESTS: readonly Test[] = FACETS.map(({ is }) => IS[is]);

/** The facets a row belongs to, a bit each in their order. */
export function facetsOf(subject: FilterSubject): number {
  let bits = 0;
  for (const [facet, holds] of TESTS.entries()) if (holds(subject, NOTHING_CONCLUDED)) bits |= 1 << facet;
  return bits;
}
