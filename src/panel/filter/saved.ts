const KEY = 'filters';

/** Filters the reader kept, the newest first. */
export function savedFilters(): readonly string[] {
  const stored = localStorage.getItem(KEY);
  return stored === null || stored === '' ? [] : stored.split('\n');
}

/** Keeps a filter, or forgets it where it was kept. Gives what is kept then. */
export function toggleSaved(text: string): readonly string[] {
  const one = text.trim();
  const before = savedFilters();
  const after = before.includes(one) ? before.filter((each) => each !== one) : [one, ...before];
  localStorage.setItem(KEY, after.join('\n'));
  return after;
}
