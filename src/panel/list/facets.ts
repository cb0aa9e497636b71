import type { Row } from '../../analysis/replay/exchange';
import type { WordKey } from '../../words/catalogue';
import type { IconName } from '../parts/icon';
import { tally } from '../shown/tally';

export interface Facet {
  /** The word it puts into the filter. */
  readonly word: string;
  readonly label: WordKey;
  readonly icon: IconName;
  readonly tone: string;
  readonly holds: (row: Row) => boolean;
}

export const FACETS: readonly Facet[] = [
  { word: 'is:rejected', label: 'facet.rejected', icon: 'cross', tone: 'bad', holds: (row) => tally(row).rejected > 0 },
  { word: 'is:withheld', label: 'facet.withheld', icon: 'held', tone: 'warn', holds: (row) => tally(row).withheld > 0 },
  { word: 'is:set', label: 'facet.set', icon: 'down', tone: 'ok', holds: (row) => tally(row).set > 0 },
  {
    word: 'is:third-party',
    label: 'facet.third-party',
    icon: 'elsewhere',
    tone: 'quiet',
    holds: (row) => row.kind === 'exchange' && row.thirdParty === true,
  },
  {
    word: 'is:redirect',
    label: 'facet.redirects',
    icon: 'swap',
    tone: 'quiet',
    holds: (row) => row.kind === 'exchange' && (row.hop > 0 || row.state === 'redirected'),
  },
];

export const NO_FACETS: readonly number[] = FACETS.map(() => 0);

/** The facets a row belongs to, a bit each in their order. */
export function facetsOf(row: Row): number {
  let bits = 0;
  for (let facet = 0; facet < FACETS.length; facet++) if (FACETS[facet]?.holds(row)) bits |= 1 << facet;
  return bits;
}
