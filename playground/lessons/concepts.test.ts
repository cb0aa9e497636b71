import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rules } from '../../src/analysis/rules/registry';
import { STEPS } from './lessons';

const TABLE = new URL('../../docs/concepts.md', import.meta.url);
const ROWS = readFileSync(TABLE, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:To know|-)/.test(line))
  .map((line): readonly [string, string] => [line.split('|')[1]?.trim() ?? '', line]);

/** The links of a row: what they say and where they lead. */
const linksIn = (row: string) => [...row.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)].map(([, label = '', to = '']) => ({ label, to }));

it.each(ROWS)('docs/concepts.md leads to a step, a rule and a file that exist: %s', (_, row) => {
  const links = linksIn(row);
  expect(links.length).toBeGreaterThan(0);
  const steps = STEPS.map(({ id }) => `/see/${id}`);
  const broken = links.filter(({ label, to }) => {
    const [file = '', anchor] = to.split('#');
    if (!existsSync(new URL(file, TABLE))) return true;
    if (label.startsWith('/'))
      return !steps.includes(label) || !readFileSync(new URL(file, TABLE), 'utf8').includes(`'${label.slice(5)}'`);
    return file === 'findings.md' && !rules.some(({ id }) => id === anchor);
  });
  expect(broken).toEqual([]);
});

it('docs/concepts.md names each step of the playground', () => {
  const named = ROWS.flatMap(([, row]) => linksIn(row)).map(({ label }) => label);
  expect(STEPS.map(({ id }) => `/see/${id}`).filter((step) => !named.includes(step))).toEqual([]);
});
