import '../../words/all-words';
import { say, sayCount } from '../../words/catalogue';
import { listText } from '../../words/format';
import type { Report, ReportedFinding, ReportedIncident, ReportedRecording, ReportedRemedy } from '../model/report-schema';
import { flowSvg } from './flow-svg';
import { html, type Markup, markup } from './html';
import { REPORT_STYLE } from './report-style';
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

/** A report as one page: no script, nothing loaded from anywhere, and a policy that forbids both. */
export function htmlReport(report: Report): string {
  const failed = hasFailed(report);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${say('audit.title')}</title>
<style>${markup(REPORT_STYLE)}</style>
</head>
<body>
<main>
<h1>${say('audit.title')}</h1>
<p class="outcome ${failed ? 'failed' : 'passed'}">${say(failed ? 'audit.failed' : 'audit.passed')}</p>
${listed(report.failures)}
${report.recordings.map(recordingSection)}
${report.unread.length === 0 ? '' : html`<section><h2>${say('audit.unread-head')}</h2>${listed(report.unread.map(({ file, why }) => `${file}: ${why}`))}</section>`}
<footer>${say('audit.no-values')}</footer>
</main>
</body>
</html>
`.markup;
}

function recordingSection(recording: ReportedRecording): Markup {
  const { file, requests, sites, notes, profile, flow } = recording;
  const incidents = shownIncidents(recording);
  const findings = shownFindings(recording);
  const story = sites.flatMap((site) => site.story);
  return html`<section>
<h2>${file}</h2>
${listed(sites.map(gradedSiteText))}
<p>${listText([sayCount('audit.requests', requests), ...countsText(recording)])}. ${say('audit.profile', { profile: say(`profile.${profile}`) })}.</p>
<h3>${say('audit.story')}</h3>
${
  story.length === 0
    ? html`<p>${say('audit.no-sign-in')}</p>`
    : html`<ol class="story">${story.map(({ at, title, notes: more }) => html`<li><time>${clockText(at)}</time> ${title}${more.map((note) => html`<small>${note}</small>`)}</li>`)}</ol>`
}
${
  flow.length === 0
    ? ''
    : html`<h3>${say('audit.flow')}</h3>
${flowSvg(flow)}`
}
<h3>${say('audit.incidents-head')}</h3>
${incidents.length === 0 ? html`<p>${say('audit.no-incidents')}</p>` : incidents.map(incidentArticle)}
<h3>${say('audit.findings-head')}</h3>
${findings.length === 0 ? html`<p>${say('findings.nothing')}</p>` : findings.map(findingArticle)}
${listed(leftOutTexts(recording))}
${notes.length === 0 ? '' : html`<h3>${say('audit.notes-head')}</h3>${listed(notes)}`}
</section>`;
}

const incidentArticle = (incident: ReportedIncident): Markup => html`<article class="incident">
<h4>${incident.heading} <span class="tag">${say(`incident.confidence.${incident.confidence}`)}</span>${incident.times > 1 ? html` <span class="tag">${sayCount('audit.times', incident.times)}</span>` : ''}</h4>
${statements(incident)}
<p>${incident.why}</p>
${incident.rivals.length === 0 ? '' : html`<p>${say('audit.rivals', { rivals: listText(incident.rivals) })}</p>`}
${incident.remedy === null ? '' : remedyPart(incident.remedy)}
${links(incident)}
</article>`;

const findingArticle = (finding: ReportedFinding): Markup => html`<article class="${finding.severity}">
<h4><span class="tag severity">${say(`finding.severity.${finding.severity}`)}</span> ${headingOf(finding)} <code>${finding.rule}</code></h4>
${statements(finding)}
${remedyPart(finding.remedy)}
<p>${finding.why}</p>
${links(finding)}
</article>`;

const statements = ({ statements: all }: ReportedFinding | ReportedIncident): Markup =>
  html`<ul>${all.map(({ basis, text }) => html`<li>${text} <span class="tag">${say(`evidence.${basis}`)}</span></li>`)}</ul>`;

const remedyPart = ({
  advice,
  precaution,
  settings,
}: ReportedRemedy): Markup => html`<p class="fix"><strong>${say('audit.fix')}</strong> ${advice}</p>
${precaution === null ? '' : html`<p><strong>${say('audit.before')}</strong> ${precaution}</p>`}
${settings.length === 0 ? '' : html`<pre>${settings.join('\n')}</pre>`}`;

const links = ({ links: all }: ReportedFinding | ReportedIncident): Markup =>
  html`<p class="links">${all.map(({ label, url }) => html`<a href="${url}" rel="noreferrer">${label}</a> `)}</p>`;

const listed = (texts: readonly string[]): Markup | '' =>
  texts.length === 0 ? '' : html`<ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>`;
