import { useCallback, useEffect, useState } from 'react';
import { instant } from '../../analysis/engine/base/units';
import type { JarCookie } from '../../analysis/facts/fact';
import { type SavedSet, storedSet } from '../../formats/cookies/saved-set';
import type { KeptItems } from '../../protocol/kept-items';
import { type KeptSet, setKey, setsOf } from './set-list';

interface SavedSets {
  /** null = they are being read, or cannot be. */
  readonly sets: readonly KeptSet[] | null;
  /** The browser's words where it refused what was asked last; null = it did not. */
  readonly refused: string | null;
  /** Keeps cookies under a name; a set of that name is replaced. */
  readonly save: (name: string, cookies: readonly JarCookie[]) => void;
  readonly rename: (kept: KeptSet, set: SavedSet, name: string) => void;
  readonly remove: (kept: KeptSet) => void;
}

/** The saved sets of a site. After each change they are read again: another panel may have changed them too. */
export function useSavedSets(site: string, items: KeptItems): SavedSets {
  const [sets, setSets] = useState<readonly KeptSet[] | null>(null);
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
      void after(() => items.keep(setKey(site, name), storedSet({ savedAt: instant(Date.now()), cookies }))),
    rename: (kept, set, name) =>
      void after(async () => {
        // The new one first: where the browser refuses it, the old one stays.
        await items.keep(setKey(site, name), storedSet(set));
        await items.remove(kept.key);
      }),
    remove: (kept) => void after(() => items.remove(kept.key)),
  };
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
