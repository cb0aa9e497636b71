import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { coverage } from '../rules/coverage';
import { RULE_IDS } from '../rules/registry';
import { findingsPage } from './findings-page';

test('docs/findings.md is what the rules say now (npm run docs writes it)', () => {
  expect(readFileSync(new URL('../../../docs/findings.md', import.meta.url), 'utf8')).toBe(findingsPage());
});

test('every rule has its section', () => {
  const page = findingsPage();
  expect(RULE_IDS.filter((id) => !page.includes(`\n## ${id}\n`))).toEqual([]);
});

test('a condition of others is answered by a rule or says why not', () => {
  const open = coverage.flatMap(({ conditions }) => conditions).filter(({ rules, note }) => rules.length === 0 && note === '');
  expect(open).toEqual([]);
});
