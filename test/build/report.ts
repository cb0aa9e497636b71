import type { Report, ReportedFinding, ReportedIncident, ReportedRecording } from '../../src/report/model/report-schema';

const FAULT = { site: 'app.example', standing: 'new', reason: null, why: '', statements: [], links: [] } as const;

/** A finding as told, about a cookie of this name. */
export const aFinding = (rule: string, name: string, more: Partial<ReportedFinding> = {}): ReportedFinding => ({
  ...FAULT,
  fingerprint: `finding ${rule} ${name}`,
  rule,
  severity: 'warning',
  cookie: { name, domain: 'app.example', hostOnly: true, path: '/', partition: null },
  heading: `Fix ${name}`,
  remedy: { advice: 'Fix it.', precaution: null, settings: [] },
  ...more,
});

export const anIncident = (kind: string, cookie: string, more: Partial<ReportedIncident> = {}): ReportedIncident => ({
  ...FAULT,
  fingerprint: `incident ${kind} ${cookie}`,
  kind,
  confidence: 'certain',
  cookie,
  times: 1,
  heading: `${cookie} was lost`,
  rivals: [],
  remedy: null,
  ...more,
});

/** A recording as told, of one site. */
export const aReportedRecording = (more: Partial<ReportedRecording> = {}): ReportedRecording => ({
  file: 'app.har',
  requests: 3,
  profile: 'chromium',
  notes: [],
  sites: [
    {
      site: 'app.example',
      score: 72,
      letter: 'C',
      cookies: 3,
      cookieOctets: 120,
      headerOctets: 90,
      unanswered: 0,
      story: [],
    },
  ],
  incidents: [],
  findings: [],
  budgets: [],
  flow: [],
  ...more,
});

export const aReport = (...recordings: readonly ReportedRecording[]): Report => ({
  format: 'cookie-flow-report',
  version: 1,
  recordings,
  unread: [],
  failures: [],
});
