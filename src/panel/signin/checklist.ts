import type { Audit } from '../../analysis/rules/audit';
import { type RuleId, rules } from '../../analysis/rules/registry';

/** A requirement of OWASP ASVS 5.0 that rules look at, and how it stands for the site in view. */
export interface Requirement {
  readonly id: string;
  readonly url: string;
  readonly standing: 'failed' | 'met' | 'cannot-tell';
  readonly rules: readonly RuleId[];
}

const ASVS = /^ASVS (\d+(?:\.\d+)+)$/;

/** The requirements some rule had something to look at for: failed ones first, then met, then open. */
export function checklist({ findings, open, passed }: Audit): readonly Requirement[] {
  const failed = new Set(findings.filter(({ party }) => party === 'own').map(({ rule }) => rule));
  const unknown = new Set(open.filter(({ party }) => party === 'own').map(({ rule }) => rule));
  const byId = new Map<string, { url: string; rules: RuleId[] }>();
  for (const { id, links } of rules) {
    if (!failed.has(id) && !unknown.has(id) && !passed.has(id)) continue;
    for (const { label, url } of links) {
      const number = ASVS.exec(label)?.[1];
      if (number === undefined) continue;
      const entry = byId.get(number) ?? { url, rules: [] };
      entry.rules.push(id);
      byId.set(number, entry);
    }
  }
  const standingOf = (ids: readonly RuleId[]): Requirement['standing'] => {
    if (ids.some((id) => failed.has(id))) return 'failed';
    return ids.some((id) => unknown.has(id)) ? 'cannot-tell' : 'met';
  };
  /** Where one failed, those that did say why. */
  const tellingOf = (ids: readonly RuleId[]) => (ids.some((id) => failed.has(id)) ? ids.filter((id) => failed.has(id)) : ids);
  const all = [...byId].map(
    ([id, entry]): Requirement => ({ id, url: entry.url, standing: standingOf(entry.rules), rules: tellingOf(entry.rules) }),
  );
  return all.sort((a, b) => ORDER[a.standing] - ORDER[b.standing] || a.id.localeCompare(b.id, 'en', { numeric: true }));
}

const ORDER = { failed: 0, met: 1, 'cannot-tell': 2 } as const;
