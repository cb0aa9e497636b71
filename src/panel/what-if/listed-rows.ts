import type { Incident } from '../../analysis/incidents/incidents';
import type { Finding } from '../../analysis/rules/audit';
import type { Moment } from '../../analysis/story/moment';

/** Ids of the rows in which these show. */
export const rowsOfIncidents = (incidents: readonly Incident[]): readonly string[] => [
  ...new Set(incidents.flatMap(({ rows }) => rows)),
];

export const rowsOfSteps = (steps: readonly Moment[]): readonly string[] => [
  ...new Set(steps.flatMap(({ exchanges }) => exchanges)),
];

/** Ids of the rows whose lines set the cookies at fault; a finding of a sign-in or a whole site has none. */
export function rowsOfFindings(findings: readonly Finding[]): readonly string[] {
  const rows = findings.flatMap(({ subject }): readonly string[] => {
    if (subject.kind === 'line') return subject.places.map(({ row }) => row);
    return subject.kind === 'cookie' ? subject.lines.flatMap(({ places }) => places.map(({ row }) => row)) : [];
  });
  return [...new Set(rows)];
}
