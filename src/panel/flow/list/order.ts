import type { Row } from '../../../analysis/replay/rows/exchange';

/** Called with each change of the order, so that what is known of a row can stand beside it. */
export interface OrderChanges {
  /** A row comes in at a place. */
  readonly insert: (place: number, row: Row) => void;
  /** A row takes the place of an older one. */
  readonly replace: (place: number, row: Row) => void;
  /** The rows from a place on go. */
  readonly truncate: (length: number) => void;
}

/**
 * Rows as the list shows them: in the order of time, but the hops of a redirect chain stand together where the chain
 * began. A navigation is a rule above its document and no row of its own, unless no request answered it.
 *
 * It follows an array that grows, and whose rows are new objects when they change, and looks only at what is new.
 */
export class ListOrder {
  readonly #changes: OrderChanges;
  /** The rows as they were when they were last looked at, from the first of the list on. */
  readonly #seen: Row[] = [];
  /** Of each row of the list its index in `#seen`. */
  readonly #sources: number[] = [];
  /** How many rows of the list a request has. */
  readonly #hops = new Map<string, number>();
  /** Sources that came in before the end of the list, in their order: without them the list is in the order of sources. */
  readonly #moved: number[] = [];
  #rows: readonly Row[] | null = null;
  #from = 0;

  constructor(changes: OrderChanges) {
    this.#changes = changes;
  }

  /**
   * @param from index of the first row of the list
   * @param unchanged how many rows are known to be as they were at the last time
   */
  follow(rows: readonly Row[], from: number, unchanged = 0): void {
    if (rows !== this.#rows || from !== this.#from) this.#cut(0);
    this.#rows = rows;
    this.#from = from;
    this.#compare(rows, from, Math.max(0, unchanged - from));
    for (let index = from + this.#seen.length; index < rows.length; index++) this.#append(rows, index);
  }

  /** Replaces what changed in its place, up to where the order itself is another. */
  #compare(rows: readonly Row[], from: number, first: number): void {
    const seen = this.#seen;
    for (let source = first; source < seen.length; source++) {
      const row = rows[from + source];
      const before = seen[source];
      if (row === before) continue;
      if (!row || !before || !this.#replace(source, before, row)) {
        this.#cut(source);
        break;
      }
    }
    // Whether a navigation is a row of its own depends on the row behind it.
    if (seen.at(-1)?.kind === 'navigation' && rows.length > from + seen.length) this.#cut(seen.length);
  }

  #replace(source: number, before: Row, row: Row): boolean {
    if (row.id !== before.id || row.kind === 'navigation') return false;
    // What changes came lately: it stands near the end.
    const place = this.#moved.length === 0 ? placeIn(this.#sources, source) : this.#sources.lastIndexOf(source);
    this.#seen[source] = row;
    if (place >= 0) this.#changes.replace(place, row);
    return true;
  }

  /** Takes back the sources from one on, and the navigation before it, of which it decides. */
  #cut(end: number): void {
    const last = end > 0 && this.#seen[end - 1]?.kind === 'navigation' ? end - 1 : end;
    // Those that came in before the end of the list stand among others, which stay.
    const length = firstFrom(this.#sources, last);
    const behind = this.#sources.splice(length);
    this.#changes.truncate(length);
    for (const source of behind) {
      const row = this.#seen[source];
      if (source >= last) this.#forget(source);
      else if (row) this.#changes.insert(this.#sources.push(source) - 1, row);
    }
    this.#seen.length = last;
    while ((this.#moved.at(-1) ?? -1) >= last) this.#moved.pop();
  }

  #forget(source: number): void {
    const row = this.#seen[source];
    if (row?.kind !== 'exchange') return;
    const hops = (this.#hops.get(row.request) ?? 1) - 1;
    if (hops > 0) this.#hops.set(row.request, hops);
    else this.#hops.delete(row.request);
  }

  #append(rows: readonly Row[], index: number): void {
    const row = rows[index];
    if (!row) return;
    const source = this.#seen.push(row) - 1;
    if (row.kind === 'navigation' && hasDocument(rows, index)) return;
    const place = row.kind === 'exchange' ? this.#placeOf(row.request) : this.#sources.length;
    if (place < this.#sources.length) this.#moved.push(source);
    insertAt(this.#sources, place, source);
    this.#changes.insert(place, row);
  }

  /** Behind the hops that the list has of the request already; else at the end. */
  #placeOf(request: string): number {
    const hops = this.#hops.get(request) ?? 0;
    this.#hops.set(request, hops + 1);
    if (hops === 0) return this.#sources.length;
    return (
      this.#sources.findLastIndex((source) => {
        const row = this.#seen[source];
        return row?.kind === 'exchange' && row.request === request;
      }) + 1
    );
  }
}

/**
 * Rows in the order of the list, made at once.
 * @internal used by tests only
 */
export function inListOrder(rows: readonly Row[], from: number): readonly Row[] {
  const list: Row[] = [];
  const order = new ListOrder({
    insert: (place, row) => insertAt(list, place, row),
    replace: (place, row) => list.splice(place, 1, row),
    truncate: (length) => list.splice(length),
  });
  order.follow(rows, from);
  return list;
}

/** At the end, where nearly everything comes in, without the cost of a splice. */
export function insertAt<T>(list: T[], place: number, one: T): void {
  if (place === list.length) list.push(one);
  else list.splice(place, 0, one);
}

/** Where the first number stands that is not below one; the length = there is none. */
function firstFrom(numbers: readonly number[], least: number): number {
  const place = numbers.findIndex((each) => each >= least);
  return place < 0 ? numbers.length : place;
}

/** Where a number stands in numbers that rise; -1 = nowhere. */
function placeIn(numbers: readonly number[], wanted: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = numbers[middle] ?? 0;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** A navigation stands before the request that brought its document, if one did. */
function hasDocument(rows: readonly Row[], navigation: number): boolean {
  const next = rows[navigation + 1];
  return next !== undefined && isNavigation(next);
}

/** Index of the first row that belongs to the page now shown. */
export function startOfPage(rows: readonly Row[]): number {
  return Math.max(
    0,
    rows.findLastIndex((row) => row.kind === 'navigation'),
  );
}

function isNavigation(row: Row): boolean {
  return row.kind === 'exchange' && row.context.type === 'main-frame-navigation';
}
