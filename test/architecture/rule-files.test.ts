import { describe, expect, test } from 'vitest';
import { plain } from '../../src/analysis/rules/engine/sentence';
import { httpOnlyMissing } from '../../src/analysis/rules/list/http-only-missing';
import { sessionFixation } from '../../src/analysis/rules/list/session-fixation';
import { RULE_IDS, rules } from '../../src/analysis/rules/registry';
import { type RuleFile, ruleFiles } from '../build/rule-files';
import { ruleComplaints } from './rule-files';

const registered = new Set<string>(RULE_IDS);

test('a rule is its file and one line in the registry', () => {
  expect(ruleFiles.length).toBeGreaterThan(60);
  expect(ruleFiles.flatMap((file) => ruleComplaints(file, registered))).toEqual([]);
});

test('no rule is registered under two names', () => {
  expect(rules.length).toBe(registered.size);
  expect(rules.length).toBe(ruleFiles.length);
});

describe('a rule file that lacks something is told what to add', () => {
  const whole = ruleFiles.find(({ name }) => name === 'http-only-missing') as RuleFile;
  const without = (part: Partial<RuleFile>) => ruleComplaints({ ...whole, ...part }, registered);
  const ruled = (part: object) => without({ rules: [{ ...httpOnlyMissing, ...part }] });

  test.each([
    ['a rule', without({ rules: [] }), 'export one rule'],
    ['its name', ruled({ id: 'other' }), 'give rule and file the same name'],
    ['a line in the registry', ruleComplaints(whole, new Set()), 'add a line for it to'],
    ['examples', without({ examples: null }), 'export `examples`'],
    ['a passing example', without({ examples: (whole.examples ?? []).filter(({ expect }) => expect === 'fail') }), "'pass'"],
    ['points', ruled({ points: undefined }), 'say in `points`'],
    ['a column', ruled({ column: undefined }), 'say in `column`'],
    ['a link', ruled({ links: [] }), 'add a link'],
  ])('%s', (_, complaints, expected) => {
    expect(complaints.join('\n')).toContain(expected);
  });

  test('a rule about a sign-in marks no cookie', () => {
    const file: RuleFile = {
      ...(ruleFiles.find(({ name }) => name === 'session-fixation') as RuleFile),
      rules: [{ ...sessionFixation, column: 'name' }],
    };
    expect(ruleComplaints(file, registered).join()).toContain('null for a session');
  });
});

test.each(rules.map((rule) => [rule.id, rule] as const))('%s says why, and links by https', (_, rule) => {
  expect(plain(rule.why)).toMatch(/^\S.*\.$/s);
  for (const { url } of rule.links) expect(new URL(url).protocol).toBe('https:');
});

test('no two rules bear the same title', () => {
  const titles = rules.map(({ title }) => title);
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
});
