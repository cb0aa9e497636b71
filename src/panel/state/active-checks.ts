import { useMemo } from 'react';
import { create } from 'zustand';
import type { CheckedId } from '../../analysis/active-check/verdict';

interface ActiveChecks {
  /** With the key of the recording that each belongs to. */
  readonly done: readonly { readonly key: string | null; readonly check: CheckedId }[];
  readonly add: (key: string | null, check: CheckedId) => void;
}

/** Checks of old ids that the user asked for, the last of each kind; forgotten when the panel closes. */
export const useActiveChecks = create<ActiveChecks>((set) => ({
  done: [],
  add: (key, check) =>
    set(({ done }) => ({
      done: [...done.filter((each) => each.check.time !== check.time || each.check.about !== check.about), { key, check }],
    })),
}));

/** Those of one recording. @param key of its digests */
export function useChecks(key: string | null): readonly CheckedId[] {
  const done = useActiveChecks((state) => state.done);
  return useMemo(() => done.filter((each) => each.key === key).map(({ check }) => check), [done, key]);
}
