import type { Row } from '../replay/rows/exchange';
import { type Chunked, runToEnd, shouldYield } from '../session/shared/chunked';
import { type KindId, kinds } from './all-kinds';
import { type FailureCase, incidentOf } from './engine/define';
import type { IncidentOf } from './engine/incident';
import type { Failure } from './scene/failure';
import { failuresIn } from './scene/failures';
import { type Scene, type SceneInputs, sceneOf } from './scene/scene';
import { signOutFailuresIn } from './scene/sign-out-failures';
import { suspectsOf } from './scene/suspects';

export type Incident = IncidentOf<KindId>;

/** What went wrong in a recording because of a cookie, and what went wrong without one in sight. */
export interface Incidents {
  /** The latest first begun. */
  readonly all: readonly Incident[];
  /** The kinds of incident that a row is part of, by its id. */
  readonly byRow: ReadonlyMap<string, ReadonlySet<KindId>>;
  /** Requests that failed and for which no cookie was found. */
  readonly unexplained: readonly Failure[];
  /** What they were looked for in. */
  readonly scene: Scene;
}

/** How many rows of one incident are kept; more are counted. */
const MOST_ROWS = 50;

/** All at once. */
export const incidentsOf = (rows: readonly Row[], known: SceneInputs): Incidents => runToEnd(incidentsInChunks(rows, known));

/**
 * Looks for incidents: joins each failed request to the cookies that it may have missed.
 * @param rows stay as they are until the last piece is done
 */
export function* incidentsInChunks(rows: readonly Row[], known: SceneInputs): Chunked<Incidents> {
  const scene = yield* sceneOf(rows, known);
  const failures = [...(yield* failuresIn(scene)), ...(yield* signOutFailuresIn(scene))];
  const found = new Map<string, Incident>();
  const unexplained: Failure[] = [];
  for (const [at, failure] of failures.entries()) {
    if (shouldYield(at) || at % 8 === 7) yield;
    const own = incidentsAt({ failure, suspects: suspectsOf(failure, scene), scene });
    if (own.length === 0) unexplained.push(failure);
    for (const incident of own) found.set(incident.id, joined(found.get(incident.id), incident));
  }
  const all = [...withoutRepeats([...found.values()])].sort((a, b) => a.since - b.since);
  return { all, byRow: rowsOf(all), unexplained, scene };
}

function rowsOf(all: readonly Incident[]): ReadonlyMap<string, ReadonlySet<KindId>> {
  const byRow = new Map<string, Set<KindId>>();
  for (const { kind, rows, chain } of all) {
    for (const id of [...rows, ...chain.map(({ row }) => row)]) {
      const known = byRow.get(id);
      if (known === undefined) byRow.set(id, new Set([kind]));
      else known.add(kind);
    }
  }
  return byRow;
}

/** The incidents of one failed request: each cookie by the first kind that explains it. */
function incidentsAt(one: FailureCase): readonly Incident[] {
  const explained = new Set<string>();
  const found: Incident[] = [];
  for (const kind of kinds) {
    // The request itself was never sent: what it would have missed nobody knows.
    if ((one.failure.consequence.kind === 'preflight') !== (kind.id === 'preflight-refused')) continue;
    if (!kind.applies(one)) continue;
    for (const each of kind.check(one)) {
      const name = each.cookie?.name ?? '';
      if (explained.has(name)) continue;
      explained.add(name);
      found.push(incidentOf(kind, each, one));
    }
  }
  return found;
}

/** What a more particular kind tells of the same cookie and cause is not told again of pages that ask to sign in. */
function withoutRepeats(found: readonly Incident[]): readonly Incident[] {
  const isTold = (each: Incident, by: Incident): boolean =>
    IN_GENERAL[each.kind]?.includes(by.kind) === true &&
    each.consequence.kind === 'to-sign-in' &&
    each.cause === by.cause &&
    each.cookie?.key != null &&
    each.cookie.key === by.cookie?.key;
  const kept = found.filter((each) => !found.some((by) => isTold(each, by)));
  return kept.map((by) => found.filter((each) => !kept.includes(each) && isTold(each, by)).reduce(absorbed, by));
}

/** Kinds that tell of a session in general, and those that tell more of it. */
const IN_GENERAL: Partial<Record<KindId, readonly KindId[]>> = {
  'sign-in-loop': ['federated-sign-in'],
  'session-lost': ['federated-sign-in', 'sign-in-loop'],
};

const absorbed = (into: Incident, { rows, times }: Incident): Incident => ({
  ...into,
  rows: [...into.rows, ...rows].slice(0, MOST_ROWS),
  times: into.times + times,
});

/** The same incident once more: it is told as it began. */
function joined(before: Incident | undefined, now: Incident): Incident {
  if (before === undefined) return now;
  const rows = before.rows.length < MOST_ROWS ? [...before.rows, ...now.rows] : before.rows;
  return { ...before, rows, times: before.times + 1 };
}
