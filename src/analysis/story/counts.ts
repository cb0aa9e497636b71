import type { Exchange, Row } from '../replay/rows/exchange';
import { whatBecame } from './bead';

/**
 * What happened to the cookies of a row, counted. This is the one definition: the columns of the list, its chips, the
 * diagram and the terminal show these numbers. `sent` and `withheld` count cookies, the others Set-Cookie lines (or the one
 * change of a row without a request); each line is in exactly one of them.
 */
export interface CookieCounts {
  /** Cookies of requests that left the browser, as far as is known. */
  readonly sent: number;
  /** Cookies of the jar that did not go with such a request. */
  readonly withheld: number;
  /** Stored, replaced, set again to the same, deleted. */
  readonly set: number;
  /** Deleted nothing, or dead on arrival. */
  readonly noEffect: number;
  readonly rejected: number;
  /** What became of the line cannot be told. */
  readonly unknown: number;
}

const NO_COUNTS: CookieCounts = { sent: 0, withheld: 0, set: 0, noEffect: 0, rejected: 0, unknown: 0 };

const COUNTED = Object.keys(NO_COUNTS) as readonly (keyof CookieCounts)[];

/** Counts a row. Expiry and eviction are nobody's write and count nowhere. */
export function countsOf(row: Row): CookieCounts {
  switch (row.kind) {
    case 'exchange':
      return ofExchange(row);
    case 'change':
      return row.outcome === 'expired' || row.outcome === 'evicted' ? NO_COUNTS : { ...NO_COUNTS, set: 1 };
    case 'gap':
    case 'navigation':
      return NO_COUNTS;
    default:
      return row satisfies never;
  }
}

function ofExchange({ cookies, withheld, lines, transmission }: Exchange): CookieCounts {
  const counts = { set: 0, noEffect: 0, rejected: 0, unknown: 0 };
  for (const line of lines) {
    const { kind } = whatBecame(line);
    if (kind === 'rejected' || kind === 'unknown') counts[kind] += 1;
    else if (kind === 'deleted-nothing' || kind === 'dead-on-arrival') counts.noEffect += 1;
    else counts.set += 1;
  }
  const left = transmission !== 'uncertain';
  return { sent: left ? cookies.length : 0, withheld: left ? withheld.length : 0, ...counts };
}

/** What several rows count together. */
export function summedCounts(all: readonly CookieCounts[]): CookieCounts {
  const sum: Record<keyof CookieCounts, number> = { ...NO_COUNTS };
  for (const each of all) for (const name of COUNTED) sum[name] += each[name];
  return sum;
}

/** Rows by what they are: requests (one a hop), and changes of the jar without a request. Other rows are no counted things. */
export interface RowCounts {
  readonly requests: number;
  readonly changes: number;
}

/** How many requests (one a hop) and changes of the jar a list of rows has. */
export function rowCounts(rows: readonly Row[]): RowCounts {
  let requests = 0;
  let changes = 0;
  for (const { kind } of rows) {
    if (kind === 'exchange') requests += 1;
    else if (kind === 'change') changes += 1;
  }
  return { requests, changes };
}
