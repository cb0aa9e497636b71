import { ASVS } from './requirements/asvs';
import { type Requirement, requirementOf } from './requirements/requirement';
import { WSTG } from './requirements/wstg';
import type { Subjects } from './subject/subjects';

const RANK = { 'not-met': 0, met: 1, 'cannot-tell': 2, 'does-not-apply': 3 } as const;

/** How a site stands to what a standard asks: what is not met first, each with its parts and their evidence. */
export function requirementsOf(standard: 'ASVS' | 'WSTG', subjects: Subjects): readonly Requirement[] {
  const all = (standard === 'ASVS' ? ASVS : WSTG).map((form) => requirementOf(form, subjects));
  return all.sort((a, b) => RANK[a.status] - RANK[b.status]);
}
