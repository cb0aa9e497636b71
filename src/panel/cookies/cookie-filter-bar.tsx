import type { ReactNode } from 'react';
import { say } from '../../words/catalogue';
import { IconButton } from '../shared/parts/button';
import { FacetChip } from '../shared/parts/chips';
import { SearchField } from '../shared/parts/search-field';
import type { ColumnId } from '../state/cookie-columns';
import { COOKIE_FACETS, useTable } from '../state/table-choices';
import { ColumnMenu } from './column-menu';
import { isIn } from './cookie-filter';
import type { CookieRow } from './cookie-row';

interface CookieFilterBarProps {
  readonly rows: readonly CookieRow[];
  readonly shown: number;
  /** Columns for which there is no room. */
  readonly leftOut: readonly ColumnId[];
  readonly travelling: boolean;
  readonly onTravel: () => void;
  /** Shown before the columns' menu. */
  readonly children?: ReactNode;
}

export function CookieFilterBar({ rows, shown, leftOut, travelling, onTravel, children }: CookieFilterBarProps) {
  const { filter, facet, set } = useTable();
  return (
    <div className="filter-bar cookies" role="search">
      <SearchField
        value={filter}
        label={say('cookies.filter')}
        placeholder={say('cookies.placeholder')}
        onChange={(text) => set({ filter: text })}
      />
      <div className="facets" role="group" aria-label={say('cookies.facets')}>
        <span className="facets-of" aria-hidden="true">
          {say('cookies.facets')}
        </span>
        {COOKIE_FACETS.filter((id) => id !== 'session' || rows.some(({ ofSession }) => ofSession !== null)).map((id) => (
          <FacetChip
            key={id}
            {...(id === 'fault' ? { icon: 'error' as const, tone: 'bad' } : {})}
            label={say(`cookies.facet.${id}`)}
            count={rows.filter((row) => isIn(row, id)).length}
            pressed={facet === id}
            onPress={() => set({ facet: id })}
          />
        ))}
      </div>
      <span className="spread" />
      <IconButton icon="clock" label={say(travelling ? 'travel.off' : 'travel.on')} pressed={travelling} onPress={onTravel} />
      {children}
      <ColumnMenu leftOut={leftOut} />
      <span className="shown" role="status">
        {say('cookies.shown', { shown, total: rows.length })}
      </span>
    </div>
  );
}
