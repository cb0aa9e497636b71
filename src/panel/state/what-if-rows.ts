import { create } from 'zustand';

/** What may follow `what-if:` in the filter. */
export const WHAT_IF_KINDS = ['carries', 'loses', 'gains', 'cannot-tell', 'incidents', 'findings', 'steps'] as const;
export type WhatIfKind = (typeof WHAT_IF_KINDS)[number];

/** Ids of rows by what the last what-if that was followed to Flow says of them. */
export type WhatIfRows = ReadonlyMap<WhatIfKind, ReadonlySet<string>>;

interface WhatIfState {
  readonly rows: WhatIfRows;
  readonly show: (kind: WhatIfKind, rows: readonly string[]) => void;
}

/** The lists of a what-if that the reader asked to see; forgotten when the panel closes. */
export const useWhatIfRows = create<WhatIfState>((set) => ({
  rows: new Map(),
  show: (kind, rows) => set((state) => ({ rows: new Map(state.rows).set(kind, new Set(rows)) })),
}));
