import '../../words/all-words';
import { say, sayCount } from '../../words/catalogue';
import { listText } from '../../words/format';
import type { Report, ReportedFinding, ReportedIncident, ReportedRecording } from '../model/report-schema';
import { countsText, gradedSiteText, hasFailed, headingOf, leftOutTexts, shownFindings, shownIncidents } from './told';

/** A report in GitHub's Markdown, for a pull request or the summary of a job. */
export function markdownReport(report: Report): string {
  const outcome = `**${say(hasFailed(report) ? 'audit.failed' : 'audit.passed')}**`;
  return `${[
    `# ${say('audit.title')}`,
    [outcome, ...report.failures.map((failure) => `- ${escaped(failure)}`)].join('\n'),
    ...report.recordings.map(recordingText),
    ...report.unread.map(({ file, why }) => escaped(say('audit.unread', { file, why }))),
    say('audit.no-values'),
  ].join('\n\n')}\n`;
}

function recordingText(recording: ReportedRecording): string {
  const { file, sites, requests, notes } = recording;
  const incidents = shownIncidents(recording);
  const findings = shownFindings(recording);
  return [
    `## ${escaped(file)}`,
    [
      ...sites.map((site) => `- ${escaped(gradedSiteText(site))}`),
      `- ${listText([sayCount('audit.requests', requests), ...countsText(recording)])}`,
    ].join('\n'),
    ...(incidents.length === 0 ? [] : [`### ${say('audit.incidents-head')}`, ...incidents.map(incidentText)]),
    ...(findings.length === 0 ? [] : [`### ${say('audit.findings-head')}`, findingsTable(findings)]),
    ...[...leftOutTexts(recording), ...notes].map(escaped),
  ].join('\n\n');
}

const incidentText = ({ heading, confidence, statements, remedy }: ReportedIncident): string =>
  [
    `**${escaped(heading)}** (${say(`incident.confidence.${confidence}`)})`,
    '',
    ...statements.map(({ basis, text }) => `- ${escaped(text)} _${say(`evidence.${basis}`)}_`),
    ...(remedy === null ? [] : [`- **${say('audit.fix')}**: ${escaped(remedy.advice)}`]),
  ].join('\n');

function findingsTable(findings: readonly ReportedFinding[]): string {
  const head = [say('audit.severity'), say('audit.findings-head'), say('audit.what'), say('audit.rule')];
  const rows = findings.map((finding) => [
    say(`finding.severity.${finding.severity}`),
    escaped(headingOf(finding)),
    escaped(finding.remedy.advice),
    `\`${finding.rule}\``,
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What Markdown or HTML would take for its own is escaped. */
const escaped = (text: string): string =>
  text.replace(/[\x00-\x1f\x7f]/g, ' ').replace(/[\\`*_{}[\]<>()#|~&@]/g, (char) => (char === '@' ? '&#64;' : `\\${char}`));
