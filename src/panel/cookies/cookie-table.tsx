import { type CSSProperties, type KeyboardEvent, type Ref, useCallback } from 'react';
import type { Instant } from '../../analysis/engine/base/units';
import { say } from '../../words/catalogue';
import { RowGrid, type RowGridHandle } from '../shared/parts/row-grid';
import { nextMatch, useTypeAhead } from '../shared/parts/type-ahead';
import { useChoices } from '../state/choices';
import type { ColumnId } from '../state/cookie-columns';
import { useTable } from '../state/table-choices';
import { COLUMN, type ColumnWidths, tableWidth } from './columns';
import { CookieTableHeader } from './cookie-table-header';
import { CookieTableRow, GroupRow } from './cookie-table-row';
import type { TableLine } from './grouped-rows';
import type { DiffMark } from './jar-difference';
import { allKeys, lineKey, type PickMode, pickedBy } from './picked';

/** Del, Ctrl+D, Ctrl+Z. */
export type TableAct = 'delete' | 'duplicate' | 'undo';

interface CookieTableProps {
  readonly lines: readonly TableLine[];
  readonly columns: readonly ColumnId[];
  readonly now: Instant;
  readonly marks: ReadonlyMap<string, DiffMark>;
  /** Key of the cookie that is edited; null = none is. */
  readonly edited: string | null;
  readonly onEnter: () => void;
  /** What a key asks of the cookies that are selected, or of the one; false = it can do nothing here. */
  readonly onAct: (act: TableAct) => boolean;
  readonly ref?: Ref<RowGridHandle>;
}

/** The jar as a grid of rows of 22 px, in groups. Letters typed jump to the next cookie whose name begins so. */
export function CookieTable({ lines, columns, now, marks, edited, onEnter, onAct, ref }: CookieTableProps) {
  const { cookie, picked, widths, grouping, sorting, facet, filter, set, toggleGroup } = useTable();
  const revealed = useChoices((choices) => choices.revealed);
  const typed = useTypeAhead();
  const selected = lines.findIndex((line) => lineId(line) === cookie);
  const idAt = useCallback((index: number) => `cookie-${cssId(lineId(lines[index]))}`, [lines]);
  // The same function while the lines are: a new one would draw every row again.
  const choose = useCallback((key: string, mode: PickMode) => set(pickedBy(useTable.getState(), key, mode, lines)), [set, lines]);

  const onRowKey = (event: KeyboardEvent, index: number): boolean => {
    const line = lines[index];
    if (line?.kind === 'cookie' && event.key === ' ') {
      choose(line.row.key, 'toggle');
      return true;
    }
    if (event.key === 'Enter' && line?.kind === 'cookie') {
      onEnter();
      return true;
    }
    if (line?.kind === 'group' && (event.key === 'ArrowLeft' || event.key === 'ArrowRight' || event.key === 'Enter')) {
      toggleGroup(line.id, event.key === 'Enter' ? !line.open : event.key === 'ArrowRight');
      return true;
    }
    const text = typed(event);
    if (text === null) return false;
    const found = lines[nextMatch((place) => begins(lines[place], text), lines.length, index, text.length)];
    if (found) choose(lineKey(found), 'alone');
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || (event.target as HTMLElement).tagName === 'INPUT' || !isUsed(event)) return;
    event.preventDefault();
    // Escape, and what these keys do in the views, ends here.
    event.stopPropagation();
  };
  const isUsed = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean => {
    if (altKey || shiftKey) return false;
    if (ctrlKey || metaKey) {
      if (key !== 'a') return key === 'd' ? onAct('duplicate') : key === 'z' && onAct('undo');
      set({ picked: allKeys(lines) });
      return true;
    }
    if (key === 'Delete') return onAct('delete');
    if (key !== 'Escape' || picked.size === 0) return false;
    set({ picked: new Set() });
    return true;
  };

  const style = {
    '--columns': template(columns, widths),
    '--table-width': `${tableWidth(columns, widths)}px`,
  } as CSSProperties;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the grid in it has the focus.
    <div className="cookie-table-pane" style={style} onKeyDown={onKeyDown}>
      <RowGrid
        ref={ref ?? null}
        tree
        className="cookie-table"
        label={say('cookies.label')}
        header={<CookieTableHeader columns={columns} />}
        columns={columns.length}
        count={lines.length}
        selected={selected}
        rowId={idAt}
        multiple
        onSelect={(index, extend) => lines[index] && choose(lineKey(lines[index]), extend ? 'range' : 'alone')}
        onRowKey={onRowKey}
        arrangement={[grouping, sorting?.column, sorting?.descending, facet, filter].join(' ')}
        row={(index) => {
          const line = lines[index];
          if (!line) return null;
          const common = { id: idAt(index), index, selected: index === selected, columns: columns.length };
          if (line.kind === 'group') {
            return (
              <GroupRow key={line.id} {...common} line={line} onToggle={toggleGroup} onSelect={(id) => choose(id, 'alone')} />
            );
          }
          const { row } = line;
          return (
            <CookieTableRow
              // By its place: sorted anew, the rows that are there get other words, which costs less than other rows.
              key={index}
              {...common}
              row={row}
              picked={picked.has(row.key)}
              shown={columns}
              now={now}
              revealed={revealed.has(row.key)}
              mark={marks.get(row.key) ?? null}
              edited={row.key === edited}
              level={grouping === 'none' ? 1 : 2}
              onSelect={choose}
            />
          );
        }}
      />
      {lines.length === 0 && <p className="list-note">{say('cookies.empty')}</p>}
    </div>
  );
}

const lineId = (line: TableLine | undefined): string => (line === undefined ? '' : lineKey(line));

/** An id without white space, which an element's id may not hold. */
const cssId = (id: string): string => encodeURIComponent(id);

const begins = (line: TableLine | undefined, text: string): boolean =>
  line?.kind === 'cookie' && line.row.name.toLowerCase().startsWith(text);

function template(columns: readonly ColumnId[], widths: ColumnWidths): string {
  return columns
    .map((id) => {
      const own = widths[id];
      const { width, grow } = COLUMN[id];
      if (own !== undefined) return `${own}px`;
      return grow > 0 ? `minmax(${width}px, ${grow}fr)` : `${width}px`;
    })
    .join(' ');
}
