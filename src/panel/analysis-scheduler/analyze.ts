import '../../words/all-words';
import type { Profile } from '../../analysis/engine/base/profile';
import type { Digest, Digests } from '../../analysis/facts/digest';
import { type Grades, grade } from '../../analysis/grade/grade';
import { type Incidents, incidentsInChunks } from '../../analysis/incidents/incidents';
import type { Row } from '../../analysis/replay/rows/exchange';
import { type Audit, auditInChunks, siteInView } from '../../analysis/rules/audit';
import { type Sessions, sessionsInChunks } from '../../analysis/session/sessions';
import type { Chunked } from '../../analysis/session/shared/chunked';
import { valuesCompared } from '../../analysis/session/values-compared';

/** What is concluded of a whole recording: roles, sign-ins, findings, grades, incidents. */
export interface AnalysisResult {
  /** Of which rows: the replay's version. */
  readonly version: number;
  /** The site in view: registrable domain or host. */
  readonly site: string;
  readonly sessions: Sessions;
  readonly audit: Audit;
  readonly grades: Grades;
  readonly incidents: Incidents;
  /** Of the recording; null = values cannot be compared. */
  readonly digest: Digest | null;
}

/** A recording as it is analyzed. */
export interface AnalysisInput {
  /** They stay as they are until the last piece is done. */
  readonly rows: readonly Row[];
  /** The replay's version. */
  readonly version: number;
  /** Of the browser recorded. */
  readonly profile: Profile;
}

/** The analysis in pieces of a few milliseconds; a piece that is a promise is to be waited for. */
export type Analyzing = Generator<Promise<void> | undefined, AnalysisResult | null>;

/** @returns null where no page was opened yet, so that there is no site to speak of */
export function* analyze({ rows, version, profile }: AnalysisInput, digest: Digest | null): Chunked<AnalysisResult | null> {
  const site = siteInView(rows);
  if (site === null) return null;
  const sessions = yield* sessionsInChunks(rows, digest);
  const audited = yield* auditInChunks(rows, site, sessions);
  yield;
  const grades = grade(audited);
  yield;
  const incidents = yield* incidentsInChunks(rows, { sessions, digest, browser: profile });
  return { version, site, sessions, audit: audited, grades, incidents, digest };
}

/** The same with digests that may have to be made first. */
export function* analyzeWith(digests: Digests, input: AnalysisInput): Analyzing {
  const compared = yield* valuesCompared(input.rows);
  const missing = [...compared].filter((value) => digests.of(value) === null);
  if (missing.length > 0) yield digests.make(missing);
  return yield* analyze(input, digests.of);
}
