import { instant } from '../../analysis/engine/base/units';
import type { Digest } from '../../analysis/facts/digest';
import type { Fact, RecorderStarted } from '../../analysis/facts/fact';
import { type Grades, grade } from '../../analysis/grade/grade';
import { type Incidents, incidentsOf } from '../../analysis/incidents/incidents';
import { Replay } from '../../analysis/replay/replay';
import type { ReplayOptions } from '../../analysis/replay/replay-options';
import { type Audit, auditInChunks, siteInView } from '../../analysis/rules/audit';
import { type Sessions, sessionsInChunks } from '../../analysis/session/sessions';
import { runToEnd } from '../../analysis/session/shared/chunked';
import { sitesIn } from './sites-in';

/** Long after the last fact: what waits for an observation gets none. */
const LATER = 60_000;

export interface AnalysisOptions {
  /** Of the recording. */
  readonly digest: Digest;
  /** Hosts of the user's own beside the site in view. */
  readonly ownHosts: readonly string[];
  /** Whose rules the predictions follow; null = those of the browser recorded. */
  readonly browser: RecorderStarted['browser'] | null;
  /** What to assume of third-party cookies where the recording does not tell; null = nothing. */
  readonly thirdParty: ReplayOptions['thirdParty'] | null;
}

/** One site of the user's own, with what the rules say of it. */
export interface AnalysedSite {
  readonly site: string;
  readonly audit: Audit;
  readonly grades: Grades;
}

export interface Analysed {
  readonly replay: Replay;
  readonly start: number;
  readonly sessions: Sessions;
  readonly incidents: Incidents;
  /** The site in view first. */
  readonly sites: readonly AnalysedSite[];
}

/** The analysis of the panel, for every site that is the user's own; null = no page was opened, so there is no site to speak of. */
export function analysed(facts: readonly Fact[], options: AnalysisOptions): Analysed | null {
  const { digest, ownHosts } = options;
  const replay = replayOf(facts, options);
  const { rows, profile } = replay;
  const inView = siteInView(rows);
  if (inView === null) return null;
  const sessions = runToEnd(sessionsInChunks(rows, digest));
  const sites = sitesIn(rows, inView, ownHosts).map((site): AnalysedSite => {
    const audit = runToEnd(auditInChunks(rows, site, sessions));
    return { site, audit, grades: grade(audit) };
  });
  const incidents = incidentsOf(rows, { sessions, digest, browser: profile });
  return { replay, start: facts[0]?.at ?? 0, sessions, incidents, sites };
}

/** The whole recording, replayed. */
export function replayOf(
  facts: readonly Fact[],
  { digest, browser, thirdParty }: Pick<AnalysisOptions, 'digest' | 'browser' | 'thirdParty'>,
): Replay {
  const replay = new Replay({ digest, ...(thirdParty === null || thirdParty === undefined ? {} : { thirdParty }) });
  replay.add(browser === null ? facts : facts.map((fact) => withBrowser(fact, browser)));
  return replay.settle(instant(facts.reduce((latest, { at }) => Math.max(latest, at), 0) + LATER));
}

const withBrowser = (fact: Fact, browser: RecorderStarted['browser']): Fact =>
  fact.kind === 'recorder-started' ? { ...fact, browser } : fact;
