import { text } from '../../src/analysis/engine/base/bytes';
import type { Bytes } from '../../src/analysis/engine/base/units';
import { corrected } from '../../src/analysis/fixes/correct';
import { type Grades, grade } from '../../src/analysis/grade/grade';
import { type Audit, audit, auditOf, type Finding, siteInView } from '../../src/analysis/rules/audit';
import { remedyOfLine, remedyOfWithheld } from '../../src/analysis/rules/bead-remedy';
import type { ExampleStep, RuleExample } from '../../src/analysis/rules/engine/example';
import { plain } from '../../src/analysis/rules/engine/sentence';
import type { RuleId } from '../../src/analysis/rules/registry';
import { remedyOf } from '../../src/analysis/rules/remedy';
import type { Remedy } from '../../src/analysis/rules/remedy-of-fix';
import { sessionsOf } from '../../src/analysis/session/sessions';
import type { Role } from '../../src/analysis/session/shared/role-kinds';
import { exampleDigest, rowsOf } from '../build/example-facts';
import { subjectsIn } from '../build/rule-examples';

/** What a reader of a fix reads. */
export interface Advice {
  readonly says: string;
  /** The corrected line; null = none is offered. */
  readonly line: string | null;
  readonly code: string;
}

export const adviceOf = ({ advice, precaution, edits, code }: Remedy): Advice => ({
  says: [advice, precaution ?? []].map(plain).join(' '),
  line: edits && text(corrected(edits) as Bytes),
  code: code.join('\n'),
});

export interface Advised extends Advice {
  readonly severity: Finding['severity'];
  readonly heading: string;
  /** "observed: …" */
  readonly found: readonly string[];
  readonly remedy: Remedy;
}

/** What the panel tells of one rule about a recording. @param roles by cookie name; others are concluded from the traffic */
export function advised(steps: readonly ExampleStep[], rule: RuleId, roles?: Readonly<Record<string, Role>>): Advised | null {
  const { findings, subjects } = audited(steps, roles);
  const finding = findings.find((one) => one.rule === rule);
  if (finding === undefined) return null;
  const remedy = remedyOf(finding, subjects);
  return {
    ...adviceOf(remedy),
    severity: finding.severity,
    heading: plain(finding.texts.heading()),
    found: finding.texts.statements().map(({ basis, text: words }) => `${basis}: ${plain(words)}`),
    remedy,
  };
}

export function audited(steps: readonly ExampleStep[], roles?: Readonly<Record<string, Role>>): Audit {
  const example = exampleOf(steps);
  if (roles !== undefined) return auditOf(subjectsIn({ ...example, roles }));
  const rows = rowsOf(example);
  return audit(rows, siteInView(rows) ?? '', sessionsOf(rows, exampleDigest));
}

export const graded = (steps: readonly ExampleStep[], roles?: Readonly<Record<string, Role>>): Grades =>
  grade(audited(steps, roles));

/** What the explanation of a line advises; null = nothing. */
export function adviceOfLine(steps: readonly ExampleStep[], name: string, more: Partial<RuleExample> = {}): Advice | null {
  const rows = rowsOf({ ...exampleOf(steps), ...more });
  for (const row of [...rows].reverse()) {
    const line = row.kind === 'exchange' ? row.lines.find(({ parsed }) => parsed.name === name) : undefined;
    if (row.kind !== 'exchange' || line === undefined) continue;
    const remedy = remedyOfLine(row, line, rows);
    return remedy && adviceOf(remedy);
  }
  throw new Error(`No line sets ${name}`);
}

/** What the explanation of the last request that went without a cookie advises; null = nothing. */
export function adviceOfWithheld(steps: readonly ExampleStep[], name: string, more: Partial<RuleExample> = {}): Advice | null {
  const rows = rowsOf({ ...exampleOf(steps), ...more });
  for (const row of [...rows].reverse()) {
    const withheld = row.kind === 'exchange' ? row.withheld.find(({ cookie }) => cookie.name === name) : undefined;
    if (row.kind !== 'exchange' || withheld === undefined) continue;
    const remedy = remedyOfWithheld(row, withheld, { rows, isNeeded: false });
    return remedy && adviceOf(remedy);
  }
  throw new Error(`No request went without ${name}`);
}

const exampleOf = (steps: readonly ExampleStep[]): RuleExample => ({ title: '', steps, expect: 'fail' });
