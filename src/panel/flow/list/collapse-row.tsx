import type { Row } from '../../../analysis/replay/rows/exchange';
import { sayCount } from '../../../words/catalogue';
import { listText } from '../../../words/format';
import { Icon } from '../../shared/parts/icon';
import { VisibleText } from '../../shared/parts/visible-text';
import { placeOf } from '../../shared/presentation/place';
import { type RowTotals, rowTotals, summed } from '../../shared/presentation/row-tally';
import { type TimeOrigin, timeText } from '../../shared/presentation/time';
import type { CollapsedGroup } from './collapse';
import { Counts, Mark } from './row-counts';

interface CollapseRowProps {
  readonly group: CollapsedGroup;
  readonly id: string;
  readonly index: number;
  readonly origin: TimeOrigin;
  readonly selected: boolean;
  readonly onPress: () => void;
}

/** The heading of a run of requests to third parties: how many, to whom, and what all of them did together. */
export function CollapseRow({ group, id, index, origin, selected, onPress }: CollapseRowProps) {
  const counts: RowTotals = summed(group.rows.map(rowTotals));
  const [first] = group.rows;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid listens to the keys.
    <div
      role="row"
      id={id}
      className={selected ? 'request-row collapsed selected' : 'request-row collapsed'}
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-level={1}
      aria-expanded={group.open}
      data-group-id={group.id}
      data-kind="group"
      onClick={onPress}
    >
      <Mark totals={counts} inIncident={false} />
      <span role="gridcell" className="time">
        {first && timeText(first.at, origin)}
      </span>
      <span role="gridcell" className="collapsed-words">
        <Icon name={group.open ? 'down2' : 'right'} size={11} />
        <b>{sayCount('list.collapsed', group.rows.length)}</b>
        <span className="host">
          <VisibleText text={listText(hostsOf(group.rows))} />
        </span>
      </span>
      <Counts totals={counts} />
    </div>
  );
}

const hostsOf = (rows: readonly Row[]): readonly string[] => [
  ...new Set(rows.map((row) => (row.kind === 'exchange' ? placeOf(row.url).host : ''))),
];
