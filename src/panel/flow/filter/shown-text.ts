import type { Row } from '../../../analysis/replay/rows/exchange';
import type { RowCounts } from '../../../analysis/story/counts';
import { say, sayCount } from '../../../words/catalogue';
import { listText, numberText } from '../../../words/format';

interface ShownRows {
  readonly all: readonly Row[];
  readonly shown: readonly Row[];
  readonly rows: RowCounts;
}

/**
 * With a filter how many of the rows it shows; without one what the rows are.
 * @param recorded how many requests are recorded: the bar above says that, and it is said once
 */
export function shownText({ all, shown, rows: { requests, changes } }: ShownRows, recorded: number): string {
  if (shown.length < all.length)
    return say('filter.rows-shown', { shown: numberText(shown.length), total: numberText(all.length) });
  return listText([
    ...(requests === recorded ? [] : [sayCount('count.requests', requests)]),
    ...(changes === 0 ? [] : [sayCount('count.changes', changes)]),
  ]);
}
