import { type RefObject, useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';

/** Rows start at multiples of this, so that a slow scroll renders only every fourth row. */
const QUANTUM = 4;
/** Rows beyond the edges: more than the pixels one frame of fast scrolling covers. */
const OVERSCAN = 16;

export interface RowWindow {
  readonly start: number;
  readonly end: number;
}

/** The rows to render for a scroll position. `height` and `top` in pixels. */
export function windowAt(top: number, height: number, rowHeight: number): RowWindow {
  const first = Math.max(0, Math.floor(top / rowHeight) - OVERSCAN);
  const start = first - (first % QUANTUM);
  const last = Math.ceil((top + height) / rowHeight) + OVERSCAN;
  return { start, end: last + QUANTUM - (last % QUANTUM) };
}

/**
 * Follows which rows of a scroller are in view. The store changes inside the scroll event itself, so React renders
 * the rows before the browser paints; a deferred state painted blank rows in more than half of the frames.
 */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, rowHeight: number): RowWindow {
  const store = useMemo(() => new WindowStore(rowHeight), [rowHeight]);
  useEffect(() => {
    const element = scroller.current;
    return element ? store.watch(element) : undefined;
  }, [scroller, store]);
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store]);
  return useSyncExternalStore(subscribe, () => store.current);
}

class WindowStore {
  current: RowWindow;
  readonly #listeners = new Set<() => void>();
  readonly #rowHeight: number;
  #height = 0;

  constructor(rowHeight: number) {
    this.#rowHeight = rowHeight;
    // Until the scroller tells its height: rows that turn out to be out of view cost less than a second drawing.
    this.current = windowAt(0, innerHeight, rowHeight);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  watch(element: HTMLElement): () => void {
    const onScroll = () => this.#move(element.scrollTop);
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

  #move(top: number): void {
    const next = windowAt(top, this.#height, this.#rowHeight);
    if (next.start === this.current.start && next.end === this.current.end) return;
    this.current = next;
    for (const listener of this.#listeners) listener();
  }
}
