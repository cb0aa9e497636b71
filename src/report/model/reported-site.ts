import { siteDomain } from '../../analysis/engine/site/registrable';
import { urlParts } from '../../analysis/engine/site/url-parts';
import { storiesOf } from '../../analysis/story/moments';
import { momentNotes, momentTitle } from '../../words/moment-text';
import type { Analysed, AnalysedSite } from './analysed';
import type { ReportedMoment, ReportedSite } from './report-schema';

/** A site's grade, its story and what budgets are about. */
export function reportedSite({ site, audit, grades }: AnalysedSite, recording: Analysed): ReportedSite {
  const held = [...recording.replay.jar.all()].filter(({ domain }) => siteDomain(domain) === site);
  return {
    site,
    score: grades.site?.score ?? null,
    letter: grades.site?.letter ?? null,
    cookies: held.length,
    cookieOctets: held.reduce((sum, { name, value }) => sum + name.length + value.length, 0),
    headerOctets: longestHeader(site, recording),
    unanswered: audit.inconclusive.filter(({ party }) => party === 'own').length,
    story: storyOf(site, recording),
  };
}

function longestHeader(site: string, { replay }: Analysed): number {
  let longest = 0;
  for (const row of replay.rows) {
    if (row.kind !== 'exchange' || row.sent.cookie === null) continue;
    const host = urlParts(row.url)?.host;
    if (host !== undefined && siteDomain(host) === site) longest = Math.max(longest, row.sent.cookie.length);
  }
  return longest;
}

function storyOf(site: string, { sessions, replay, start }: Analysed): readonly ReportedMoment[] {
  const story = storiesOf(sessions, replay.rows).find((each) => each.site === site);
  return (story?.moments ?? []).map((moment) => ({
    at: Math.max(0, Math.round(moment.at - start)),
    title: momentTitle(moment),
    notes: momentNotes(moment),
    certainty: moment.certainty,
  }));
}
