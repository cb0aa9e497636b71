import { text } from '../../analysis/engine/base/bytes';
import type { Incident } from '../../analysis/incidents/incidents';
import { plain } from '../../analysis/rules/engine/sentence';
import { fingerprint } from './fingerprint';
import type { ReportedIncident } from './report-schema';
import { reportedRemedy } from './reported-finding';

/** An incident as told. Its id names kind, site, cookie and cause, and so is the same in the next recording. */
export function reportedIncident(incident: Incident): ReportedIncident {
  const remedy = incident.remedy();
  return {
    fingerprint: fingerprint('incident', incident.id),
    site: incident.id.split('\t')[1] ?? '',
    standing: 'new',
    reason: null,
    kind: incident.kind,
    confidence: incident.confidence,
    cookie: incident.cookie === null ? null : text(incident.cookie.name),
    times: incident.times,
    heading: plain(incident.heading),
    why: plain(incident.why),
    statements: incident.joins.map(({ basis, text: sentence }) => ({ basis, text: plain(sentence) })),
    rivals: incident.rivals.map(plain),
    links: incident.links,
    remedy: remedy === null ? null : reportedRemedy(remedy),
  };
}
