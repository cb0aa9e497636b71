import '../../words/all-words';
import { say, sayCount } from '../../words/catalogue';
import { listText } from '../../words/format';
import { printable } from '../../words/printable';
import type { Report, ReportedFinding, ReportedIncident, ReportedRecording, ReportedRemedy } from '../model/report-schema';
import {
  clockText,
  countsText,
  gradedSiteText,
  hasFailed,
  headingOf,
  leftOutTexts,
  shownFindings,
  shownIncidents,
} from './report-words';

/** How a piece of text stands out on a terminal; where there are no colours, each gives its text back. */
export type Paint = Readonly<Record<'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan', (text: string) => string>>;

const asItIs = (text: string): string => text;

/** Where there are no colours. */
export const NO_PAINT: Paint = { bold: asItIs, dim: asItIs, red: asItIs, yellow: asItIs, green: asItIs, cyan: asItIs };

const INDENT = '    ';

/** A report for a terminal, the files aside that were not read: they are said on standard error. Empty where none was. */
export function textReport(report: Report, paint: Paint): string {
  const blocks = [...report.recordings.map((recording) => recordingText(recording, paint)), outcomeText(report, paint)];
  const text = blocks.filter((block) => block !== '').join('\n\n');
  return text === '' ? '' : `${text}\n`;
}

function recordingText(recording: ReportedRecording, paint: Paint): string {
  const { file, requests, sites, notes } = recording;
  const heading = (text: string) => paint.bold(text);
  const incidents = shownIncidents(recording);
  const findings = shownFindings(recording);
  const story = sites.flatMap(({ story: moments }) => moments);
  return [
    `${heading(printable(file))}  ${paint.dim(sayCount('audit.requests', requests))}`,
    sites.map((site) => printable(gradedSiteText(site))).join('\n'),
    notes.map((note) => paint.dim(printable(note))).join('\n'),
    story.length === 0
      ? say('audit.no-sign-in')
      : [
          heading(say('audit.story')),
          ...story.map(({ at, title }) => `  ${clockText(at).padStart(7)}  ${printable(title)}`),
        ].join('\n'),
    incidents.length === 0
      ? say('audit.no-incidents')
      : [heading(say('audit.incidents-head')), ...incidents.map((one) => incidentText(one, paint))].join('\n'),
    findings.length === 0
      ? say('findings.nothing')
      : [heading(say('audit.findings-head')), ...findings.map((one) => findingText(one, paint))].join('\n'),
    [listText(countsText(recording)), ...leftOutTexts(recording)].join('\n'),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

function incidentText(incident: ReportedIncident, paint: Paint): string {
  const { heading, confidence, times, why, statements, rivals, remedy } = incident;
  const head = `  ${paint.red('!')} ${printable(heading)}`;
  const often = times > 1 ? [sayCount('audit.times', times)] : [];
  const facts = listText([say(`incident.confidence.${confidence}`), ...often]);
  return [
    `${head}  ${paint.dim(facts)}`,
    ...statements.map((each) => statementText(each, paint)),
    `${INDENT}${paint.dim(printable(why))}`,
    ...(rivals.length === 0 ? [] : [`${INDENT}${printable(say('audit.rivals', { rivals: listText(rivals) }))}`]),
    ...(remedy === null ? [] : remedyText(remedy, paint)),
  ].join('\n');
}

const COLOUR = { error: 'red', warning: 'yellow', note: 'cyan' } as const;

function findingText(finding: ReportedFinding, paint: Paint): string {
  const { severity, rule, statements, remedy } = finding;
  const mark = paint[COLOUR[severity]](say(`finding.severity.${severity}`).padEnd(6));
  return [
    `  ${mark}  ${printable(headingOf(finding))}  ${paint.dim(rule)}`,
    ...statements.map((each) => statementText(each, paint)),
    ...remedyText(remedy, paint),
  ].join('\n');
}

const statementText = ({ basis, text }: ReportedFinding['statements'][number], paint: Paint): string =>
  `${INDENT}${printable(text)}  ${paint.dim(`[${say(`evidence.${basis}`)}]`)}`;

const remedyText = ({ advice, precaution, settings }: ReportedRemedy, paint: Paint): readonly string[] => [
  `${INDENT}${paint.green('→')} ${printable(advice)}`,
  ...(precaution === null ? [] : [`${INDENT}  ${printable(precaution)}`]),
  ...settings.map((line) => `${INDENT}  ${paint.dim(printable(line))}`),
];

function outcomeText(report: Report, paint: Paint): string {
  if (report.recordings.length === 0) return '';
  if (!hasFailed(report)) return paint.green(say('audit.passed'));
  return [paint.red(say('audit.failed')), ...report.failures.map((failure) => `  ${printable(failure)}`)].join('\n');
}
