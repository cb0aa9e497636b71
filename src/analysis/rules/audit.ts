import type { Row } from '../replay/exchange';
import type { CookieKey } from '../session/cookie-key';
import { isTime, type Pieces, whole } from '../session/pieces';
import type { Sessions } from '../session/sign-in';
import { siteDomain } from '../site/registrable';
import { urlParts } from '../site/url-parts';
import type { RuleResult, Tell } from './define';
import type { Sentence } from './form/sentence';
import type { Severity } from './form/severity';
import { type RuleId, rules } from './registry';
import { conclusionsOf } from './subject/conclusions';
import { isAnswerable, type Party, type Scope, type Subject } from './subject/subject';
import { all, type Subjects, subjectsInPieces } from './subject/subjects';

/** A rule that failed on something. */
export interface Finding {
  /** The same for the same fault in every audit of a recording. */
  readonly id: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly party: Party;
  /** Whose fault it is; null = of a sign-in or the site as a whole. */
  readonly cookie: CookieKey | null;
  readonly subject: Subject;
  readonly tell: Tell;
}

/** What a rule could not answer. Never counts. */
export interface Open {
  readonly rule: RuleId;
  readonly cookie: CookieKey | null;
  readonly party: Party;
  readonly missing: Sentence;
}

/** What the rules say of a recording, for one site. */
export interface Audit {
  readonly subjects: Subjects;
  /** Worst first, then as the rules are listed. */
  readonly findings: readonly Finding[];
  readonly open: readonly Open[];
  /** How many checks each rule passed on the site's own subjects. */
  readonly passed: ReadonlyMap<RuleId, number>;
}

/**
 * Asks every rule about everything in a recording.
 * @param site registrable domain that is looked at; `siteInView` says which one a user sees
 */
export const audit = (rows: readonly Row[], site: string, sessions: Sessions): Audit =>
  whole(auditInPieces(rows, site, sessions));

/** The same in pieces. */
export function* auditInPieces(rows: readonly Row[], site: string, sessions: Sessions): Pieces<Audit> {
  return yield* judged(yield* subjectsInPieces(rows, site, conclusionsOf(sessions, site)));
}

/** The same, of subjects already made. */
export const auditOf = (subjects: Subjects): Audit => whole(judged(subjects));

function* judged(subjects: Subjects): Pieces<Audit> {
  const findings = new Map<string, Finding>();
  const open: Open[] = [];
  const passed = new Map<RuleId, number>();
  for (const [at, subject] of all(subjects).entries()) {
    if (isTime(at)) yield;
    if (subject.kind === 'cookie' && !isAnswerable(subject)) continue;
    const party = subject.kind === 'cookie' || subject.kind === 'line' ? subject.party : 'own';
    const cookie = subject.kind === 'cookie' || subject.kind === 'line' ? subject.key : null;
    for (const { id: rule, look } of BY_SCOPE[subject.kind]) {
      const result: RuleResult = look(subject);
      if (result.kind === 'fail')
        keepWorse(findings, {
          id: `${rule}\t${cookie ?? (subject.kind === 'session' ? subject.number : '')}`,
          rule,
          party,
          cookie,
          subject,
          ...result,
        });
      if (result.kind === 'unknown') open.push({ rule, cookie, party, missing: result.missing });
      if (result.kind === 'pass' && party === 'own') passed.set(rule, (passed.get(rule) ?? 0) + 1);
    }
  }
  return { subjects, findings: [...findings.values()].sort(byRank), open, passed };
}

/** Of one rule and cookie the worst: lines of two shapes may both be at fault. */
function keepWorse(findings: Map<string, Finding>, finding: Finding): void {
  const before = findings.get(finding.id);
  if (before === undefined || RANK[finding.severity] < RANK[before.severity]) findings.set(finding.id, finding);
}

const of = (scope: Scope) => rules.filter((rule) => rule.scope === scope);
const BY_SCOPE = { line: of('line'), cookie: of('cookie'), session: of('session'), site: of('site') } as const satisfies Record<
  Scope,
  unknown
>;

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };
const ORDER = new Map(rules.map(({ id }, at): [RuleId, number] => [id, at]));

const byRank = (a: Finding, b: Finding): number =>
  RANK[a.severity] - RANK[b.severity] || (ORDER.get(a.rule) ?? 0) - (ORDER.get(b.rule) ?? 0);

/** The site that was opened last in the tab; null = no page was. */
export function siteInView(rows: readonly Row[]): string | null {
  const last = rows.findLast((row) => row.kind === 'navigation' || (row.kind === 'exchange' && row.sent.type === 'document'));
  const host =
    last === undefined || last.kind === 'script-write' || last.kind === 'gap' ? null : (urlParts(last.url)?.host ?? null);
  return host === null ? null : siteDomain(host);
}
