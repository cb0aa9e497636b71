import type { Instant } from '../engine/base/units';
import type { SetCookie } from '../engine/header/parsed-line';
import type { FrameworkId } from '../fixes/frameworks/framework';
import { frameworkOf } from '../fixes/recognise';
import type { Finding } from './audit';
import { lineFor } from './engine/fix';
import { type Remedy, remedyOfFix } from './remedy-of-fix';
import type { CookieSubject, LineSubject, Subject } from './subject/subject';
import type { Subjects } from './subject/subjects';

/**
 * The remedy of one finding: the only way from a finding to its fix.
 * @param subjects of the same audit, by which the framework is recognised
 */
export function remedyOf({ subject, cookie, texts }: Finding, subjects: Subjects): Remedy {
  return remedyOfFix(texts.fix(), {
    rows: subjects.rows,
    key: cookie,
    line: lineOf(subject),
    at: timeOf(subject),
    use: roleOf(subject) === 'session-id' ? 'session' : 'cookie',
    isDeletion: subject.kind === 'line' && subject.deletes,
    recognised: recognise(subject, subjects),
  });
}

function lineOf(subject: Subject): SetCookie | null {
  if (subject.kind === 'line') return subject.read;
  if (subject.kind === 'cookie') return lineFor(subject);
  const carrier = subject.kind === 'session' ? subject.signIn.carriers[0] : undefined;
  const cookie = carrier === undefined || subject.kind !== 'session' ? null : subject.cookieOf(carrier.life.key);
  return cookie === null ? null : lineFor(cookie);
}

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
