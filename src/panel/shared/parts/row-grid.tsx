import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import { useRowWindow } from './row-window';
import { rendered } from './window-store';

const ROW_HEIGHT = 22;

export interface RowGridHandle {
  readonly focus: () => void;
}

interface RowGridProps {
  readonly label: string;
  readonly className?: string;
  readonly header: ReactNode;
  /** Rows can be opened and closed: then it is a tree. */
  readonly tree?: boolean;
  readonly columns: number;
  readonly count: number;
  /** Index of the selected row; -1 = none. */
  readonly selected: number;
  /** The id of the row's element, for `aria-activedescendant`. */
  readonly rowId: (index: number) => string;
  readonly row: (index: number) => ReactNode;
  /** @param extend whether Shift was held: what is selected reaches from where it began to here */
  readonly onSelect: (index: number, extend: boolean) => void;
  /** Several rows may be selected. */
  readonly multiple?: boolean;
  /** Enter, arrows to the sides and typed letters come here. Return true when the key was used. */
  readonly onRowKey?: (event: KeyboardEvent, index: number) => boolean;
  /** Stay at the end while rows are added, as long as the end is in view. */
  readonly followsEnd?: boolean;
  /** What the reader chose of filter and order: rows of another arrangement are drawn in view first. */
  readonly arrangement: string;
  /** Rows of another arrangement are being made. */
  readonly busy?: boolean;
  readonly ref?: Ref<RowGridHandle>;
}

/**
 * A grid of equally high rows of which only those in view exist. One tab stop; the arrows move the selection.
 * The selected row stays in the document so that assistive technology can read it.
 */
export function RowGrid(props: RowGridProps) {
  const { count, selected, onSelect, rowId, row } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { followsEnd = false, arrangement } = props;
  const inView = useRowWindow(scroller, { rowHeight: ROW_HEIGHT, count, followsEnd, arrangement });
  const { first, indexes, outside } = rendered(inView, count, selected);

  useImperativeHandle(props.ref, () => ({ focus: () => scroller.current?.focus({ preventScroll: true }) }), []);
  const reveal = useReveal(scroller);
  useKeptInView(scroller, selected, reveal);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that arrive above must not scroll the selection into view.
  useEffect(() => reveal(selected), [rowId(selected), reveal]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const to = target(event.key, selected, count, page);
    if (to === null) {
      if (selected >= 0 && props.onRowKey?.(event, selected)) event.preventDefault();
      return;
    }
    event.preventDefault();
    if (count > 0) {
      onSelect(to, event.shiftKey);
      reveal(to);
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a grid or a treegrid.
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: see above.
    <div
      ref={scroller}
      role={props.tree ? 'treegrid' : 'grid'}
      className={props.className ? `row-grid ${props.className}` : 'row-grid'}
      tabIndex={0}
      aria-label={props.label}
      aria-multiselectable={props.multiple ? true : undefined}
      aria-busy={props.busy ? true : undefined}
      aria-rowcount={count + 1}
      aria-colcount={props.columns}
      aria-activedescendant={selected >= 0 && selected < count ? rowId(selected) : undefined}
      onKeyDown={onKeyDown}
    >
      <div className="row-grid-header" role="rowgroup">
        {props.header}
      </div>
      <div role="rowgroup" className="row-grid-body" style={{ height: count * ROW_HEIGHT }}>
        <div role="presentation" className="row-grid-window" style={{ transform: `translateY(${first * ROW_HEIGHT}px)` }}>
          {indexes.map(row)}
        </div>
        {outside !== null && (
          <div role="presentation" className="row-grid-window" style={{ transform: `translateY(${outside * ROW_HEIGHT}px)` }}>
            {row(outside)}
          </div>
        )}
      </div>
    </div>
  );
}

function target(key: string, selected: number, count: number, page: number): number | null {
  const within = (index: number) => Math.max(0, Math.min(count - 1, index));
  switch (key) {
    case 'ArrowDown':
      return within(selected + 1);
    case 'ArrowUp':
      return within(selected - 1);
    case 'PageDown':
      return within(selected + page);
    case 'PageUp':
      return within(selected - page);
    case 'Home':
      return 0;
    case 'End':
      return within(count - 1);
    default:
      return null;
  }
}

function useReveal(scroller: { readonly current: HTMLElement | null }): (index: number) => void {
  return useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element || index < 0) return;
      const top = index * ROW_HEIGHT;
      const room = element.clientHeight - ROW_HEIGHT;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top + ROW_HEIGHT > element.scrollTop + room) element.scrollTop = top + ROW_HEIGHT - room;
    },
    [scroller],
  );
}

/** A selected row that was in view stays there when the list becomes lower. */
function useKeptInView(
  scroller: { readonly current: HTMLElement | null },
  selected: number,
  reveal: (index: number) => void,
): void {
  const chosen = useRef(selected);
  useLayoutEffect(() => {
    chosen.current = selected;
  }, [selected]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    // The observer reports it immediately; reading it here would force a second layout of the whole list.
    let height = 0;
    const observer = new ResizeObserver(() => {
      const bottom = (chosen.current + 2) * ROW_HEIGHT - element.scrollTop;
      const wasInView = bottom > ROW_HEIGHT && bottom <= height;
      height = element.clientHeight;
      if (wasInView) reveal(chosen.current);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, reveal]);
}
