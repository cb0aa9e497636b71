import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { idle } from '../../../platform/timer';
import { type RowWindow, rowsOf, WindowStore } from './window-store';

interface RowWindowParts {
  /** Pixels; the scroller's sticky header is as high as a row. */
  readonly rowHeight: number;
  readonly count: number;
  /** Stay at the end while rows are added, as long as the end is in view. */
  readonly followsEnd: boolean;
  /** What the reader chose of filter and order: when it changes, all rows are others, and those in view are drawn first. */
  readonly arrangement: string;
}

/**
 * Follows which rows of a scroller are in view. The store changes inside the scroll event itself, so React renders
 * the rows before the browser paints; a deferred state painted blank rows in more than half of the frames.
 */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, parts: RowWindowParts): RowWindow {
  const { rowHeight, count, followsEnd, arrangement } = parts;
  const store = useMemo(() => new WindowStore(rowHeight, followsEnd, innerHeight), [rowHeight, followsEnd]);
  useEffect(() => (scroller.current ? watch(scroller.current, store) : undefined), [scroller, store]);
  const wide = useWhenIdle(arrangement);
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store]);
  const view = useSyncExternalStore(subscribe, () => store.view);
  useLayoutEffect(() => {
    const to = store.counted(count);
    if (to !== null && scroller.current) scroller.current.scrollTop = to;
  }, [store, count, scroller]);
  return rowsOf(view, count, rowHeight, wide);
}

/** False from when a key changes until the browser is idle again. */
function useWhenIdle(key: string): boolean {
  const [idleFor, setIdleFor] = useState<string | null>(null);
  useEffect(() => idle(() => setIdleFor(key)), [key]);
  return idleFor === key;
}

function watch(element: HTMLElement, store: WindowStore): () => void {
  const onScroll = () => store.scrolled(element.scrollTop);
  const observer = new ResizeObserver(() => store.scrolled(element.scrollTop, element.clientHeight));
  observer.observe(element);
  element.addEventListener('scroll', onScroll, { passive: true });
  return () => {
    observer.disconnect();
    element.removeEventListener('scroll', onScroll);
  };
}
