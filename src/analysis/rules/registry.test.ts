import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EXAMPLES } from './examples';
import { plain } from './form/sentence';
import { rules } from './registry';

const FOLDER = new URL('.', import.meta.url);
const FRAME = new Set(['audit.ts', 'coverage.ts', 'define.ts', 'examples.ts', 'registry.ts', 'remedy.ts']);

test('every file of a rule is registered under its name', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !FRAME.has(name));
  expect(rules.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test('has an example that fails and one that passes', () => {
    expect(EXAMPLES[rule.id]().map(({ expect }) => expect)).toEqual(expect.arrayContaining(['fail', 'pass']));
  });

  test('says what to do, why, and where to read on', () => {
    expect(rule.title).toMatch(/^[A-Z].*[^.]$/);
    expect(plain(rule.why)).toMatch(/^\S.*\.$/s);
    expect(rule.links.length).toBeGreaterThan(0);
    for (const { url } of rule.links) expect(new URL(url).protocol).toBe('https:');
  });
});

test('no two rules bear the same title', () => {
  const titles = rules.map(({ title }) => title);
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
});
