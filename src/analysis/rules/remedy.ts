import type { Bytes, Instant } from '../facts/units';
import { correct, corrected, type Edit } from '../fixes/correct';
import type { FrameworkId } from '../fixes/framework';
import { frameworks } from '../fixes/frameworks';
import { frameworkOf } from '../fixes/recognise';
import { actionLines, type Snippet, snippet } from '../fixes/snippet';
import { changedBy, wanted } from '../fixes/wanted';
import type { ParsedLine, SetCookie } from '../header/parsed-line';
import { parseSetCookie } from '../header/set-cookie';
import type { Finding } from './audit';
import { lineFor } from './form/mend';
import type { Sentence } from './form/sentence';
import type { CookieSubject, LineSubject, Subject } from './subject/subject';
import type { Subjects } from './subject/subjects';

/** What would mend a finding, ready to be shown. */
export interface Remedy {
  readonly say: Sentence;
  /** What to look at before; null = nothing. */
  readonly first: Sentence | null;
  /** The corrected line in runs; null = no line to correct. */
  readonly edits: readonly Edit[] | null;
  /** The framework that the site was recognised to use; null = none was. */
  readonly recognised: FrameworkId | null;
  /** The settings of a framework that make it so; both parts null = it has none for this. */
  readonly settings: (framework: FrameworkId) => Settings;
}

export interface Settings {
  readonly snippet: Snippet | null;
  /** Lines of code for what is not an attribute. */
  readonly action: readonly string[] | null;
}

/** The remedy of one finding. @param subjects of the same audit, by which the framework is recognised */
export function remedyOf(finding: Finding, subjects: Subjects): Remedy {
  const { say, first, line, changes, action } = finding.tell.fix();
  const edits = line === null || changes.length === 0 ? null : correct(line, changes);
  const meant = edits === null ? lineOf(finding.subject) : parseSetCookie(corrected(edits) as Bytes);
  const changed = changedBy(changes);
  const use = roleOf(finding.subject) === 'session-id' ? 'session' : 'cookie';
  return {
    say,
    first,
    edits,
    recognised: recognise(finding.subject, subjects),
    settings: (id) => {
      const framework = frameworks[id];
      const cookie = meant === null ? null : wanted(meant, timeOf(finding.subject));
      const lines = action === null ? [] : actionLines(framework, action, cookie ?? NO_COOKIE);
      return {
        snippet:
          cookie === null || changed.length === 0 || isDeletion(finding.subject)
            ? null
            : snippet(framework, use, cookie, changed),
        action: lines.length === 0 ? null : lines,
      };
    },
  };
}

/** One line with the corrections of several findings on the same cookie. */
export function correctAll(line: ParsedLine, findings: readonly Finding[]): readonly Edit[] {
  return correct(
    line,
    findings.flatMap(({ tell }) => {
      const fix = tell.fix();
      return fix.line?.line === line.line ? fix.changes : [];
    }),
  );
}

const NO_COOKIE = wanted(parseSetCookie('sid=; Path=/; Secure; HttpOnly; SameSite=Lax' as Bytes), 0 as Instant);

function lineOf(subject: Subject): SetCookie | null {
  if (subject.kind === 'line') return subject.read;
  if (subject.kind === 'cookie') return lineFor(subject);
  const carrier = subject.kind === 'session' ? subject.signIn.carriers[0] : undefined;
  const cookie = carrier === undefined || subject.kind !== 'session' ? null : subject.cookieOf(carrier.life.key);
  return cookie === null ? null : lineFor(cookie);
}

/** What deletes a cookie is a call of its own everywhere, not a setting. */
const isDeletion = (subject: Subject): boolean => subject.kind === 'line' && subject.deletes;

const timeOf = (subject: Subject): Instant =>
  subject.kind === 'line' ? subject.exchange.at : subject.kind === 'cookie' ? (subject.lines[0]?.exchange.at ?? ZERO) : ZERO;

const ZERO = 0 as Instant;

const roleOf = (subject: Subject): string | null =>
  subject.kind === 'session' ? 'session-id' : subject.kind === 'site' ? null : subject.role.role;

/** By the cookie itself, else by what most of the site’s cookies show. */
function recognise(subject: Subject, { cookies }: Subjects): FrameworkId | null {
  const own = subject.kind === 'cookie' || subject.kind === 'line' ? byRole(subject) : null;
  if (own !== null) return own;
  if ((subject.kind === 'cookie' || subject.kind === 'line') && subject.party === 'third') return null;
  const votes = new Map<FrameworkId, number>();
  for (const cookie of cookies) {
    const id = cookie.party === 'own' ? byRole(cookie) : null;
    if (id !== null) votes.set(id, (votes.get(id) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

const byRole = ({ role }: CookieSubject | LineSubject): FrameworkId | null => frameworkOf(role.framework);
