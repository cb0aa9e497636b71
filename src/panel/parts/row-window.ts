import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { idle } from '../../platform/timer';

/** Rows start at multiples of this, so that a slow scroll renders only every fourth row. */
const QUANTUM = 4;
/** Rows beyond the edges: more than the pixels one frame of fast scrolling covers. */
const OVERSCAN = 16;

export interface RowWindow {
  readonly start: number;
  readonly end: number;
}

/** The rows to render for a scroll position. `height` and `top` in pixels, `beyond` in rows. */
export function windowAt(top: number, height: number, rowHeight: number, beyond = OVERSCAN): RowWindow {
  const first = Math.max(0, Math.floor(top / rowHeight) - beyond);
  const start = first - (first % QUANTUM);
  const last = Math.ceil((top + height) / rowHeight) + beyond;
  return { start, end: last + QUANTUM - (last % QUANTUM) };
}

export interface RowWindowParts {
  /** Pixels; the scroller's sticky header is as high as a row. */
  readonly rowHeight: number;
  readonly count: number;
  /** Stay at the end while rows are added, as long as the end is in view. */
  readonly followsEnd: boolean;
  /** What the reader chose of filter and order: when it changes, all rows are others. */
  readonly arrangement: string;
}

/**
 * Follows which rows of a scroller are in view. The store changes inside the scroll event itself, so React renders
 * the rows before the browser paints; a deferred state painted blank rows in more than half of the frames.
 */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, parts: RowWindowParts): RowWindow {
  const { rowHeight, count, followsEnd, arrangement } = parts;
  const store = useMemo(() => new WindowStore(rowHeight, followsEnd), [rowHeight, followsEnd]);
  useEffect(() => {
    const element = scroller.current;
    return element ? store.watch(element) : undefined;
  }, [scroller, store]);
  const arranged = useRef(arrangement);
  if (arranged.current !== arrangement) {
    arranged.current = arrangement;
    store.narrow();
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: arranged anew it is narrow again.
  useEffect(() => idle(() => store.widen()), [store, arrangement]);
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store]);
  const view = useSyncExternalStore(subscribe, () => store.view);
  useLayoutEffect(() => store.counted(count, scroller.current), [store, count, scroller]);
  // At the end the rows are known before the scroller was moved: one rendering for new rows and the way to them.
  return view.kind === 'rows' ? view : windowAt(count * rowHeight - view.room, view.room, rowHeight, view.beyond);
}

/** What is in view: some rows, or whatever is last. */
type View = ({ readonly kind: 'rows' } & RowWindow) | { readonly kind: 'end'; readonly room: number; readonly beyond: number };

class WindowStore {
  view: View;
  readonly #listeners = new Set<() => void>();
  readonly #rowHeight: number;
  readonly #followsEnd: boolean;
  /** Rows beyond the edges: none before those in view are on the screen. */
  #beyond = 0;
  #count = 0;
  #top = 0;
  #height: number;

  constructor(rowHeight: number, followsEnd: boolean) {
    this.#rowHeight = rowHeight;
    this.#followsEnd = followsEnd;
    // Until the scroller tells its height: rows that turn out to be out of view cost less than a second drawing.
    this.#height = innerHeight;
    this.view = this.#seen();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  watch(element: HTMLElement): () => void {
    const onScroll = () => {
      this.#top = element.scrollTop;
      this.#look();
    };
    const observer = new ResizeObserver(() => {
      this.#height = element.clientHeight;
      onScroll();
    });
    observer.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }

  /** Only what is in view is drawn until `widen`: other rows are about to come, and the reader waits for them. */
  narrow(): void {
    this.#beyond = 0;
    this.view = this.#seen();
  }

  /** Rows beyond the edges are drawn too, for a scroll that is faster than we. */
  widen(): void {
    this.#beyond = OVERSCAN;
    this.#look();
  }

  /** So many rows are in the document now. Where the end was in view, it is again. */
  counted(count: number, element: HTMLElement | null): void {
    const grew = count > this.#count;
    this.#count = count;
    if (this.view.kind === 'end' && grew && element) element.scrollTop = count * this.#rowHeight;
    else this.#look();
  }

  #look(): void {
    const next = this.#seen();
    if (isSame(next, this.view)) return;
    this.view = next;
    for (const listener of this.#listeners) listener();
  }

  #seen(): View {
    const room = this.#height - this.#rowHeight;
    const length = this.#count * this.#rowHeight;
    if (this.#followsEnd && length >= room && this.#top + room >= length - this.#rowHeight)
      return { kind: 'end', room, beyond: this.#beyond };
    return { kind: 'rows', ...windowAt(this.#top, this.#height, this.#rowHeight, this.#beyond) };
  }
}

function isSame(one: View, other: View): boolean {
  if (one.kind === 'end') return other.kind === 'end' && one.room === other.room && one.beyond === other.beyond;
  return other.kind === 'rows' && one.start === other.start && one.end === other.end;
}
