import type { Row } from '../../analysis/replay/exchange';
import type { WordKey } from '../../words/catalogue';
import type { IconName } from '../parts/icon';
import { type Tally, tally } from '../shown/tally';

export interface Facet {
  /** The word it puts into the filter. */
  readonly word: string;
  readonly label: WordKey;
  readonly icon: IconName;
  readonly tone: string;
  readonly holds: (row: Row, counts: Tally) => boolean;
}

export const FACETS: readonly Facet[] = [
  { word: 'is:rejected', label: 'facet.rejected', icon: 'cross', tone: 'bad', holds: (_, { rejected }) => rejected > 0 },
  { word: 'is:withheld', label: 'facet.withheld', icon: 'held', tone: 'warn', holds: (_, { withheld }) => withheld > 0 },
  { word: 'is:set', label: 'facet.set', icon: 'down', tone: 'ok', holds: (_, { set }) => set > 0 },
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
  const counts = tally(row);
  let bits = 0;
  for (let facet = 0; facet < FACETS.length; facet++) if (FACETS[facet]?.holds(row, counts)) bits |= 1 << facet;
  return bits;
}
