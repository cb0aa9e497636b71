import '../../words/all-words';
import type { Fact } from '../../analysis/facts/fact';
import { type AnalysisOptions, analysed } from './analysed';
import type { ReportedRecording } from './report-schema';
import { reportedFindings } from './reported-finding';
import { reportedFlow } from './reported-flow';
import { reportedIncident } from './reported-incident';
import { reportedSite } from './reported-site';

/** What is told of one recording, everything of it new; null = no page was opened, so there is no site to speak of. */
export function reportedRecording(
  facts: readonly Fact[],
  { file, notes }: Pick<ReportedRecording, 'file' | 'notes'>,
  options: AnalysisOptions,
): ReportedRecording | null {
  const recording = analysed(facts, options);
  if (recording === null) return null;
  const { replay, sites, incidents } = recording;
  return {
    file,
    requests: replay.requestCount(),
    profile: replay.profile,
    notes,
    sites: sites.map((site) => reportedSite(site, recording)),
    incidents: incidents.all.map(reportedIncident),
    findings: sites.flatMap(reportedFindings),
    budgets: [],
    flow: reportedFlow(recording),
  };
}
