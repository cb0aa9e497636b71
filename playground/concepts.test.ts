import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { kinds } from '../src/analysis/incidents/all-kinds';
import { STEPS } from './lessons/lessons';
import { VARIANTS } from './variants';

const page = readFileSync(new URL('../docs/concepts.md', import.meta.url), 'utf8');
const findings = readFileSync(new URL('../docs/findings.md', import.meta.url), 'utf8');
const isFinding = (id: string | undefined) => findings.includes(`\n## ${id}\n`);

it('docs/concepts.md leads to every step and to no other', () => {
  const named = [...page.matchAll(/\[\/see\/([a-z-]+)\]/g)].map((match) => match[1]);
  expect(named.sort()).toEqual(STEPS.map((step) => step.id).sort());
});

it('docs/concepts.md links to findings and files that exist', () => {
  const linked = [...page.matchAll(/findings\.md#([a-z-]+)/g)].map((match) => match[1]);
  expect(linked.length).toBeGreaterThan(40);
  expect(linked.filter((id) => !isFinding(id))).toEqual([]);
  const files = [...page.matchAll(/\]\((\.\.\/[^)#]+)\)/g)].map((match) => match[1] ?? '');
  expect(files.filter((file) => !existsSync(new URL(file, new URL('../docs/', import.meta.url))))).toEqual([]);
});

it('the variants name each kind of incident, and none that does not exist', () => {
  const named = new Set(VARIANTS.flatMap((variant) => ('incident' in variant ? [variant.incident] : [])));
  expect([...named].sort()).toEqual(kinds.map(({ id }) => id).sort());
});

it('every variant names a finding that exists', () => {
  expect(VARIANTS.filter(({ finding }) => finding !== null && !isFinding(finding)).map(({ id }) => id)).toEqual([]);
});
