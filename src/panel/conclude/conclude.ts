import type { Digest, Digests } from '../../analysis/facts/digest';
import { type Grades, grade } from '../../analysis/grade/grade';
import type { Row } from '../../analysis/replay/exchange';
import { type Audit, auditInPieces, siteInView } from '../../analysis/rules/audit';
import { valuesCompared } from '../../analysis/session/correlation';
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

/** The same with digests that may have to be made first: a piece that is a promise is to be waited for. */
export function* concludeWith(digests: Digests, rows: readonly Row[], version: number): Concluding {
  const compared = yield* valuesCompared(rows);
  const missing = [...compared].filter((value) => digests.of(value) === null);
  if (missing.length > 0) yield digests.make(missing);
  return yield* conclude(rows, version, digests.of);
}

export type Concluding = Generator<Promise<void> | undefined, Conclusions | null>;
