import type { Digest } from '../../analysis/facts/digest';
import { type Grades, grade } from '../../analysis/grade/grade';
import type { Row } from '../../analysis/replay/exchange';
import { type Audit, audit, siteInView } from '../../analysis/rules/audit';
import { type Sessions, sessionsOf } from '../../analysis/session/sign-in';

/** What is concluded of a whole recording: roles, sign-ins, findings, grades. */
export interface Conclusions {
  /** Of which rows: the replay's version. */
  readonly version: number;
  /** The site in view: registrable domain or host. */
  readonly site: string;
  readonly sessions: Sessions;
  readonly audit: Audit;
  readonly grades: Grades;
}

/** @returns null where no page was opened yet, so that there is no site to speak of */
export function conclude(rows: readonly Row[], version: number, digest: Digest | null): Conclusions | null {
  const site = siteInView(rows);
  if (site === null) return null;
  const sessions = sessionsOf(rows, digest);
  const audited = audit(rows, site, sessions);
  return { version, site, sessions, audit: audited, grades: grade(audited) };
}
