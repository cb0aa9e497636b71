import type { ParsedLine } from '../../engine/header/parsed-line';
import type { Change } from '../../fixes/change';
import type { Action } from '../../fixes/frameworks/framework';
import type { Role } from '../../session/shared/role-kinds';
import type { Place, Scope, Subject, SubjectOf } from '../subject/subject';
import type { Link } from './link';
import type { Sentence } from './sentence';
import { appliesTo, type Harm, lowered, type Points, type Severity, type SeverityTable, severityFor } from './severity';

/** What a check finds. `unknown`: the recording lacks what the answer needs, and no grade is touched. */
export type CheckResult<Evidence> =
  | { readonly kind: 'pass' }
  | { readonly kind: 'fail'; readonly evidence: Evidence }
  | { readonly kind: 'unknown'; readonly missing: Sentence };

/** One thing that is so, and how we know. */
export interface Statement {
  readonly basis: 'observed' | 'predicted' | 'cannot-tell';
  readonly text: Sentence;
  readonly places: readonly Place[];
}

/** What would fix it: the line with changes, something else to do, or both. */
export interface Fix {
  /** What to do, as a sentence. */
  readonly advice: Sentence;
  /** The line to correct; null = the fix is not in a Set-Cookie line. */
  readonly line: ParsedLine | null;
  readonly changes: readonly Change[];
  readonly action: Action | null;
  /** What the page itself has to write, whatever the framework; empty = nothing. */
  readonly code: readonly string[];
  /** The page that asks, for headers that have to name it; null = none has to. */
  readonly origin: string | null;
  /** What to look at before doing it; null = nothing. */
  readonly precaution: Sentence | null;
}

/** The cell of the Cookies table in which a finding is marked: that of the attribute at fault. */
export type CookieCell =
  | 'name'
  | 'value'
  | 'domain'
  | 'path'
  | 'expires'
  | 'size'
  | 'secure'
  | 'httponly'
  | 'samesite'
  | 'partitioned'
  | 'priority';

/** A finding about a sign-in or a whole site has no row in the Cookies table. */
type CellOf<S extends Scope> = S extends 'line' | 'cookie' ? CookieCell : null;

export interface RuleForm<Id extends string, S extends Scope, Evidence> {
  /** The file's name. */
  readonly id: Id;
  readonly scope: S;
  /** By role; a role that is not named has no such finding, unless `otherwise` says so. */
  readonly severity: SeverityTable;
  /** What an attacker gains or a user loses. */
  readonly harm: Harm;
  /** Several findings about the same thing of one cookie are one change. */
  readonly concerns?: 'lifetime';
  /** What a finding of each severity takes off a grade of 100. */
  readonly points: Points;
  readonly column: CellOf<S>;
  /** The remedy in a few words, for many cookies at once: "Add HttpOnly". */
  readonly title: string;
  /** Why it matters, whatever the cookie. */
  readonly why: Sentence;
  readonly links: readonly Link[];
  /** Whether it is about lines that are no line of one cookie; other rules would find fault with the wrong cookie there. */
  readonly ofGarbled?: true;
  /** Whether it is a fault of the site, whichever cookie carries a sign-in: told once, however often somebody signs in. */
  readonly ofSite?: true;
  /** Whether the question makes sense for this subject at all. */
  readonly applies: (subject: SubjectOf<S>) => boolean;
  readonly check: (subject: SubjectOf<S>) => CheckResult<Evidence>;
  /** Circumstances that make it one step less severe. */
  readonly mitigated?: (subject: SubjectOf<S>, evidence: Evidence) => boolean;
  /** The remedy for this subject: "Add HttpOnly to access_jwt". */
  readonly heading: (subject: SubjectOf<S>, evidence: Evidence) => Sentence;
  /** What was observed, what follows from it, and what nobody can tell. */
  readonly statements: (subject: SubjectOf<S>, evidence: Evidence) => readonly Statement[];
  readonly fix: (subject: SubjectOf<S>, evidence: Evidence) => Fix;
}

/** What one rule answers about one subject. */
export type RuleResult =
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'pass' }
  | { readonly kind: 'unknown'; readonly missing: Sentence }
  | { readonly kind: 'fail'; readonly severity: Severity; readonly texts: FindingTexts };

/** The texts of a finding, made when they are read. */
export interface FindingTexts {
  readonly heading: () => Sentence;
  readonly statements: () => readonly Statement[];
  readonly fix: () => Fix;
}

/** A rule with its evidence's type sealed inside. */
export interface Rule<Id extends string = string> {
  readonly id: Id;
  readonly scope: Scope;
  readonly severity: SeverityTable;
  readonly harm: Harm;
  /** null = itself alone. */
  readonly concerns: 'lifetime' | null;
  readonly points: Points;
  /** null = not marked in the Cookies table. */
  readonly column: CookieCell | null;
  readonly title: string;
  readonly why: Sentence;
  readonly links: readonly Link[];
  /** Reported once for a site, however many sign-ins show it. */
  readonly ofSite: boolean;
  /** One of another scope is not applicable. */
  readonly evaluate: (subject: Subject) => RuleResult;
}

/** Seals a rule's form: the same checks in the same order for every rule. */
export function defineRule<const Id extends string, S extends Scope, Evidence>(form: RuleForm<Id, S, Evidence>): Rule<Id> {
  const { id, scope, severity, harm, points, column, title, why, links } = form;
  const evaluate = (subject: Subject): RuleResult => {
    if (!hasScope(subject, scope)) return { kind: 'not-applicable' };
    if (isGarbled(subject) && form.ofGarbled !== true) return { kind: 'not-applicable' };
    const role = roleOf(subject);
    if (!appliesTo(severity, role) || !form.applies(subject)) return { kind: 'not-applicable' };
    const outcome = form.check(subject);
    if (outcome.kind !== 'fail') return outcome;
    const { evidence } = outcome;
    const full = severityFor(severity, role);
    // Nobody knows what the cookie is for: what it would mean to lose it is unknown too.
    if (full === null) return { kind: 'unknown', missing: ['what the cookie is for'] };
    // What rests on a role that is hardly more than a guess weighs less.
    const guessed = full !== severity.otherwise && isUnsure(subject);
    if (guessed && full === 'note') return { kind: 'unknown', missing: ['what the cookie is for'] };
    const isMitigated = guessed || (form.mitigated?.(subject, evidence) ?? false);
    return {
      kind: 'fail',
      severity: isMitigated ? lowered(full) : full,
      texts: {
        heading: () => form.heading(subject, evidence),
        statements: () => form.statements(subject, evidence),
        fix: () => form.fix(subject, evidence),
      },
    };
  };
  return {
    id,
    scope,
    severity,
    harm,
    concerns: form.concerns ?? null,
    points,
    column,
    title,
    why,
    links,
    ofSite: form.ofSite ?? false,
    evaluate,
  };
}

const isGarbled = (subject: Subject): boolean => subject.kind === 'line' && subject.garbled !== null;

function hasScope<S extends Scope>(subject: Subject, scope: S): subject is SubjectOf<S> {
  return subject.kind === scope;
}

/** null = the subject is no cookie, so that its role is no question. */
function roleOf(subject: Subject): Role | null {
  return subject.kind === 'cookie' || subject.kind === 'line' ? subject.role.role : null;
}

function isUnsure(subject: Subject): boolean {
  return (subject.kind === 'cookie' || subject.kind === 'line') && subject.role.confidence === 'low';
}

export const pass: CheckResult<never> = { kind: 'pass' };
/** A finding. @param evidence what its sentences are made of */
export const fail = <Evidence>(evidence: Evidence): CheckResult<Evidence> => ({ kind: 'fail', evidence });
/** @param missing what the recording does not show */
export const unknown = (missing: Sentence): CheckResult<never> => ({ kind: 'unknown', missing });

/** A statement about what the browser showed. @param places the rows that show it */
export const observed = (text: Sentence, places: readonly Place[] = []): Statement => ({ basis: 'observed', text, places });
/** A statement about what the engine says. @param places the rows that it is about */
export const predicted = (text: Sentence, places: readonly Place[] = []): Statement => ({ basis: 'predicted', text, places });
/** @param text what cannot be told, and why */
export const cannotTell = (text: Sentence): Statement => ({ basis: 'cannot-tell', text, places: [] });
