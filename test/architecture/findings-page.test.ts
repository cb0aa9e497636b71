import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findingsPage } from '../../docs/findings-page';
import { labExamplesText } from '../../docs/lab-examples';
import { coverage } from '../../src/analysis/rules/coverage';
import { RULE_IDS } from '../../src/analysis/rules/registry';

test('docs/findings.md is what `npm run docs` writes today', () => {
  expect(readFileSync('docs/findings.md', 'utf8')).toBe(findingsPage());
});

test('the examples of the Lab are what `npm run docs` writes today', () => {
  expect(JSON.parse(readFileSync('src/panel/lab/examples.json', 'utf8'))).toEqual(JSON.parse(labExamplesText()));
});

test('every rule has its section', () => {
  const page = findingsPage();
  expect(RULE_IDS.filter((id) => !page.includes(`\n## ${id}\n`))).toEqual([]);
});

test('a condition of others is answered by a rule or says why not', () => {
  const open = coverage.flatMap(({ conditions }) => conditions).filter(({ rules, note }) => rules.length === 0 && note === '');
  expect(open).toEqual([]);
});
