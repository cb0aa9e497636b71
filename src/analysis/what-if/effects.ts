import type { Digest } from '../facts/digest';
import { type Grades, grade } from '../grade/grade';
import { type Incident, type Incidents, incidentsInChunks } from '../incidents/incidents';
import type { Row } from '../replay/rows/exchange';
import { type Audit, auditInChunks, type Finding } from '../rules/audit';
import { cookieKey } from '../session/cookies/cookie-key';
import type { Sessions } from '../session/sessions';
import type { Chunked } from '../session/shared/chunked';
import type { Moment } from '../story/moment';
import { storiesOf } from '../story/moments';
import type { Predicted } from './predict';

/** What was concluded of the recording as it is. */
export interface AnalysedRecording {
  readonly rows: readonly Row[];
  readonly site: string;
  readonly sessions: Sessions;
  readonly audit: Audit;
  readonly grades: Grades;
  readonly incidents: Incidents;
  readonly digest: Digest | null;
}

/** What would be there, and how it differs from what is. */
interface Difference<T> {
  readonly now: readonly T[];
  readonly goes: readonly T[];
  readonly comes: readonly T[];
}

/** What would follow from edited lines for everything that is concluded of a recording. */
export interface Effects {
  readonly incidents: Difference<Incident>;
  /** Of the site's own. */
  readonly findings: Difference<Finding>;
  /** Steps of the stories that rest on a request or a line that would go otherwise: whether they would happen is not known. */
  readonly steps: readonly Moment[];
  /** How many steps there are. */
  readonly allSteps: number;
  readonly grade: Grades['site'];
}

/**
 * Asks rules and incidents about the recording as it would be. What each cookie is for, and who signed in, stays as it was
 * concluded of what really happened.
 */
export function* effectsOf(predicted: Predicted, concluded: AnalysedRecording): Chunked<Effects> {
  const { site, digest, audit, incidents } = concluded;
  const sessions = withMovedRoles(concluded.sessions, predicted, concluded.rows);
  const audited = yield* auditInChunks(predicted.rows, site, sessions);
  yield;
  const found = yield* incidentsInChunks(predicted.rows, { sessions, digest, browser: predicted.terms.profile });
  yield;
  const moments = storiesOf(concluded.sessions, concluded.rows).flatMap((story) => story.moments);
  const touched = new Set([...predicted.requests.loses, ...predicted.requests.gains, ...predicted.otherOutcome]);
  return {
    incidents: difference(incidents.all, found.all, incidentKey),
    findings: difference(audit.findings.filter(isOwn), audited.findings.filter(isOwn), findingKey),
    steps: moments.filter(({ exchanges }) => exchanges.some((id) => touched.has(id))),
    allSteps: moments.length,
    grade: grade(audited).site,
  };
}

/** A line that moves a cookie to another path or host does not change what it is for. */
function withMovedRoles(sessions: Sessions, { rows }: Predicted, recorded: readonly Row[]): Sessions {
  const roles = new Map(sessions.roles);
  for (const [at, row] of rows.entries()) {
    const before = recorded[at];
    if (row === before || row.kind !== 'exchange' || before?.kind !== 'exchange') continue;
    for (const [index, { target, result }] of row.lines.entries()) {
      const old = before.lines[index];
      const role = old && sessions.roles.get(cookieKey(old.result ?? old.target));
      const key = cookieKey(result ?? target);
      if (role !== undefined && !roles.has(key)) roles.set(key, role);
    }
  }
  return { ...sessions, roles };
}

const isOwn = ({ party }: Finding): boolean => party === 'own';

/** The same fault of the same cookie, wherever that is kept. */
const findingKey = ({ rule, cookie }: Finding): string =>
  `${rule}\t${cookie === null ? '' : cookie.slice(0, cookie.indexOf('\t'))}`;
const incidentKey = ({ kind, cookie }: Incident): string => `${kind}\t${cookie?.name ?? ''}`;

function difference<T>(before: readonly T[], now: readonly T[], keyOf: (one: T) => string): Difference<T> {
  const [were, are] = [new Set(before.map(keyOf)), new Set(now.map(keyOf))];
  return {
    now,
    goes: before.filter((one) => !are.has(keyOf(one))),
    comes: now.filter((one) => !were.has(keyOf(one))),
  };
}
