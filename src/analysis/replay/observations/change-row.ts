import type { StoredCookie } from '../../engine/jar/stored-cookie';
import type { CookieChanged, RecorderStarted } from '../../facts/fact';
import type { Attribution } from '../rows/attribution';
import type { ChangeOutcome, ChangeRow } from '../rows/exchange';
import type { RowList } from '../rows/row-list';
import type { Attributions } from './attributions';
import { type Replaced, writeOutcome } from './replaced';
import type { Unexplained } from './unexplained-changes';

/** The row of a change that no response of the tab explains. */
function changeRow({ change, previous, replaced }: Unexplained, attribution: Attribution): ChangeRow {
  return {
    kind: 'change',
    id: `change#${change.seq}`,
    at: change.at,
    change,
    outcome: outcomeOf(change, replaced, previous),
    attribution,
    previous,
  };
}

function outcomeOf(
  { cookie, removed, cause }: CookieChanged,
  replaced: Replaced | null,
  previous: StoredCookie | null,
): ChangeOutcome {
  if (cause === 'expired' || cause === 'evicted') return cause;
  return removed ? 'deleted' : writeOutcome(cookie, replaced, previous);
}

/** Shows changes as rows, and names who did them as soon as there is evidence. */
export class ChangeRows {
  readonly #list: RowList;
  readonly #attributions: Attributions;
  readonly #browser: () => RecorderStarted['browser'];

  constructor(list: RowList, attributions: Attributions, browser: () => RecorderStarted['browser']) {
    this.#list = list;
    this.#attributions = attributions;
    this.#browser = browser;
  }

  /** @returns the id of the row */
  show(change: Unexplained): string {
    const row = this.#rowOf(change);
    if (!this.#list.has(row.id)) this.#list.insert(row);
    return row.id;
  }

  /** There is new evidence: changes shown a short while ago may be explained by it. */
  reconsider(shown: readonly Unexplained[]): void {
    for (const change of shown) {
      const row = this.#rowOf(change);
      if (row.attribution.kind !== 'not-recorded') this.#list.replace(row);
    }
  }

  #rowOf(change: Unexplained): ChangeRow {
    return changeRow(change, this.#attributions.of(change, this.#browser()));
  }
}
