import type { Row } from '../../analysis/replay/exchange';
import { sayCount } from '../../words/catalogue';
import { Icon } from '../parts/icon';
import { VisibleText } from '../parts/visible-text';
import { summed, type Tally, tally } from '../shown/tally';
import { type TimeOrigin, timeText } from '../shown/time';
import type { Fold } from './fold';
import { placeOf } from './place';
import { Counts, Mark } from './row-counts';

interface FoldRowProps {
  readonly fold: Fold;
  readonly id: string;
  readonly index: number;
  readonly origin: TimeOrigin;
  readonly selected: boolean;
  readonly onPress: () => void;
}

/** The heading of a run of requests to third parties: how many, to whom, and what all of them did together. */
export function FoldRow({ fold, id, index, origin, selected, onPress }: FoldRowProps) {
  const counts: Tally = summed(fold.rows.map(tally));
  const [first] = fold.rows;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid listens to the keys.
    <div
      role="row"
      id={id}
      className={selected ? 'request-row fold selected' : 'request-row fold'}
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-expanded={fold.open}
      data-fold-id={fold.id}
      onClick={onPress}
    >
      <Mark tally={counts} />
      <span role="gridcell" className="time">
        {first && timeText(first.at, origin)}
      </span>
      <span role="gridcell" className="fold-words">
        <Icon name={fold.open ? 'down2' : 'right'} size={11} />
        <b>{sayCount('list.folded', fold.rows.length)}</b>
        <span className="host">
          <VisibleText text={hostsOf(fold.rows).join(', ')} />
        </span>
      </span>
      <Counts tally={counts} />
    </div>
  );
}

const hostsOf = (rows: readonly Row[]): readonly string[] => [
  ...new Set(rows.map((row) => (row.kind === 'exchange' ? placeOf(row.url).host : ''))),
];
