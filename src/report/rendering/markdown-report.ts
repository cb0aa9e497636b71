import '../../words/all-words';
import { escapedMarkdown } from '../../formats/recording/escaped-markdown';
import { say, sayCount } from '../../words/catalogue';
import { listText } from '../../words/format';
import type { Report, ReportedFinding, ReportedIncident, ReportedRecording } from '../model/report-schema';
import { countsText, gradedSiteText, hasFailed, headingOf, leftOutTexts, shownFindings, shownIncidents } from './report-words';

/** A report in GitHub's Markdown, for a pull request or the summary of a job. */
export function markdownReport(report: Report): string {
  const outcome = `**${say(hasFailed(report) ? 'audit.failed' : 'audit.passed')}**`;
  return `${[
    `# ${say('audit.title')}`,
    [outcome, ...report.failures.map((failure) => `- ${escapedMarkdown(failure)}`)].join('\n'),
    ...report.recordings.map(recordingText),
    ...report.unread.map(({ file, why }) => escapedMarkdown(say('audit.unread', { file, why }))),
    say('audit.no-values'),
  ].join('\n\n')}\n`;
}

function recordingText(recording: ReportedRecording): string {
  const { file, sites, requests, notes } = recording;
  const incidents = shownIncidents(recording);
  const findings = shownFindings(recording);
  return [
    `## ${escapedMarkdown(file)}`,
    [
      ...sites.map((site) => `- ${escapedMarkdown(gradedSiteText(site))}`),
      `- ${listText([sayCount('audit.requests', requests), ...countsText(recording)])}`,
    ].join('\n'),
    ...(incidents.length === 0 ? [] : [`### ${say('audit.incidents-head')}`, ...incidents.map(incidentText)]),
    ...(findings.length === 0 ? [] : [`### ${say('audit.findings-head')}`, findingsTable(findings)]),
    ...[...leftOutTexts(recording), ...notes].map(escapedMarkdown),
  ].join('\n\n');
}

const incidentText = ({ heading, confidence, statements, remedy }: ReportedIncident): string =>
  [
    `**${escapedMarkdown(heading)}** (${say(`incident.confidence.${confidence}`)})`,
    '',
    ...statements.map(({ basis, text }) => `- ${escapedMarkdown(text)} _${say(`evidence.${basis}`)}_`),
    ...(remedy === null ? [] : [`- **${say('audit.fix')}**: ${escapedMarkdown(remedy.advice)}`]),
  ].join('\n');

function findingsTable(findings: readonly ReportedFinding[]): string {
  const head = [say('audit.severity'), say('audit.findings-head'), say('audit.what'), say('audit.rule')];
  const rows = findings.map((finding) => [
    say(`finding.severity.${finding.severity}`),
    escapedMarkdown(headingOf(finding)),
    escapedMarkdown(finding.remedy.advice),
    `\`${finding.rule}\``,
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
