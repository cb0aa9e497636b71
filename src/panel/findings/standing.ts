import type { Finding } from '../../analysis/rules/audit';
import type { EarlierFindings } from '../state/findings-choices';

/** How a finding stands to an earlier recording. */
export type FindingStanding = 'new' | 'same';

export interface ComparedFindings {
  readonly standingOf: (finding: Finding) => FindingStanding;
  /** The earlier findings that are found no more. */
  readonly mended: EarlierFindings['findings'];
  readonly added: number;
  readonly same: number;
}

/** Findings beside those of an earlier recording of the same site; null = there is none to compare with. */
export function comparedFindings(
  findings: readonly Finding[],
  site: string,
  earlier: EarlierFindings | null,
): ComparedFindings | null {
  if (earlier === null || earlier.site !== site) return null;
  const before = new Set(earlier.findings.map(({ id }) => id));
  const now = new Set(findings.map(({ id }) => id));
  const same = findings.filter(({ id }) => before.has(id)).length;
  return {
    standingOf: ({ id }) => (before.has(id) ? 'same' : 'new'),
    mended: earlier.findings.filter(({ id }) => !now.has(id)),
    added: findings.length - same,
    same,
  };
}

/** Findings as an earlier recording's, of which a later one is compared. @param name of its file; null = of this recording */
export const asEarlier = (findings: readonly Finding[], site: string, name: string | null): EarlierFindings => ({
  name,
  site,
  findings: findings.map(({ id, texts }) => ({ id, heading: texts.heading() })),
});
