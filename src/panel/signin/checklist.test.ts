import { expect, test } from 'vitest';
import { rules } from '../../analysis/rules/registry';
import { isWord } from '../../words/catalogue';

test('every requirement that a rule looks at has a title of its own', () => {
  const numbers = rules.flatMap(({ links }) => links.flatMap(({ label }) => /^ASVS ([\d.]+)$/.exec(label)?.[1] ?? []));
  expect(numbers.length).toBeGreaterThan(20);
  expect(numbers.filter((number) => !isWord(`asvs.${number}`))).toEqual([]);
});
