import type { Row } from '../../analysis/replay/exchange';
import { type Filter, readFilter } from '../filter/filter';
import type { Recorded } from '../recording';
import { facetsOf, NO_FACETS } from './facets';
import { inListOrder, startOfPage } from './order';

/** The rows of the list, of how many they are, and how many each facet would show. */
export interface Listed {
  readonly all: readonly Row[];
  readonly shown: readonly Row[];
  readonly facets: readonly number[];
}

/**
 * Makes the list anew only when the recording, the filter or the log's keeping changed, and looks only at rows it has
 * not seen: a changed row is a new object, so a row in its old place needs no second look.
 */
export class Lister {
  #recorded: Pick<Recorded, 'rows' | 'version' | 'from'> | null = null;
  #preserve = true;
  #filter: Filter = readFilter('');
  #all: readonly Row[] = [];
  /** The facets of each of them. */
  readonly #bits: number[] = [];
  #answers = new WeakMap<Row, boolean>();
  #listed: Listed = { all: [], shown: [], facets: NO_FACETS };

  list(recorded: Recorded, filter: Filter, preserve: boolean): Listed {
    const { rows, version, from } = recorded;
    const before = this.#recorded;
    const grown = rows !== before?.rows || version !== before.version || from !== before.from || preserve !== this.#preserve;
    if (!grown && filter === this.#filter) return this.#listed;
    const facets = grown ? this.#grow(recorded, preserve) : this.#listed.facets;
    if (filter !== this.#filter) {
      this.#filter = filter;
      this.#answers = new WeakMap();
    }
    const shown = filter.isEmpty ? this.#all : this.#all.filter((row) => this.#matches(row));
    this.#listed = { all: this.#all, shown, facets };
    return this.#listed;
  }

  #grow({ rows, version, from }: Recorded, preserve: boolean): readonly number[] {
    const all = inListOrder(rows, preserve ? from : Math.max(from, startOfPage(rows)));
    const before = this.#all;
    const bits = this.#bits;
    const counts = [...this.#listed.facets];
    for (let index = 0; index < Math.max(all.length, before.length); index++) {
      const row = all[index];
      if (row === before[index]) continue;
      count(counts, bits[index] ?? 0, -1);
      const own = row ? facetsOf(row) : 0;
      count(counts, own, 1);
      bits[index] = own;
    }
    bits.length = all.length;
    this.#recorded = { rows, version, from };
    this.#preserve = preserve;
    this.#all = all;
    return counts;
  }

  #matches(row: Row): boolean {
    let answer = this.#answers.get(row);
    if (answer === undefined) {
      answer = this.#filter.matches(row);
      this.#answers.set(row, answer);
    }
    return answer;
  }
}

function count(counts: number[], bits: number, by: 1 | -1): void {
  for (let facet = 0; facet < counts.length; facet++) counts[facet] = (counts[facet] ?? 0) + ((bits >> facet) & 1) * by;
}
