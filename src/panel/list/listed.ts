import type { Row } from '../../analysis/replay/exchange';
import { type Filter, readFilter } from '../filter/filter';
import type { Recorded } from '../recording';
import { inListOrder, startOfPage } from './order';

/** The rows of the list, and of how many they are. */
export interface Listed {
  readonly all: readonly Row[];
  readonly shown: readonly Row[];
  readonly filter: Filter;
}

/**
 * Makes the list anew only when the recording, the filter or the log's keeping changed, and asks the filter only
 * about rows it has not seen: a changed row is a new object.
 */
export class Lister {
  #version = -1;
  #from = -1;
  #rows: readonly Row[] | null = null;
  #preserve = true;
  #all: readonly Row[] = [];
  #filter: Filter = readFilter('');
  #answers = new WeakMap<Row, boolean>();
  #listed: Listed = { all: [], shown: [], filter: this.#filter };

  list({ rows, version, from }: Recorded, filter: Filter, preserve: boolean): Listed {
    const grown = version !== this.#version || from !== this.#from || preserve !== this.#preserve || rows !== this.#rows;
    if (!grown && filter === this.#filter) return this.#listed;
    if (grown) {
      this.#all = inListOrder(rows, preserve ? from : Math.max(from, startOfPage(rows)));
      this.#version = version;
      this.#from = from;
      this.#preserve = preserve;
      this.#rows = rows;
    }
    if (filter !== this.#filter) {
      this.#filter = filter;
      this.#answers = new WeakMap();
    }
    const shown = filter.isEmpty ? this.#all : this.#all.filter((row) => this.#matches(row));
    this.#listed = { all: this.#all, shown, filter };
    return this.#listed;
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
