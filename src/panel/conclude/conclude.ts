import type { Digest } from '../../analysis/facts/digest';
import { type Grades, grade } from '../../analysis/grade/grade';
import type { Row } from '../../analysis/replay/exchange';
import { type Audit, auditInPieces, siteInView } from '../../analysis/rules/audit';
import type { Pieces } from '../../analysis/session/pieces';
import { type Sessions, sessionsInPieces } from '../../analysis/session/sign-in';

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

/**
 * @param rows stay as they are until the last piece is done
 * @returns null where no page was opened yet, so that there is no site to speak of
 */
export function* conclude(rows: readonly Row[], version: number, digest: Digest | null): Pieces<Conclusions | null> {
  const site = siteInView(rows);
  if (site === null) return null;
  const sessions = yield* sessionsInPieces(rows, digest);
  const audited = yield* auditInPieces(rows, site, sessions);
  yield;
  return { version, site, sessions, audit: audited, grades: grade(audited) };
}
