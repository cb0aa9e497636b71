import { useStored } from '../../state/preferences-storage';

/** Filters the reader kept, the newest first, and what keeps one or forgets it where it was kept. */
export function useSavedFilters(): readonly [readonly string[], (text: string) => void] {
  const [stored, save] = useStored('filters');
  const saved = stored === null || stored === '' ? [] : stored.split('\n');
  const toggle = (text: string) => {
    const one = text.trim();
    const after = saved.includes(one) ? saved.filter((each) => each !== one) : [one, ...saved];
    save(after.length === 0 ? null : after.join('\n'));
  };
  return [saved, toggle];
}
