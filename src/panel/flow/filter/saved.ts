import { store, stored, useStored } from '../../state/preferences-storage';

/** Filters the reader kept, the newest first, and what keeps one or forgets it where it was kept. */
export function useSavedFilters(): readonly [readonly string[], (text: string) => void] {
  const [text] = useStored(KEY);
  return [filtersIn(text), toggleFilter];
}

/**
 * Keeps a filter, or forgets it where it was kept.
 * @internal
 */
export function toggleFilter(filter: string): void {
  const one = filter.trim();
  // As they are now: the panel of another tab may have added to them.
  const before = filtersIn(stored(KEY));
  const after = before.includes(one) ? before.filter((each) => each !== one) : [one, ...before];
  store(KEY, after.length === 0 ? null : after.join('\n'));
}

const KEY = 'filters';
const filtersIn = (text: string | null): readonly string[] => (text === null || text === '' ? [] : text.split('\n'));
