import type { Audit } from '../../analysis/rules/audit';
import { type RuleId, rules } from '../../analysis/rules/registry';

/** A requirement of OWASP ASVS 5.0 that rules look at, and how it stands for the site in view. */
export interface Requirement {
  readonly id: string;
  readonly url: string;
  readonly standing: 'failed' | 'met' | 'cannot-tell';
  /** The rules that make it stand so. */
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
  const stands = (ids: readonly RuleId[]): Pick<Requirement, 'standing' | 'rules'> => {
    const failing = ids.filter((id) => failed.has(id));
    if (failing.length > 0) return { standing: 'failed', rules: failing };
    const open = ids.filter((id) => unknown.has(id));
    return open.length > 0 ? { standing: 'cannot-tell', rules: open } : { standing: 'met', rules: ids };
  };
  const all = [...byId].map(([id, entry]): Requirement => ({ id, url: entry.url, ...stands(entry.rules) }));
  return all.sort((a, b) => ORDER[a.standing] - ORDER[b.standing] || a.id.localeCompare(b.id, 'en', { numeric: true }));
}

const ORDER = { failed: 0, met: 1, 'cannot-tell': 2 } as const;
