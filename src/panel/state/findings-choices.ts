import { create } from 'zustand';
import type { Sentence } from '../../analysis/rules/engine/sentence';
import type { Harm, Severity } from '../../analysis/rules/engine/severity';
import type { Role } from '../../analysis/session/shared/role-kinds';

/** Which findings the reader wants to see; null = all. */
export interface FindingFilter {
  readonly severity: Severity | null;
  readonly role: Role | null;
  readonly harm: Harm | null;
  /** Words that must all occur. */
  readonly text: string;
}

export const ALL_FINDINGS: FindingFilter = { severity: null, role: null, harm: null, text: '' };

/** The findings of an earlier recording, with which those of now are compared. */
export interface EarlierFindings {
  /** Name of the file; null = the findings of this recording as they were when the reader said so. */
  readonly name: string | null;
  readonly site: string;
  readonly findings: readonly { readonly id: string; readonly heading: Sentence }[];
}

interface FindingsChoices {
  readonly filter: FindingFilter;
  readonly earlier: EarlierFindings | null;
  readonly narrow: (filter: Partial<FindingFilter>) => void;
  readonly compareWith: (earlier: EarlierFindings | null) => void;
}

/** What the reader has chosen in the Findings view; kept while other views are open. */
export const useFindingsChoices = create<FindingsChoices>((set) => ({
  filter: ALL_FINDINGS,
  earlier: null,
  narrow: (part) => set(({ filter }) => ({ filter: { ...filter, ...part } })),
  compareWith: (earlier) => set({ earlier }),
}));
