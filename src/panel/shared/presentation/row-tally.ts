import type { Reason } from '../../../analysis/engine/verdict/verdict';
import type { Exchange, Row, WithheldCookie } from '../../../analysis/replay/rows/exchange';
import { type CookieCounts, countsOf, summedCounts } from '../../../analysis/story/counts';

/** What the list shows of a row: its counts, and whether something is to be looked into. */
export interface RowTotals extends CookieCounts {
  /** Statements on which engine and browser disagree. */
  readonly differs: number;
  readonly mark: 'error' | 'warning' | null;
}

/** Held back because that is what the cookie's own Path or Domain asks: nothing to look into. */
const EXPECTED = new Set<Reason>(['path-mismatch', 'domain-mismatch', 'domain-host-only', 'expired', 'http-only-script-read']);

/** What several rows count together. */
export function summed(tallies: readonly RowTotals[]): RowTotals {
  const marks = tallies.map(({ mark }) => mark);
  return {
    ...summedCounts(tallies),
    differs: tallies.reduce((total, { differs }) => total + differs, 0),
    mark: marks.includes('error') ? 'error' : marks.includes('warning') ? 'warning' : null,
  };
}

const known = new WeakMap<Row, RowTotals>();

/** Of a row that is drawn: counted once, for a row that changes is a new object. */
export function rowTotals(row: Row): RowTotals {
  let counted = known.get(row);
  if (!counted) {
    counted = freshTally(row);
    known.set(row, counted);
  }
  return counted;
}

/** For one who asks all rows and remembers it himself: 100,000 entries of a weak map cost each collection of the heap dear. */
export function freshTally(row: Row): RowTotals {
  const counts = countsOf(row);
  const differs = row.kind === 'exchange' ? differing(row) : 0;
  const unexpected = row.kind === 'exchange' ? row.withheld.filter(isUnexpected).length : 0;
  const warns = unexpected + differs + counts.noEffect > 0;
  return shared({ ...counts, differs, mark: counts.rejected > 0 ? 'error' : warns ? 'warning' : null });
}

/** Most rows of a long recording count the same. */
const kept = new Map<string, RowTotals>();

function shared(totals: RowTotals): RowTotals {
  const key = Object.values(totals).join();
  const before = kept.get(key);
  if (before === undefined) kept.set(key, totals);
  return before ?? totals;
}

const differing = ({ lines, cookies, withheld }: Exchange): number =>
  [lines, cookies, withheld].reduce((sum, list) => sum + list.filter(({ agreement }) => agreement === 'differs').length, 0);

function isUnexpected({ predicted: { reasons } }: WithheldCookie): boolean {
  const [reason] = reasons;
  return !reason || !EXPECTED.has(reason);
}
