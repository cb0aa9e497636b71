import { say } from '../../words/catalogue';
import { Popover } from '../parts/popover';
import { GROUPINGS } from './arranged';
import { columnLabel } from './cell-words';
import { COLUMNS } from './columns';
import { useTable } from './table-choices';

/** Which columns are shown, what they are sorted and grouped by: all by key too. */
export function ColumnMenu() {
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
          <button type="button" className="link" aria-pressed={sorting?.column === id} onClick={() => sortBy(id)}>
            {say('cookies.sort')}
          </button>
        </span>
      ))}
    </Popover>
  );
}
