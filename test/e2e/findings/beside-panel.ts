import { instant } from '../../../src/analysis/engine/base/units';
import type { Digest } from '../../../src/analysis/facts/digest';
import type { Fact } from '../../../src/analysis/facts/fact';
import { Replay } from '../../../src/analysis/replay/replay';
import { plain } from '../../../src/analysis/rules/engine/sentence';
import { runToEnd } from '../../../src/analysis/session/shared/chunked';
import { auditedAddress } from '../../../src/cli/audit/audited-address';
import { exportRecording } from '../../../src/formats/export-recording';
import { analyze } from '../../../src/panel/analysis-scheduler/analyze';
import { digestKey, digestUnder } from '../../../src/platform/digest';
import { type FileReport, reportOn } from '../../../src/report/report-on';

/** Findings and incidents, each by its rule or kind and its heading. */
export type Conclusions = readonly string[];

const LATER = 60_000;

/** What the panel concludes of a recording: by its own analysis, under the recording's own key. */
export function panelConclusions(facts: readonly Fact[], digest: Digest): Conclusions {
  const replay = new Replay({ digest }).add(facts);
  replay.settle(instant(facts.reduce((latest, { at }) => Math.max(latest, at), 0) + LATER));
  const result = runToEnd(analyze({ rows: replay.rows, version: 0, profile: replay.profile }, digest));
  if (result === null) return ['nothing'];
  const findings = result.audit.findings.filter(({ party }) => party === 'own');
  return [
    ...findings.map(({ rule, texts }) => `${rule}: ${plain(texts.heading())}`),
    ...result.incidents.all.map(({ kind, heading }) => `${kind}: ${plain(heading)}`),
  ];
}

/** What `cookie-flow audit` tells of the same recording: exported to a file, and read by somebody who has not its key. */
export function terminalConclusions(facts: readonly Fact[], digest: Digest): Conclusions {
  const { text } = exportRecording(facts, 'recording', { digest, redaction: null });
  const options = { digest: digestUnder(digestKey()), ownHosts: [], browser: null, thirdParty: null };
  return told(reportOn(new TextEncoder().encode(text), 'recording.json', options));
}

/** What `cookie-flow audit URL` tells where its recorder, which is that of the panel, has recorded the same. */
export async function visitConclusions(facts: readonly Fact[], key: string): Promise<Conclusions> {
  const captured = { facts, key, thirdParty: null, open: 0, dropped: 0 };
  const options = { ownHosts: [], browser: null, thirdParty: null };
  return told(await auditedAddress('http://shop.localhost/', async () => captured, options));
}

function told(report: FileReport): Conclusions {
  if (report.kind === 'refused') return [report.why];
  const { findings, incidents } = report.recording;
  return [
    ...findings.map(({ rule, heading }) => `${rule}: ${heading}`),
    ...incidents.map(({ kind, heading }) => `${kind}: ${heading}`),
  ];
}
