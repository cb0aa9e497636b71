import { text } from '../../analysis/engine/base/bytes';
import type { Identity } from '../../analysis/engine/jar/identity';
import type { Finding } from '../../analysis/rules/audit';
import { plain } from '../../analysis/rules/engine/sentence';
import { rules } from '../../analysis/rules/registry';
import { remedyOf } from '../../analysis/rules/remedy';
import { frameworkToShow, type Remedy } from '../../analysis/rules/remedy-of-fix';
import type { Subject } from '../../analysis/rules/subject/subject';
import type { AnalysedSite } from './analysed';
import { fingerprint } from './fingerprint';
import type { ReportedFinding, ReportedRemedy } from './report-schema';

const RULES = new Map(rules.map((rule) => [rule.id, rule] as const));

/** The findings about a site's own cookies, worst first, as told. */
export const reportedFindings = ({ site, audit }: AnalysedSite): readonly ReportedFinding[] =>
  audit.findings
    .filter(({ party }) => party === 'own')
    .map((finding): ReportedFinding => {
      const rule = RULES.get(finding.rule);
      return {
        fingerprint: fingerprint('finding', site, finding.id),
        site,
        standing: 'new',
        reason: null,
        rule: finding.rule,
        severity: finding.severity,
        cookie: cookieOf(finding.subject),
        heading: plain(finding.texts.heading()),
        why: rule === undefined ? '' : plain(rule.why),
        statements: statementsOf(finding),
        links: rule?.links ?? [],
        remedy: reportedRemedy(remedyOf(finding, audit.subjects)),
      };
    });

const statementsOf = ({ texts }: Finding): ReportedFinding['statements'] =>
  texts.statements().map(({ basis, text: sentence }) => ({ basis, text: plain(sentence) }));

/** A remedy in finished words: the advice, and the setting of the framework that was recognised. */
export function reportedRemedy(remedy: Remedy): ReportedRemedy {
  const framework = frameworkToShow(remedy, null);
  const settings = framework === null ? [] : (remedy.settings(framework)?.lines ?? []);
  return {
    advice: plain(remedy.advice),
    precaution: remedy.precaution === null ? null : plain(remedy.precaution),
    settings: [...remedy.code, ...settings.map((line) => line.text)],
  };
}

function cookieOf(subject: Subject): ReportedFinding['cookie'] {
  if (subject.kind === 'cookie') return ofIdentity(subject);
  return subject.kind === 'line' ? ofIdentity(subject.set.target) : null;
}

const ofIdentity = ({ name, domain, hostOnly, path, partition }: Identity): ReportedFinding['cookie'] => ({
  name: text(name),
  domain,
  hostOnly,
  path: text(path),
  partition: partition?.topLevelSite ?? null,
});
