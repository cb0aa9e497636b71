import { describe, expect, test } from 'vitest';
import { look } from '../../../test/build/example-looks';
import { bytes } from '../facts/bytes';
import { correct, corrected } from '../fixes/correct';
import { EXAMPLES } from './examples';
import type { Example } from './form/example';
import { plain } from './form/sentence';
import { rules } from './registry';

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const examples = EXAMPLES[id]();

  test.each(examples.map((example) => [example.says, example] as const))('%s', (_, example) => {
    expect(look(rule, example).kind).toBe(example.expect);
  });

  const failing = examples.filter(({ expect }) => expect === 'fail');

  test.each(failing.map((example) => [example.says, example] as const))('no value is in what it tells: %s', (_, example) => {
    const result = look(rule, example);
    if (result.kind !== 'fail') throw new Error('does not fail');
    const { heading, found, fix } = result.tell;
    const { say, first } = fix();
    const told = [heading(), ...found().map(({ text }) => text), say, first ?? []].map(plain);
    for (const value of valuesIn(example)) expect(told.filter((text) => text.includes(value))).toEqual([]);
  });

  test.each(failing.map((example) => [example.says, example] as const))(
    'its corrected line is not at fault: %s',
    (_, example) => {
      const result = look(rule, example);
      if (result.kind !== 'fail') throw new Error('does not fail');
      const { line, changes } = result.tell.fix();
      if (line === null || changes.length === 0) return;
      const mended = corrected(correct(line, changes));
      const name = mended.slice(0, mended.indexOf('='));
      const steps = example.steps.map((step) => ({
        ...step,
        sets: step.sets?.map((set) => (bytes(set) === line.line ? mended : set)) ?? [],
      }));
      const role = example.roles?.[example.of ?? ''];
      const roles = role === undefined ? {} : { ...example.roles, [name]: role };
      expect(look(rule, { ...example, steps, roles, of: name }).kind).not.toBe('fail');
    },
  );
});

/** Values of the example's cookies that are long enough not to be in a sentence by chance. */
function valuesIn({ steps }: Example): readonly string[] {
  const pairs = steps.flatMap(({ sets = [], sends = '' }) => [
    ...sets.map((set) => set.split(';')[0] ?? ''),
    ...sends.split('; '),
  ]);
  return pairs.map((pair) => pair.slice(pair.indexOf('=') + 1)).filter((value) => value.length > 3);
}
