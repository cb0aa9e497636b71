import type { Identity } from '../engine/jar/identity';
import { siteDomain } from '../engine/site/registrable';
import { urlParts } from '../engine/site/url-parts';
import type { Row } from '../replay/rows/exchange';
import { type CookieKey, cookieKey } from '../session/cookies/cookie-key';
import type { Sessions } from '../session/sessions';
import { type Chunked, runToEnd, shouldYield } from '../session/shared/chunked';
import type { SignIn } from '../session/sign-in/session-kinds';
import type { CookieCell, FindingTexts, RuleResult } from './engine/define';
import type { Sentence } from './engine/sentence';
import { HARMS, type Harm, type Severity } from './engine/severity';
import { type RuleId, rules } from './registry';
import { sessionResults } from './subject/session-results';
import { isAnswerable, type Party, type Scope, type SessionSubject, type Subject } from './subject/subject';
import { all, type Subjects, subjectsInChunks } from './subject/subjects';

/** A rule that failed on something. */
export interface Finding {
  /** The same for the same fault in every audit of a recording. */
  readonly id: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly harm: Harm;
  /** What else of the same cookie it is one change with; null = nothing. */
  readonly concerns: 'lifetime' | null;
  readonly party: Party;
  /** Whose fault it is; null = of a sign-in or the site as a whole. */
  readonly cookie: CookieKey | null;
  /** The cookies by which the fault is told from another of the same rule: the cookie, or those that carry the sign-in; of a site none. */
  readonly about: readonly Identity[];
  readonly subject: Subject;
  /** Where the Cookies table marks it; null = nowhere. */
  readonly column: CookieCell | null;
  /** Points off a hundred. */
  readonly cost: number;
  readonly texts: FindingTexts;
}

/** What a rule could not answer. Never counts. */
export interface Inconclusive {
  readonly rule: RuleId;
  readonly cookie: CookieKey | null;
  readonly party: Party;
  readonly missing: Sentence;
}

/** What the rules say of a recording, for one site. */
export interface Audit {
  readonly subjects: Subjects;
  /** By severity, then by what is lost, then as the rules are listed. */
  readonly findings: readonly Finding[];
  readonly inconclusive: readonly Inconclusive[];
  /** How many checks each rule passed on the site's own subjects. */
  readonly passed: ReadonlyMap<RuleId, number>;
}

/**
 * Asks every rule about everything in a recording.
 * @param site registrable domain that is looked at; `siteInView` says which one a user sees
 * @internal
 */
export const audit = (rows: readonly Row[], site: string, sessions: Sessions): Audit =>
  runToEnd(auditInChunks(rows, site, sessions));

/** The same in chunks. @param only the one sign-in of the site that rules are asked about; null = all of them */
export function* auditInChunks(
  rows: readonly Row[],
  site: string,
  sessions: Sessions,
  only: SignIn | null = null,
): Chunked<Audit> {
  return yield* auditSubjects(yield* subjectsInChunks(rows, site, sessionResults(sessions, site, only)));
}

/** The same, of subjects already made. */
export const auditOf = (subjects: Subjects): Audit => runToEnd(auditSubjects(subjects));

function* auditSubjects(subjects: Subjects): Chunked<Audit> {
  const findings = new Map<string, Finding>();
  const inconclusive: Inconclusive[] = [];
  const passed = new Map<RuleId, number>();
  const shared = sharedCarriers(subjects.sessions);
  for (const [at, subject] of all(subjects).entries()) {
    if (shouldYield(at)) yield;
    if (subject.kind === 'cookie' && !isAnswerable(subject)) continue;
    const party = subject.kind === 'cookie' || subject.kind === 'line' ? subject.party : 'own';
    const cookie = subject.kind === 'cookie' || subject.kind === 'line' ? subject.key : null;
    for (const { id: rule, column, points, harm, concerns, ofSite, evaluate } of BY_SCOPE[subject.kind]) {
      const result: RuleResult = evaluate(subject);
      if (result.kind === 'fail') {
        const about = ofSite ? [] : aboutOf(subject, shared);
        addIfWorse(findings, {
          id: `${rule}\t${about.map(cookieKey).join(' ')}`,
          rule,
          party,
          cookie,
          about,
          subject,
          column,
          cost: points[result.severity],
          severity: result.severity,
          harm,
          concerns,
          texts: result.texts,
        });
      }
      if (result.kind === 'unknown') inconclusive.push({ rule, cookie, party, missing: result.missing });
      if (result.kind === 'pass' && party === 'own') passed.set(rule, (passed.get(rule) ?? 0) + 1);
    }
  }
  return { subjects, findings: [...findings.values()].sort(byRank), inconclusive, passed };
}

type Carriers = ReadonlyMap<SessionSubject, readonly Identity[]>;

function aboutOf(subject: Subject, shared: Carriers): readonly Identity[] {
  switch (subject.kind) {
    case 'line':
      return [subject.identity];
    case 'cookie':
      return [subject];
    case 'session':
      return shared.get(subject) ?? [];
    case 'site':
      return [];
    default:
      return subject satisfies never;
  }
}

/** What tells sign-ins apart: the same fault at two of them that share a cookie is one finding. */
function sharedCarriers(sessions: readonly SessionSubject[]): Carriers {
  const known = new Map<CookieKey, readonly Identity[]>();
  return new Map(
    sessions.map((session) => {
      const lives = session.signIn.carriers.map(({ life }) => life);
      const carriers = lives.map(({ key }) => known.get(key)).find((each) => each !== undefined) ?? lives;
      for (const { key } of lives) known.set(key, known.get(key) ?? carriers);
      return [session, carriers];
    }),
  );
}

/** Of one rule and cookie the worst: lines of two shapes may both be at fault. */
function addIfWorse(findings: Map<string, Finding>, finding: Finding): void {
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
  RANK[a.severity] - RANK[b.severity] ||
  HARMS.indexOf(a.harm) - HARMS.indexOf(b.harm) ||
  (ORDER.get(a.rule) ?? 0) - (ORDER.get(b.rule) ?? 0);

/** The site that was opened last in the tab; null = no page was. */
export function siteInView(rows: readonly Row[]): string | null {
  const last = rows.findLast((row) => row.kind === 'navigation' || (row.kind === 'exchange' && row.sent.type === 'document'));
  const host = last === undefined || last.kind === 'change' || last.kind === 'gap' ? null : (urlParts(last.url)?.host ?? null);
  return host === null ? null : siteDomain(host);
}
