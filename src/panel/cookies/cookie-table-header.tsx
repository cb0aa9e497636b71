import { type PointerEvent, useRef } from 'react';
import { say } from '../../words/catalogue';
import { Icon } from '../shared/parts/icon';
import type { ColumnId } from '../state/cookie-columns';
import { useTable } from '../state/table-choices';
import { columnLabel } from './cell-words';
import { COLUMN } from './columns';

/** Headings: a click sorts, the edge drags the width and a double click on it resets. */
export function CookieTableHeader({ columns }: { readonly columns: readonly ColumnId[] }) {
  const { sorting, sortBy } = useTable();
  return (
    <div role="row" className="cookie-row heading" aria-rowindex={1}>
      {columns.map((id) => {
        const sorted = sorting?.column === id ? (sorting.descending ? 'descending' : 'ascending') : 'none';
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: sorting by key is in the menu of columns.
          <span
            key={id}
            role="columnheader"
            className={`cell ${id}`}
            aria-sort={sorted}
            data-column={id}
            title={columnLabel(id)}
            onClick={() => sortBy(id)}
          >
            <span className="ellipsis">{columnLabel(id)}</span>
            {sorted !== 'none' && <Icon name={sorted === 'ascending' ? 'up' : 'down'} size={10} />}
            <ColumnEdge column={id} />
          </span>
        );
      })}
    </div>
  );
}

function ColumnEdge({ column }: { readonly column: ColumnId }) {
  const { resize } = useTable();
  const from = useRef<{ pointer: number; width: number } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const width = event.currentTarget.parentElement?.getBoundingClientRect().width ?? COLUMN[column].width;
    from.current = { pointer: event.clientX, width };
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: widths are dragged; keys have the splitters and the menu of columns.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above.
    <i
      className="column-edge"
      title={say('cookies.resize-column', { column: columnLabel(column) })}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={() => resize(column, null)}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => {
        if (from.current)
          resize(
            column,
            Math.max(COLUMN[column].minWidth, Math.round(from.current.width + event.clientX - from.current.pointer)),
          );
      }}
      onLostPointerCapture={() => {
        from.current = null;
      }}
    />
  );
}
