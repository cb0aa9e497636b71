import { bytes } from '../../src/analysis/engine/base/bytes';
import { siteDomain } from '../../src/analysis/engine/site/registrable';
import { urlParts } from '../../src/analysis/engine/site/url-parts';
import type { Rule, RuleResult } from '../../src/analysis/rules/engine/define';
import type { RuleExample } from '../../src/analysis/rules/engine/example';
import { type SessionResults, sessionResults } from '../../src/analysis/rules/subject/session-results';
import type { Subject } from '../../src/analysis/rules/subject/subject';
import { all, type Subjects, subjectsOf } from '../../src/analysis/rules/subject/subjects';
import { sessionsOf } from '../../src/analysis/session/sessions';
import type { Role, RoleVerdict } from '../../src/analysis/session/shared/role-kinds';
import { exampleDigest, rowsOf } from './example-facts';

/** A role that is given, not concluded. */
export const aRole = (role: Role, confidence: RoleVerdict['confidence'] = 'high'): RoleVerdict => ({
  role,
  confidence,
  framework: null,
  evidence: [],
  second: null,
});

/** SessionResults with roles given by name; a cookie that is not named is unknown. */
export const withRoles = (results: SessionResults, roles: Readonly<Record<string, Role>>): SessionResults => ({
  ...results,
  roleOf: ({ identity }) => aRole(roles[identity.name] ?? 'unknown'),
});

/** The subjects of an example's recording, seen from the site of its first page. */
export function subjectsIn(example: RuleExample): Subjects {
  const first = example.steps[0];
  const site = siteDomain(urlParts(first?.top ?? first?.ask.split(' ')[1] ?? '')?.host ?? '');
  const rows = rowsOf(example);
  const results = sessionResults(sessionsOf(rows, exampleDigest), site);
  return subjectsOf(rows, site, withRoles(results, example.roles ?? {}));
}

/** What a rule says of what the example is about: of several results a fault, else one that cannot tell. */
export function evaluateExample(rule: Rule, example: RuleExample): RuleResult {
  const subjects = all(subjectsIn(example)).filter((subject) => isAbout(subject, example));
  const results = subjects.map((subject) => rule.evaluate(subject));
  const weightiest = (['fail', 'unknown', 'pass'] as const).flatMap((kind) => results.filter((result) => result.kind === kind));
  return weightiest[0] ?? { kind: 'not-applicable' };
}

function isAbout(subject: Subject, { of }: RuleExample): boolean {
  if (of === undefined || subject.kind === 'site' || subject.kind === 'session') return true;
  return (subject.kind === 'cookie' ? subject.name : subject.read.name) === bytes(of);
}
