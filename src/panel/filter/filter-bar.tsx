import { memo, useMemo } from 'react';
import { say } from '../../words/catalogue';
import { FACETS } from '../list/facets';
import type { Listed } from '../list/listed';
import { IconButton } from '../parts/button';
import { FacetChip } from '../parts/chips';
import { useSettings } from '../settings/use-settings';
import { useChoices } from '../store';
import { type FilterFault, hasWord, toggleWord } from './filter';
import { FilterField } from './filter-field';
import { vocabularyOf } from './vocabulary';

interface FilterBarProps {
  readonly listed: Listed;
  readonly faults: readonly FilterFault[];
}

/** The filter's field, its facets with how many rows each has, and whether earlier pages stay. */
export const FilterBar = memo(function FilterBar({ listed, faults }: FilterBarProps) {
  const { filter, setFilter } = useChoices();
  const { preserve, fold, set } = useSettings();
  const vocabulary = useMemo(() => vocabularyOf(listed.all), [listed.all]);
  return (
    <div className="filter-bar flow" role="search">
      <FilterField text={filter} faults={faults} vocabulary={vocabulary} onChange={setFilter} />
      <div className="facets" role="group" aria-label={say('facet.group')}>
        {FACETS.map((facet, index) => (
          <FacetChip
            key={facet.word}
            icon={facet.icon}
            tone={facet.tone}
            label={say(facet.label)}
            count={listed.facets[index] ?? 0}
            pressed={hasWord(filter, facet.word)}
            onPress={() => setFilter(toggleWord(filter, facet.word))}
          />
        ))}
      </div>
      <span className="spread" />
      <IconButton icon="fold" label={say('settings.fold')} pressed={fold} onPress={() => set({ fold: !fold })} />
      <label className="tick" title={say('shell.preserve-title')}>
        <input type="checkbox" checked={preserve} onChange={(event) => set({ preserve: event.target.checked })} />
        {say('shell.preserve')}
      </label>
      <span className="shown">{say('filter.shown', { shown: listed.shown.length, total: listed.all.length })}</span>
    </div>
  );
});
