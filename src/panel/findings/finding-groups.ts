import { siteDomain } from '../../analysis/engine/site/registrable';
import type { Finding } from '../../analysis/rules/audit';
import type { RuleId } from '../../analysis/rules/registry';

/** Findings that one change ends, the worst first. */
export interface FindingGroup {
  /** The same for the same change in every audit of a recording. */
  readonly id: string;
  /** Of the worst finding. */
  readonly rule: RuleId;
  /** `cookies`: the same change to several cookies; `lifetime`: several findings about one lifetime. */
  readonly kind: 'single' | 'cookies' | 'lifetime';
  readonly findings: readonly [Finding, ...Finding[]];
}

/** Findings of others, by whose they are. */
export interface OwnerGroup {
  readonly owner: string;
  readonly count: number;
  readonly groups: readonly FindingGroup[];
}

/** Findings by what to change, in the order of the worst of each. */
export function groupedFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const ofLifetime = new Map<string, number>();
  for (const finding of findings) {
    const key = lifetimeKey(finding);
    if (key !== null) ofLifetime.set(key, (ofLifetime.get(key) ?? 0) + 1);
  }
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const lifetime = lifetimeKey(finding);
    const id = lifetime !== null && (ofLifetime.get(lifetime) ?? 0) > 1 ? lifetime : finding.rule;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [finding]);
    else group.push(finding);
  }
  return [...groups].map(([id, members]) => ({
    id,
    rule: members[0].rule,
    kind: members.length === 1 ? 'single' : id === members[0].rule ? 'cookies' : 'lifetime',
    findings: members,
  }));
}

const lifetimeKey = ({ concerns, cookie }: Finding): string | null =>
  concerns === null || cookie === null ? null : `${concerns}\t${cookie}`;

/** Findings of third parties by their owner, the one with most first. */
export function groupedByOwner(findings: readonly Finding[]): readonly OwnerGroup[] {
  const owners = new Map<string, Finding[]>();
  for (const finding of findings) {
    const owner = ownerOf(finding);
    owners.set(owner, [...(owners.get(owner) ?? []), finding]);
  }
  return [...owners]
    .map(([owner, own]) => ({ owner, count: own.length, groups: groupedFindings(own) }))
    .sort((a, b) => b.count - a.count);
}

function ownerOf({ subject }: Finding): string {
  if (subject.kind === 'cookie') return siteDomain(subject.domain);
  return subject.kind === 'line' ? siteDomain(subject.host) : '';
}
