import '../../words/all-words';
import type { Profile } from '../../analysis/engine/base/profile';
import type { Digest, Digests } from '../../analysis/facts/digest';
import { type Grades, grade } from '../../analysis/grade/grade';
import { type Incidents, incidentsInChunks } from '../../analysis/incidents/incidents';
import type { Row } from '../../analysis/replay/rows/exchange';
import { type Audit, auditInChunks, siteInView } from '../../analysis/rules/audit';
import { type AccountSession, chosenSession, type SessionChoice } from '../../analysis/session/account-sessions';
import { type Sessions, sessionsInChunks } from '../../analysis/session/sessions';
import type { Chunked } from '../../analysis/session/shared/chunked';
import { valuesCompared } from '../../analysis/session/values-compared';

/** What is concluded of a whole recording: roles, sign-ins, findings, grades, incidents. */
export interface AnalysisResult {
  /** Of which rows: the replay's version. */
  readonly version: number;
  /** The site that is looked at, chosen or in view: registrable domain or host. */
  readonly site: string;
  /** The one session of the site that is looked at; null = all of them. */
  readonly session: AccountSession | null;
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
  /** What the reader chose to look at; null = the site in view. */
  readonly choice?: SessionChoice | null;
  /** What was concluded of the same rows for another choice; null = nothing. */
  readonly known?: AnalysisResult | null;
}

/** The analysis in pieces of a few milliseconds; a piece that is a promise is to be waited for. */
export type Analyzing = Generator<Promise<void> | undefined, AnalysisResult | null>;

/** @returns null where no page was opened yet, so that there is no site to speak of */
export function* analyze(
  { rows, version, profile, choice = null, known = null }: AnalysisInput,
  digest: Digest | null,
): Chunked<AnalysisResult | null> {
  const inView = siteInView(rows);
  if (inView === null) return null;
  const sessions = known?.sessions ?? (yield* sessionsInChunks(rows, digest));
  const session = chosenSession(sessions, choice);
  const site = sessions.sites.find((each) => each.site === choice?.site)?.site ?? inView;
  const audited = yield* auditInChunks(rows, site, sessions, session?.signIn ?? null);
  yield;
  const grades = grade(audited);
  yield;
  const incidents = known?.incidents ?? (yield* incidentsInChunks(rows, { sessions, digest, browser: profile }));
  return { version, site, session, sessions, audit: audited, grades, incidents, digest };
}

/** The same with digests that may have to be made first. */
export function* analyzeWith(digests: Digests, input: AnalysisInput): Analyzing {
  if (input.known) return yield* analyze(input, digests.of);
  const compared = yield* valuesCompared(input.rows);
  const missing = [...compared].filter((value) => digests.of(value) === null);
  if (missing.length > 0) yield digests.make(missing);
  return yield* analyze(input, digests.of);
}
