import type { RequirementStatus } from '../../session/transaction-requirements';
import type { Sentence } from '../engine/sentence';
import type { Place } from '../subject/subject';
import type { Subjects } from '../subject/subjects';

/** One thing that a requirement asks for. */
export interface RequirementPart {
  /** "every cookie has Secure". */
  readonly says: Sentence;
  /** null = the traffic does not show it. */
  readonly holds: boolean | null;
  /** What was seen, or what is missing. */
  readonly evidence: Sentence;
  readonly places: readonly Place[];
}

/** Gives the parts of what a recording has; null = it has nothing that the requirement is about, and why is said. */
export type RequirementCheck = (subjects: Subjects) => readonly RequirementPart[] | { readonly because: Sentence };

export interface RequirementForm {
  readonly standard: 'ASVS' | 'WSTG';
  /** `3.3.1` of ASVS 5.0, `SESS-02` of the WSTG. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** What it asks, in our own words. */
  readonly means: string;
  readonly check: RequirementCheck;
}

export interface Requirement extends Omit<RequirementForm, 'check'> {
  readonly status: RequirementStatus;
  /** Empty only where it does not apply. */
  readonly parts: readonly RequirementPart[];
  /** Why it does not apply; null = it does. */
  readonly because: Sentence | null;
}

/** How a requirement stands. A part that fails decides; met takes every part observed. */
export function requirementOf({ check, ...requirement }: RequirementForm, subjects: Subjects): Requirement {
  const found = check(subjects);
  if ('because' in found) return { ...requirement, status: 'does-not-apply', parts: [], because: found.because };
  const isFailed = found.some(({ holds }) => holds === false);
  const isOpen = found.length === 0 || found.some(({ holds }) => holds === null);
  return { ...requirement, status: isFailed ? 'not-met' : isOpen ? 'cannot-tell' : 'met', parts: found, because: null };
}

/** @param evidence what was seen that meets it */
export const shownPart = (says: Sentence, evidence: Sentence, places: readonly Place[] = []): RequirementPart => ({
  says,
  holds: true,
  evidence,
  places,
});
/** @param evidence what was seen that breaks it */
export const failedPart = (says: Sentence, evidence: Sentence, places: readonly Place[] = []): RequirementPart => ({
  says,
  holds: false,
  evidence,
  places,
});
/** @param evidence what would have to be seen, or why it cannot be */
export const openPart = (says: Sentence, evidence: Sentence, places: readonly Place[] = []): RequirementPart => ({
  says,
  holds: null,
  evidence,
  places,
});
