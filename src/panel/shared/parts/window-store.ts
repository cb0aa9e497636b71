/** Rows start at multiples of this, so that a slow scroll renders only every fourth row. */
const QUANTUM = 4;
/** Rows beyond the edges: more than the pixels one frame of fast scrolling covers. A multiple of `QUANTUM`. */
const OVERSCAN = 16;

export interface RowWindow {
  readonly start: number;
  readonly end: number;
}

/** What is in view: some rows, or whatever is last, in so many pixels. */
export type View = ({ readonly kind: 'rows' } & RowWindow) | { readonly kind: 'end'; readonly room: number };

/** The rows to render for a scroll position. `height` and `top` in pixels, `beyond` in rows. @internal */
export function windowAt(top: number, height: number, rowHeight: number, beyond = OVERSCAN): RowWindow {
  const first = Math.max(0, Math.floor(top / rowHeight) - beyond);
  const start = first - (first % QUANTUM);
  const last = Math.ceil((top + height) / rowHeight) + beyond;
  return { start, end: last + QUANTUM - (last % QUANTUM) };
}

/**
 * The rows to render of a view: those in it, and with `wide` those beyond its edges, for a scroll that is faster than we.
 * At the end they are known before the scroller was moved: one rendering for new rows and the way to them.
 */
export function rowsOf(view: View, count: number, rowHeight: number, wide: boolean): RowWindow {
  const beyond = wide ? OVERSCAN : 0;
  if (view.kind === 'end') return windowAt(count * rowHeight - view.room, view.room, rowHeight, beyond);
  return { start: Math.max(0, view.start - beyond), end: view.end + beyond };
}

/** Which rows of a scroller are in view. Knows no element: it is told positions and sizes, in pixels. */
export class WindowStore {
  view: View;
  readonly #listeners = new Set<() => void>();
  readonly #rowHeight: number;
  readonly #followsEnd: boolean;
  #count = 0;
  #top = 0;
  #height: number;

  /** @param height until the scroller tells its own: rows that turn out to be out of view cost less than a second drawing */
  constructor(rowHeight: number, followsEnd: boolean, height: number) {
    this.#rowHeight = rowHeight;
    this.#followsEnd = followsEnd;
    this.#height = height;
    this.view = this.#seen();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  scrolled(top: number, height = this.#height): void {
    this.#top = top;
    this.#height = height;
    this.#update();
  }

  /**
   * So many rows are in the document now.
   * @returns where to scroll, because the end was in view and more rows came; null = it stays
   */
  counted(count: number): number | null {
    const grew = count > this.#count;
    this.#count = count;
    if (this.view.kind === 'end' && grew) return count * this.#rowHeight;
    this.#update();
    return null;
  }

  #update(): void {
    const next = this.#seen();
    if (isSame(next, this.view)) return;
    this.view = next;
    for (const listener of this.#listeners) listener();
  }

  #seen(): View {
    // The sticky header is as high as a row.
    const room = this.#height - this.#rowHeight;
    const length = this.#count * this.#rowHeight;
    if (this.#followsEnd && length >= room && this.#top + room >= length - this.#rowHeight) return { kind: 'end', room };
    return { kind: 'rows', ...windowAt(this.#top, this.#height, this.#rowHeight, 0) };
  }
}

function isSame(one: View, other: View): boolean {
  if (one.kind === 'end') return other.kind === 'end' && one.room === other.room;
  return other.kind === 'rows' && one.start === other.start && one.end === other.end;
}

/** The indexes to render: those of the window, and the selected one where it lies outside; null = it does not. */
export function rendered({ start, end }: RowWindow, count: number, selected: number) {
  const last = Math.min(count, end);
  const first = Math.min(start, last);
  const outside = selected >= 0 && selected < count && (selected < first || selected >= last) ? selected : null;
  return { first, indexes: Array.from({ length: last - first }, (_, place) => first + place), outside };
}
