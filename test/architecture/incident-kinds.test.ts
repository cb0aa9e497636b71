import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { incidentsPage } from '../../docs/incidents-page';
import { kinds } from '../../src/analysis/incidents/all-kinds';
import { plain } from '../../src/analysis/rules/engine/sentence';
import { kindFiles } from '../build/incident-examples';

test('a kind is its file and one line in the list of all', () => {
  expect(kindFiles.map(({ kinds: own }) => own.map(({ id }) => id))).toEqual(kindFiles.map(({ name }) => [name]));
  expect(kinds.map(({ id }) => id).sort()).toEqual(kindFiles.map(({ name }) => name).sort());
});

test.each(kindFiles.map((file) => [file.name, file] as const))(
  '%s has two incidents that differ and one that is none',
  (_, { examples }) => {
    const found = examples.filter(({ expect: expected }) => expected !== null);
    expect(new Set(found.map(({ steps }) => JSON.stringify(steps))).size).toBeGreaterThanOrEqual(2);
    expect(examples.length).toBeGreaterThan(found.length);
  },
);

test.each(kinds.map((kind) => [kind.id, kind] as const))('%s says why, and links by https', (_, { why, links, name }) => {
  expect(plain(why)).toMatch(/^\S.*\.$/s);
  expect(name).toMatch(/^[A-Za-z].*[^.]$/);
  for (const { url } of links) expect(new URL(url).protocol).toBe('https:');
});

test('docs/incidents.md is what `npm run docs` writes today', () => {
  expect(readFileSync('docs/incidents.md', 'utf8')).toBe(incidentsPage());
});
