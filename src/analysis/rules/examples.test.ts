import { describe, expect, test } from 'vitest';
import { evaluateExample } from '../../../test/build/rule-examples';
import { examplesOf } from '../../../test/build/rule-files';
import { bytes } from '../engine/base/bytes';
import { correct, corrected } from '../fixes/correct';
import type { RuleExample } from './engine/example';
import { plain } from './engine/sentence';
import { rules } from './registry';

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const examples = examplesOf(id);

  test.each(examples.map((example) => [example.title, example] as const))('%s', (_, example) => {
    expect(evaluateExample(rule, example).kind).toBe(example.expect);
  });

  const failing = examples.filter(({ expect }) => expect === 'fail');

  test.each(failing.map((example) => [example.title, example] as const))('no value is in what it tells: %s', (_, example) => {
    const result = evaluateExample(rule, example);
    if (result.kind !== 'fail') throw new Error('does not fail');
    const { heading, statements, fix } = result.texts;
    const { advice, precaution } = fix();
    const sentences = [heading(), ...statements().map(({ text }) => text), advice, precaution ?? []].map(plain);
    for (const value of valuesIn(example)) expect(sentences.filter((text) => text.includes(value))).toEqual([]);
  });

  test.each(failing.map((example) => [example.title, example] as const))(
    'what browsers in general do is not called observed: %s',
    (_, example) => {
      const result = evaluateExample(rule, example);
      if (result.kind !== 'fail') throw new Error('does not fail');
      const seen = result.texts.statements().filter(({ basis }) => basis === 'observed');
      expect(
        seen.map(({ text }) => plain(text)).filter((text) => /\b(?:browsers|no browser|every browser)\b/i.test(text)),
      ).toEqual([]);
    },
  );

  test.each(failing.map((example) => [example.title, example] as const))(
    'its corrected line is not at fault: %s',
    (_, example) => {
      const result = evaluateExample(rule, example);
      if (result.kind !== 'fail') throw new Error('does not fail');
      const { line, changes } = result.texts.fix();
      if (line === null || changes.length === 0) return;
      const correctedLine = corrected(correct(line, changes));
      const name = correctedLine.slice(0, correctedLine.indexOf('='));
      const steps = example.steps.map((step) => ({
        ...step,
        sets: step.sets?.map((set) => (bytes(set) === line.line ? correctedLine : set)) ?? [],
      }));
      const role = example.roles?.[example.of ?? ''];
      const roles = role === undefined ? {} : { ...example.roles, [name]: role };
      expect(evaluateExample(rule, { ...example, steps, roles, of: name }).kind).not.toBe('fail');
    },
  );
});

/** Values of the example's cookies that are long enough not to be in a sentence by chance. */
function valuesIn({ steps }: RuleExample): readonly string[] {
  const pairs = steps.flatMap(({ sets = [], sends = '' }) => [
    ...sets.map((set) => set.split(';')[0] ?? ''),
    ...sends.split('; '),
  ]);
  return pairs.map((pair) => pair.slice(pair.indexOf('=') + 1)).filter((value) => value.length > 3);
}
