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
  /** What it counts of a row. */
  readonly count: (row: Row) => number;
}

const redirected = (row: Row): number => (row.kind === 'exchange' && (row.hop > 0 || row.state === 'redirected') ? 1 : 0);

export const FACETS: readonly Facet[] = [
  { word: 'is:rejected', label: 'facet.rejected', icon: 'cross', tone: 'bad', count: (row) => (tally(row).rejected > 0 ? 1 : 0) },
  { word: 'is:withheld', label: 'facet.withheld', icon: 'held', tone: 'warn', count: (row) => (tally(row).withheld > 0 ? 1 : 0) },
  { word: 'is:set', label: 'facet.set', icon: 'down', tone: 'ok', count: (row) => (tally(row).set > 0 ? 1 : 0) },
  {
    word: 'is:third-party',
    label: 'facet.third-party',
    icon: 'elsewhere',
    tone: 'quiet',
    count: (row) => (row.kind === 'exchange' && row.thirdParty === true ? 1 : 0),
  },
  { word: 'is:redirect', label: 'facet.redirects', icon: 'swap', tone: 'quiet', count: redirected },
];

export function facetCounts(rows: readonly Row[]): readonly number[] {
  const counts = FACETS.map(() => 0);
  for (const row of rows) {
    for (let index = 0; index < FACETS.length; index++) {
      counts[index] = (counts[index] ?? 0) + (FACETS[index]?.count(row) ?? 0);
    }
  }
  return counts;
}
