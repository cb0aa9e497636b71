import type { Log, ReportingDescriptor, Result } from 'sarif';
import { kinds } from '../../analysis/incidents/all-kinds';
import { plain } from '../../analysis/rules/engine/sentence';
import { rules } from '../../analysis/rules/registry';
import type { Report, ReportedFinding, ReportedIncident, ReportedRecording } from '../model/report-schema';
import { headingOf } from './report-words';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/**
 * A report as SARIF 2.1.0, for code scanning: a finding keeps its alert as long as rule and cookie are the same, whatever else
 * the recording holds.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport(report: Report, version: string): string {
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Cookie Flow', version, rules: descriptors() } },
        columnKind: 'utf16CodeUnits',
        results: report.recordings.flatMap(resultsOf),
        invocations: [
          {
            executionSuccessful: report.unread.length === 0,
            toolExecutionNotifications: report.unread.map(({ file, why }) => ({
              level: 'error',
              message: { text: why },
              locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
            })),
          },
        ],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const resultsOf = (recording: ReportedRecording): readonly Result[] => [
  ...recording.findings.map(
    (finding): Result => ({
      ruleId: finding.rule,
      level: finding.severity,
      message: { text: sentencesOf(headingOf(finding), finding, finding.remedy.advice) },
      ...placeOf(recording, finding, finding.cookie?.name ?? null),
    }),
  ),
  ...recording.incidents.map(
    (incident): Result => ({
      ruleId: incidentRule(incident.kind),
      level: incident.confidence === 'possible' ? 'note' : 'error',
      message: { text: sentencesOf(incident.heading, incident, incident.remedy?.advice ?? '') },
      ...placeOf(recording, incident, incident.cookie),
    }),
  ),
];

type Fault = ReportedFinding | ReportedIncident;

const sentencesOf = (heading: string, { statements }: Fault, advice: string): string =>
  [heading, ...statements.map(({ text }) => text), advice].filter((each) => each !== '').join('\n');

/** Where it is, by what it is known again, and whether it was known or is accepted. */
function placeOf({ file }: ReportedRecording, fault: Fault, cookie: string | null): Omit<Result, 'message'> {
  const { fingerprint, site, standing, reason } = fault;
  const logical = [
    { name: site, kind: 'namespace' },
    ...(cookie === null ? [] : [{ name: cookie, fullyQualifiedName: `${site}/${cookie}`, kind: 'member' }]),
  ];
  return {
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: 1 } },
        logicalLocations: logical,
      },
    ],
    // GitHub tells alerts apart by the first name alone.
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'cookieIdentity/v1': fingerprint },
    ...(standing === 'known' ? { baselineState: 'unchanged' as const } : {}),
    ...(reason === null ? {} : { suppressions: [{ kind: 'external' as const, justification: reason }] }),
  };
}

const incidentRule = (kind: string): string => `incident/${kind}`;

const descriptors = (): ReportingDescriptor[] => [
  ...rules.map(
    ({ id, title, why, links }): ReportingDescriptor => ({
      id,
      shortDescription: { text: title },
      fullDescription: { text: plain(why) },
      help: { text: plain(why) },
      ...(links[0] === undefined ? {} : { helpUri: links[0].url }),
    }),
  ),
  ...kinds.map(
    ({ id, name, why, links }): ReportingDescriptor => ({
      id: incidentRule(id),
      shortDescription: { text: name },
      fullDescription: { text: plain(why) },
      help: { text: plain(why) },
      ...(links[0] === undefined ? {} : { helpUri: links[0].url }),
    }),
  ),
];

/** A path as a relative reference. */
const uriOf = (file: string): string => file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
