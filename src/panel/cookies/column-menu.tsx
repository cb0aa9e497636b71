import { say } from '../../words/catalogue';
import { listText } from '../../words/format';
import { IconButton } from '../shared/parts/button';
import { Popover } from '../shared/parts/popover';
import { COLUMNS, type ColumnId } from '../state/cookie-columns';
import { GROUPINGS, useTable } from '../state/table-choices';
import { columnLabel } from './cell-words';
import { COLUMN } from './columns';

/** Which columns are shown, what they are sorted and grouped by: all by key too. */
export function ColumnMenu({ leftOut }: { readonly leftOut: readonly ColumnId[] }) {
  const { shown, grouping, toggleColumn, sorting, sortBy, set } = useTable();
  return (
    <Popover label={say('cookies.columns')} icon="columns">
      <label className="popover-line">
        {say('cookies.group-by')}
        <select value={grouping} onChange={(event) => set({ grouping: event.target.value as typeof grouping })}>
          {GROUPINGS.map((id) => (
            <option key={id} value={id}>
              {say(`cookies.group-by.${id}`)}
            </option>
          ))}
        </select>
      </label>
      <hr />
      {COLUMNS.map((id) => (
        <span key={id} className="popover-line">
          <label className="tick">
            <input type="checkbox" checked={shown.includes(id)} onChange={() => toggleColumn(id)} />
            {columnLabel(id)}
          </label>
          <WidthButtons column={id} />
          <button type="button" className="link" aria-pressed={sorting?.column === id} onClick={() => sortBy(id)}>
            {say('cookies.sort')}
          </button>
        </span>
      ))}
      {leftOut.length > 0 && (
        <p className="tone-quiet">{say('cookies.no-room', { columns: listText(leftOut.map(columnLabel)) })}</p>
      )}
    </Popover>
  );
}

/** So many pixels a step. */
const STEP = 16;

/** The width by key: the edges of the headings are for the mouse. */
function WidthButtons({ column }: { readonly column: ColumnId }) {
  const widths = useTable((table) => table.widths);
  const resize = useTable((table) => table.resize);
  const { width, minWidth } = COLUMN[column];
  const now = widths[column] ?? width;
  const label = columnLabel(column);
  return (
    <span className="width-buttons">
      <IconButton
        icon="minus"
        label={say('cookies.narrower', { column: label })}
        disabled={now <= minWidth}
        onPress={() => resize(column, Math.max(minWidth, now - STEP))}
      />
      <IconButton icon="plus" label={say('cookies.wider', { column: label })} onPress={() => resize(column, now + STEP)} />
    </span>
  );
}
