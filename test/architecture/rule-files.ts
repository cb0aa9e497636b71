import type { RuleFile } from '../build/rule-files';

const CELLS = ['name', 'value', 'domain', 'path', 'expires', 'size', 'secure', 'httponly', 'samesite', 'partitioned', 'priority'];

/**
 * What is missing in a file of `rules/list`, and what to do about it: one sentence each.
 * @param registered ids of the rules in `src/analysis/rules/all-rules.ts`
 */
export function ruleComplaints({ name, rules, examples }: RuleFile, registered: ReadonlySet<string>): readonly string[] {
  const at = `src/analysis/rules/list/${name}.ts`;
  const [rule, ...others] = rules;
  if (rule === undefined || others.length > 0) return [`${at}: export one rule, made by defineRule`];
  const complaints: string[] = [];
  if (rule.id !== name) complaints.push(`${at}: its id is ${rule.id}; give rule and file the same name`);
  if (!registered.has(rule.id)) complaints.push(`${at}: add a line for it to src/analysis/rules/all-rules.ts`);
  for (const kind of ['fail', 'pass'] as const) {
    if (!examples?.some(({ expect }) => expect === kind))
      complaints.push(`${at}: export \`examples\`, a function that gives at least one example with expect: '${kind}'`);
  }
  if (rule.points === undefined) complaints.push(`${at}: say in \`points\` what a finding of each severity takes off a grade`);
  const marksCookie = rule.scope === 'line' || rule.scope === 'cookie';
  if (marksCookie ? !CELLS.includes(rule.column ?? '') : rule.column !== null)
    complaints.push(`${at}: say in \`column\` which cell of the Cookies table a finding marks; null for a session or a site`);
  if (!/^[A-Z].*[^.]$/.test(rule.title)) complaints.push(`${at}: write the title as an instruction without a full stop`);
  if (rule.links.length === 0) complaints.push(`${at}: add a link to the section that the rule is from`);
  return complaints;
}
