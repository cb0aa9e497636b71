import type { Change } from '../fixes/change';
import type { Action } from '../fixes/framework';
import type { ParsedLine } from '../header/parsed-line';
import type { Role } from '../session/role-kinds';
import type { Link } from './form/link';
import type { Sentence } from './form/sentence';
import { isFor, lowered, type Severity, type SeverityTable, severityFor } from './form/severity';
import type { Place, Scope, Subject, SubjectOf } from './subject/subject';

/** What a check finds. `unknown`: the recording lacks what the answer needs, and no grade is touched. */
export type Outcome<Evidence> =
  | { readonly kind: 'pass' }
  | { readonly kind: 'fail'; readonly evidence: Evidence }
  | { readonly kind: 'unknown'; readonly missing: Sentence };

/** One thing that is so, and how we know. */
export interface Statement {
  readonly basis: 'observed' | 'predicted' | 'cannot-tell';
  readonly text: Sentence;
  readonly places: readonly Place[];
}

/** What would mend it: the line with changes, something else to do, or both. */
export interface Fix {
  /** What to do, as a sentence. */
  readonly say: Sentence;
  /** The line to correct; null = the fix is not in a Set-Cookie line. */
  readonly line: ParsedLine | null;
  readonly changes: readonly Change[];
  readonly action: Action | null;
  /** What to look at before doing it; null = nothing. */
  readonly first: Sentence | null;
}

export interface RuleForm<Id extends string, S extends Scope, Evidence> {
  /** The file's name. */
  readonly id: Id;
  readonly scope: S;
  /** By role; a role that is not named has no such finding, unless `otherwise` says so. */
  readonly severity: SeverityTable;
  /** The remedy in a few words, for many cookies at once: "Add HttpOnly". */
  readonly title: string;
  /** Why it matters, whatever the cookie. */
  readonly why: Sentence;
  readonly links: readonly Link[];
  /** Whether the question makes sense for this subject at all. */
  readonly applies: (subject: SubjectOf<S>) => boolean;
  readonly check: (subject: SubjectOf<S>) => Outcome<Evidence>;
  /** Circumstances that make it one step less severe. */
  readonly softer?: (subject: SubjectOf<S>, evidence: Evidence) => boolean;
  /** The remedy for this subject: "Add HttpOnly to access_jwt". */
  readonly heading: (subject: SubjectOf<S>, evidence: Evidence) => Sentence;
  readonly found: (subject: SubjectOf<S>, evidence: Evidence) => readonly Statement[];
  readonly fix: (subject: SubjectOf<S>, evidence: Evidence) => Fix;
}

/** What became of one rule on one subject. */
export type RuleResult =
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'pass' }
  | { readonly kind: 'unknown'; readonly missing: Sentence }
  | { readonly kind: 'fail'; readonly severity: Severity; readonly tell: Tell };

/** The texts of a finding, made when somebody looks. */
export interface Tell {
  readonly heading: () => Sentence;
  readonly found: () => readonly Statement[];
  readonly fix: () => Fix;
}

/** A rule with its evidence's type sealed inside. */
export interface Rule<Id extends string = string> {
  readonly id: Id;
  readonly scope: Scope;
  readonly severity: SeverityTable;
  readonly title: string;
  readonly why: Sentence;
  readonly links: readonly Link[];
  /** Looks at a subject; one of another scope is not applicable. */
  readonly look: (subject: Subject) => RuleResult;
}

/** Seals a rule's form: the same checks in the same order for every rule. */
export function defineRule<const Id extends string, S extends Scope, Evidence>(form: RuleForm<Id, S, Evidence>): Rule<Id> {
  const { id, scope, severity, title, why, links } = form;
  const look = (subject: Subject): RuleResult => {
    if (!hasScope(subject, scope)) return { kind: 'not-applicable' };
    const role = roleOf(subject);
    if (!isFor(severity, role) || !form.applies(subject)) return { kind: 'not-applicable' };
    const outcome = form.check(subject);
    if (outcome.kind !== 'fail') return outcome;
    const { evidence } = outcome;
    const full = severityFor(severity, role);
    // Nobody knows what the cookie is for: what it would mean to lose it is unknown too.
    if (full === null) return { kind: 'unknown', missing: ['what the cookie is for'] };
    // What rests on a role that is hardly more than a guess weighs less.
    const guessed = full !== severity.otherwise && isUnsure(subject);
    if (guessed && full === 'note') return { kind: 'unknown', missing: ['what the cookie is for'] };
    const soft = guessed || (form.softer?.(subject, evidence) ?? false);
    return {
      kind: 'fail',
      severity: soft ? lowered(full) : full,
      tell: {
        heading: () => form.heading(subject, evidence),
        found: () => form.found(subject, evidence),
        fix: () => form.fix(subject, evidence),
      },
    };
  };
  return { id, scope, severity, title, why, links, look };
}

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

export const pass: Outcome<never> = { kind: 'pass' };
export const fail = <Evidence>(evidence: Evidence): Outcome<Evidence> => ({ kind: 'fail', evidence });
export const unknown = (missing: Sentence): Outcome<never> => ({ kind: 'unknown', missing });

export const observed = (text: Sentence, places: readonly Place[] = []): Statement => ({ basis: 'observed', text, places });
export const predicted = (text: Sentence, places: readonly Place[] = []): Statement => ({ basis: 'predicted', text, places });
export const cannotTell = (text: Sentence): Statement => ({ basis: 'cannot-tell', text, places: [] });
