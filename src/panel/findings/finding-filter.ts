import { text } from '../../analysis/engine/base/bytes';
import type { Finding } from '../../analysis/rules/audit';
import { plain } from '../../analysis/rules/engine/sentence';
import type { Role } from '../../analysis/session/shared/role-kinds';
import { about } from '../../words/about';
import type { FindingFilter } from '../state/findings-choices';

/** What the cookie of a finding is for; null = it is about a sign-in or the site. */
export const roleOfFinding = ({ subject }: Finding): Role | null =>
  subject.kind === 'cookie' || subject.kind === 'line' ? subject.role.role : null;

/** The name of the cookie that a finding is about; null = of none alone. */
export function cookieNameOf({ subject }: Finding) {
  if (subject.kind === 'cookie') return subject.name;
  return subject.kind === 'line' ? subject.set.parsed.name : null;
}

/** Whether a finding is among those that the reader wants to see. The text is looked for in heading, rule, title and cookie. */
export function matchesFilter(finding: Finding, { severity, role, harm, text: words }: FindingFilter): boolean {
  if (severity !== null && finding.severity !== severity) return false;
  if (role !== null && roleOfFinding(finding) !== role) return false;
  if (harm !== null && finding.harm !== harm) return false;
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return true;
  const name = cookieNameOf(finding);
  const found = [
    plain(finding.texts.heading()),
    finding.rule,
    about({ kind: 'finding', name: finding.rule }).title,
    name === null ? '' : text(name),
  ]
    .join(' ')
    .toLowerCase();
  return wanted.every((word) => found.includes(word));
}

/** Whether a filter keeps anything away. */
export const isNarrowed = ({ severity, role, harm, text: words }: FindingFilter): boolean =>
  severity !== null || role !== null || harm !== null || words.trim() !== '';
