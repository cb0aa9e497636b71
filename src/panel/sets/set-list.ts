import { readSavedSet, type SavedSet } from '../../formats/cookies/saved-set';

/** A stored set of the site. */
export interface ListedSet {
  readonly key: string;
  readonly name: string;
  /** null = what is stored cannot be read; it is left as it is. */
  readonly set: SavedSet | null;
}

/** Longer names would not be read. */
export const LONGEST_NAME = 60;

/** Where a set is stored: a site has no slash, so the rest is the name. */
export const setKey = (site: string, name: string): string => `${prefixOf(site)}${name}`;

const prefixOf = (site: string): string => `set/${site}/`;

/** The sets of a site among all that is stored, by name. */
export function setsOf(site: string, items: Readonly<Record<string, unknown>>): readonly ListedSet[] {
  const prefix = prefixOf(site);
  return Object.entries(items)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, item]) => ({ key, name: key.slice(prefix.length), set: readSavedSet(item) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}
