import { stored, useStored } from '../../state/preferences-storage';

/** Filters the reader kept, the newest first, and what keeps one or forgets it where it was kept. */
export function useSavedFilters(): readonly [readonly string[], (text: string) => void] {
  const [text, save] = useStored(KEY);
  const toggle = (filter: string) => {
    const one = filter.trim();
    // As they are now: the panel of another tab may have added to them.
    const before = filtersIn(stored(KEY));
    const after = before.includes(one) ? before.filter((each) => each !== one) : [one, ...before];
    save(after.length === 0 ? null : after.join('\n'));
  };
  return [filtersIn(text), toggle];
}

const KEY = 'filters';
const filtersIn = (text: string | null): readonly string[] => (text === null || text === '' ? [] : text.split('\n'));
