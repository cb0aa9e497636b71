import type { Row } from '../../../analysis/replay/rows/exchange';
import type { RowCounts } from '../../../analysis/story/counts';
import type { Recorded } from '../../recording/recording';
import { facetsOf, NO_FACETS } from '../filter/facets';
import { type Filter, readFilter } from '../filter/filter';
import { FilterSubject } from '../filter/filter-subject';
import { insertAt, ListOrder, startOfPage } from './order';

/**
 * The rows of the list, and how many each facet would show. A new object with every change; `all`, `subjects` and, without a
 * filter, `shown` are arrays that grow in place, for the list changes a few times a second and may have 100,000 rows.
 */
export interface ListedRows {
  readonly all: readonly Row[];
  /** The same as filters ask them. */
  readonly subjects: readonly FilterSubject[];
  readonly shown: readonly Row[];
  /** What the shown rows answer to. */
  readonly filter: Filter;
  /** Another filter was given, and not all rows have been asked: until they have, the last one's rows are shown. */
  readonly isBehind: boolean;
  readonly facets: readonly number[];
  /** What the rows are, the hidden ones too. */
  readonly rows: RowCounts;
}

interface ListerOptions {
  /** Whether the rows of earlier pages stay. */
  readonly preserve?: boolean;
  readonly hasTime?: () => boolean;
}

const NO_FILTER = readFilter('');
/** Between two looks at the clock. */
const BATCH = 64;

const ALWAYS = () => true;

/**
 * Makes the list anew only when the recording, the filter or the log's keeping changed, and looks only at rows it has
 * not seen: a changed row is a new object, so a row in its old place needs no second look.
 */
export class Lister {
  #recorded: Pick<Recorded, 'rows' | 'version' | 'from' | 'serial'> | null = null;
  #preserve = true;
  #filter: Filter = NO_FILTER;
  readonly #all: Row[] = [];
  /** What filters ask of each of them, its facets, and the filter's answer; null = it was not asked. */
  readonly #subjects: FilterSubject[] = [];
  readonly #bits: number[] = [];
  readonly #answers: (boolean | null)[] = [];
  readonly #facets = [...NO_FACETS];
  #requests = 0;
  #changes = 0;
  readonly #order = new ListOrder({
    insert: (place, row) => this.#insert(place, row),
    replace: (place, row) => this.#replace(place, row),
    truncate: (length) => this.#truncate(length),
  });
  #listed: ListedRows = {
    all: [],
    subjects: [],
    shown: [],
    filter: NO_FILTER,
    isBehind: false,
    facets: NO_FACETS,
    rows: { requests: 0, changes: 0 },
  };

  /** @param hasTime whether there is time to ask further rows; the rest is for `work` */
  list(recorded: Recorded, filter: Filter, { preserve = true, hasTime = ALWAYS }: ListerOptions = {}): ListedRows {
    const isOther = this.#follow(recorded, preserve);
    const { filter: answered, isBehind: wasBehind } = this.#listed;
    if (filter !== this.#filter) {
      this.#filter = filter;
      this.#answers.fill(null);
    }
    if (!isOther && filter === answered && !wasBehind) return this.#listed;
    const isBehind = !filter.isEmpty && !this.work(hasTime);
    if (isBehind && wasBehind && !isOther) return this.#listed;
    const whole = isOther ? this.#listAll() : this.#listed;
    this.#listed = isBehind ? { ...this.#listed, ...whole, isBehind } : { ...whole, ...this.#filtered(whole.all) };
    return this.#listed;
  }

  /** Asks rows while there is time. True = all have been asked: then `list` gives what the filter shows. */
  work(hasTime: () => boolean): boolean {
    let asked = 0;
    for (let place = 0; place < this.#answers.length; place++) {
      if (this.#answers[place] !== null) continue;
      if (++asked % BATCH === 0 && !hasTime()) return false;
      const subject = this.#subjects[place];
      this.#answers[place] = subject !== undefined && this.#filter.holds(subject);
    }
    return true;
  }

  /** Whether the rows are others. */
  #follow({ rows, version, from, serial, unchanged }: Recorded, preserve: boolean): boolean {
    const before = this.#recorded;
    this.#recorded = { rows, version, from, serial };
    if (rows === before?.rows && version === before.version && from === before.from && preserve === this.#preserve) return false;
    const first = preserve ? from : Math.max(from, startOfPage(rows));
    this.#order.follow(rows, first, serial - 1 === before?.serial ? unchanged : 0);
    this.#preserve = preserve;
    return true;
  }

  #listAll(): Pick<ListedRows, 'all' | 'subjects' | 'facets' | 'rows'> {
    return {
      all: this.#all,
      subjects: this.#subjects,
      facets: this.#facets.slice(),
      rows: { requests: this.#requests, changes: this.#changes },
    };
  }

  #filtered(all: readonly Row[]): Pick<ListedRows, 'shown' | 'filter' | 'isBehind'> {
    const filter = this.#filter;
    return { shown: filter.isEmpty ? all : all.filter((_, place) => this.#answers[place]), filter, isBehind: false };
  }

  #insert(place: number, row: Row): void {
    const subject = new FilterSubject(row);
    const bits = facetsOf(subject);
    this.#count(row, bits, 1);
    insertAt(this.#all, place, row);
    insertAt(this.#bits, place, bits);
    insertAt(this.#subjects, place, subject);
    insertAt(this.#answers, place, null);
  }

  #replace(place: number, row: Row): void {
    const subject = new FilterSubject(row);
    const bits = facetsOf(subject);
    this.#count(this.#all[place], this.#bits[place] ?? 0, -1);
    this.#count(row, bits, 1);
    this.#all[place] = row;
    this.#bits[place] = bits;
    this.#subjects[place] = subject;
    this.#answers[place] = null;
  }

  #truncate(length: number): void {
    for (let place = length; place < this.#all.length; place++) this.#count(this.#all[place], this.#bits[place] ?? 0, -1);
    this.#all.length = length;
    this.#bits.length = length;
    this.#subjects.length = length;
    this.#answers.length = length;
  }

  #count(row: Row | undefined, bits: number, by: 1 | -1): void {
    if (row?.kind === 'exchange') this.#requests += by;
    else if (row?.kind === 'change') this.#changes += by;
    for (let facet = 0; facet < this.#facets.length; facet++)
      this.#facets[facet] = (this.#facets[facet] ?? 0) + ((bits >> facet) & 1) * by;
  }
}
