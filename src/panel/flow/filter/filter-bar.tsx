import { memo, useMemo } from 'react';
import type { Row } from '../../../analysis/replay/rows/exchange';
import type { RowCounts } from '../../../analysis/story/counts';
import { say } from '../../../words/catalogue';
import { IconButton } from '../../shared/parts/button';
import { FacetChip } from '../../shared/parts/chips';
import { useChoices } from '../../state/choices';
import { useSettings } from '../../state/use-settings';
import { FACETS } from './facets';
import { type FilterFault, hasWord, toggleWord } from './filter';
import { FilterField } from './filter-field';
import type { FilterSubject } from './filter-subject';
import { shownText } from './shown-text';
import { vocabularyOf } from './vocabulary';

interface FilterBarProps {
  /** Every row of the list, those that the filter shows, how many each facet would show, and what the rows are. */
  readonly listed: {
    readonly all: readonly Row[];
    readonly subjects: readonly FilterSubject[];
    readonly shown: readonly Row[];
    readonly facets: readonly number[];
    readonly rows: RowCounts;
  };
  /** How many requests are recorded, as the bar above says. */
  readonly recorded: number;
  readonly faults: readonly FilterFault[];
  /** The filter asks what is not concluded yet. */
  readonly isWaiting: boolean;
}

/** The filter's field, its facets with how many rows each has, and whether earlier pages stay. */
export const FilterBar = memo(function FilterBar({ listed, recorded, faults, isWaiting }: FilterBarProps) {
  const { filter, setFilter } = useChoices();
  const { preserve, collapse, set } = useSettings();
  const vocabulary = useMemo(() => vocabularyOf(listed.subjects), [listed]);
  return (
    <div className="filter-bar flow" role="search">
      <FilterField text={filter} faults={faults} vocabulary={vocabulary} onChange={setFilter} />
      <div className="facets" role="group" aria-label={say('facet.group')}>
        <span className="facets-of" aria-hidden="true">
          {say('facet.group')}
        </span>
        {FACETS.map((facet, index) => (
          <FacetChip
            key={facet.is}
            icon={facet.icon}
            tone={facet.tone}
            label={say(`facet.${facet.name}`)}
            counts={say(`facet.${facet.name}.counts`)}
            count={listed.facets[index] ?? 0}
            pressed={hasWord(filter, `is:${facet.is}`)}
            onPress={() => setFilter(toggleWord(filter, `is:${facet.is}`))}
          />
        ))}
      </div>
      <span className="spread" />
      <IconButton
        icon="collapse"
        label={say('settings.collapse')}
        pressed={collapse}
        onPress={() => set({ collapse: !collapse })}
      />
      <label className="tick" title={say('shell.preserve-title')}>
        <input type="checkbox" checked={preserve} onChange={(event) => set({ preserve: event.target.checked })} />
        {say('shell.preserve')}
      </label>
      <span className="shown">{isWaiting ? say('analysis.pending') : shownText(listed, recorded)}</span>
    </div>
  );
});
