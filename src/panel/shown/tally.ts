import type { Exchange, Row } from '../../analysis/replay/exchange';
import { whatBecame } from '../../analysis/story/bead';
import type { Reason } from '../../analysis/verdict/verdict';

/** What the list counts of a row. */
export interface Tally {
  readonly sent: number;
  readonly withheld: number;
  /** Stored, replaced, unchanged and deleted. */
  readonly set: number;
  readonly rejected: number;
  readonly differs: number;
  readonly mark: 'error' | 'warning' | null;
}

const NOTHING: Tally = { sent: 0, withheld: 0, set: 0, rejected: 0, differs: 0, mark: null };

/** Held back because that is what the cookie's own Path or Domain asks: nothing to look into. */
const EXPECTED = new Set<Reason>(['path-mismatch', 'domain-mismatch', 'domain-host-only', 'expired', 'http-only-script-read']);

/** What several rows count together. */
export function summed(tallies: readonly Tally[]): Tally {
  const sum = (one: 'sent' | 'withheld' | 'set' | 'rejected' | 'differs') =>
    tallies.reduce((total, each) => total + each[one], 0);
  const marks = tallies.map(({ mark }) => mark);
  return {
    sent: sum('sent'),
    withheld: sum('withheld'),
    set: sum('set'),
    rejected: sum('rejected'),
    differs: sum('differs'),
    mark: marks.includes('error') ? 'error' : marks.includes('warning') ? 'warning' : null,
  };
}

const known = new WeakMap<Row, Tally>();

/** Counted once a row: a row that changes is a new object. */
export function tally(row: Row): Tally {
  let counted = known.get(row);
  if (!counted) {
    counted = count(row);
    known.set(row, counted);
  }
  return counted;
}

function count(row: Row): Tally {
  switch (row.kind) {
    case 'exchange':
      return countExchange(row);
    case 'script-write':
      return row.outcome === 'expired' || row.outcome === 'evicted' ? NOTHING : { ...NOTHING, set: 1 };
    case 'gap':
    case 'navigation':
      return NOTHING;
    default:
      return row satisfies never;
  }
}

function countExchange(exchange: Exchange): Tally {
  if (exchange.cookies.length + exchange.withheld.length + exchange.lines.length === 0) return NOTHING;
  let set = 0;
  let rejected = 0;
  let differs = 0;
  for (const line of exchange.lines) {
    const { kind } = whatBecame(line);
    if (kind === 'rejected') rejected += 1;
    else if (kind !== 'unknown') set += 1;
    if (line.agreement === 'differs') differs += 1;
  }
  for (const cookie of exchange.cookies) if (cookie.agreement === 'differs') differs += 1;
  let unexpected = 0;
  for (const cookie of exchange.withheld) {
    if (cookie.agreement === 'differs') differs += 1;
    const reason = cookie.predicted.reasons[0];
    if (!reason || !EXPECTED.has(reason)) unexpected += 1;
  }
  const mark = rejected > 0 ? 'error' : unexpected + differs > 0 ? 'warning' : null;
  return { sent: exchange.cookies.length, withheld: exchange.withheld.length, set, rejected, differs, mark };
}
