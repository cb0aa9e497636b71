import { say, sayCount } from '../../words/catalogue';
import { numberText } from '../../words/format';
import type { Report, ReportedFinding, ReportedIncident, ReportedRecording, ReportedSite } from '../model/report-schema';

/** "0:07.3": time since the recording began. */
export function clockText(ms: number): string {
  const tenths = Math.round(ms / 100);
  return `${Math.floor(tenths / 600)}:${String(Math.floor((tenths % 600) / 10)).padStart(2, '0')}.${tenths % 10}`;
}

/** A site with its grade. */
export const gradedSiteText = ({ site, score, letter }: ReportedSite): string =>
  score === null || letter === null
    ? say('audit.ungraded', { site })
    : `${say('findings.score', { site, score: numberText(score) })} (${letter})`;

/** What is shown in full: all but what the baseline or the configuration knows. */
const isShown = ({ standing }: ReportedFinding | ReportedIncident): boolean => standing === 'new';

export const shownFindings = ({ findings }: ReportedRecording): readonly ReportedFinding[] => findings.filter(isShown);
export const shownIncidents = ({ incidents }: ReportedRecording): readonly ReportedIncident[] => incidents.filter(isShown);

/** How much is not shown, and how much could not be answered, a sentence each. */
export function leftOutTexts({ findings, incidents, sites }: ReportedRecording): readonly string[] {
  const all = [...findings, ...incidents];
  const known = all.filter(({ standing }) => standing === 'known').length;
  const ignored = all.filter(({ standing }) => standing === 'ignored').length;
  const unanswered = sites.reduce((sum, site) => sum + site.unanswered, 0);
  return [
    ...(known === 0 ? [] : [sayCount('audit.known', known)]),
    ...(ignored === 0 ? [] : [sayCount('audit.ignored', ignored)]),
    ...(unanswered === 0 ? [] : [sayCount('audit.unanswered', unanswered)]),
  ];
}

/** "2 incidents, 5 findings". */
export const countsText = (recording: ReportedRecording): readonly string[] => [
  sayCount('audit.incidents', shownIncidents(recording).length),
  sayCount('count.findings', shownFindings(recording).length),
];

/** Whether the build should fail by the options the report was made with. */
export const hasFailed = ({ failures }: Report): boolean => failures.length > 0;

/** The cookie at fault in front of a heading that does not name it. */
export const headingOf = ({ cookie, heading }: ReportedFinding): string =>
  cookie === null ? heading : `${cookie.name === '' ? say('bead.nameless') : cookie.name}: ${heading}`;
