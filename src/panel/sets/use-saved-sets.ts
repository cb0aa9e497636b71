import { useCallback, useEffect, useState } from 'react';
import { instant } from '../../analysis/engine/base/units';
import type { JarCookie } from '../../analysis/facts/fact';
import { type SavedSet, storedSet } from '../../formats/cookies/saved-set';
import type { LocalStore } from '../../protocol/local-store';
import { type ListedSet, setKey, setsOf } from './set-list';

interface SavedSets {
  /** null = they are being read, or cannot be. */
  readonly sets: readonly ListedSet[] | null;
  /** The browser's words where it refused what was asked last; null = it did not. */
  readonly refused: string | null;
  /** Keeps cookies under a name; a set of that name is replaced. */
  readonly save: (name: string, cookies: readonly JarCookie[]) => void;
  readonly rename: (listed: ListedSet, set: SavedSet, name: string) => void;
  readonly remove: (listed: ListedSet) => void;
}

/** The saved sets of a site. After each change they are read again: another panel may have changed them too. */
export function useSavedSets(site: string, items: LocalStore): SavedSets {
  const [sets, setSets] = useState<readonly ListedSet[] | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const after = useCallback(
    async (change: () => Promise<void>) => {
      try {
        await change();
        setRefused(null);
      } catch (error) {
        setRefused(wordsOf(error));
      }
      try {
        setSets(setsOf(site, await items.all()));
      } catch (error) {
        setRefused(wordsOf(error));
      }
    },
    [site, items],
  );
  useEffect(() => void after(async () => {}), [after]);
  return {
    sets,
    refused,
    save: (name, cookies) =>
      void after(() => items.put(setKey(site, name), storedSet({ savedAt: instant(Date.now()), cookies }))),
    rename: (listed, set, name) =>
      void after(async () => {
        // The new one first: where the browser refuses it, the old one stays.
        await items.put(setKey(site, name), storedSet(set));
        await items.remove(listed.key);
      }),
    remove: (listed) => void after(() => items.remove(listed.key)),
  };
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
