import { describe, expect, test } from 'vitest';
import { incidentsIn, kindFiles } from '../../../test/build/incident-examples';
import { corrected } from '../fixes/correct';
import type { ExampleStep } from '../rules/engine/example';
import { plain } from '../rules/engine/sentence';

describe.each(kindFiles.map((file) => [file.name, file] as const))('%s', (name, { examples }) => {
  test.each(examples.map((example) => [example.title, example] as const))('%s', (_, example) => {
    const found = incidentsIn(example).all;
    const reported = found.map(({ kind, cookie, cause }) => ({ kind, cookie: cookie?.name ?? '', cause }));
    const { cookie, cause } = example.expect ?? {};
    expect(reported).toEqual(example.expect === null ? [] : [{ kind: name, cookie, cause }]);
    const sure = example.expect?.confidence;
    if (sure !== undefined) expect(found[0]?.confidence).toBe(sure);
  });

  const failing = examples.filter((example) => example.expect !== null);

  test.each(failing.map((example) => [example.title, example] as const))(
    'has a fix, a chain that ends with the consequence, and tells no value: %s',
    (_, example) => {
      const [incident] = incidentsIn(example).all;
      const remedy = incident?.remedy() ?? null;
      expect(remedy).not.toBeNull();
      expect(incident?.chain.at(-1)?.part).toBe('consequence');
      expect(incident?.chain.filter(({ part }) => part === 'cause').length).toBe(1);
      const { title = [], heading = [], why = [], joins = [], rivals = [], brief = [], chain = [] } = incident ?? {};
      const said = [
        title,
        heading,
        why,
        brief,
        ...joins.map(({ text }) => text),
        ...rivals,
        ...chain.map(({ text }) => text),
        remedy?.advice ?? [],
      ];
      for (const value of valuesIn(example.steps)) expect(said.map(plain).filter((text) => text.includes(value))).toEqual([]);
      for (const sentence of said) expect(plain(sentence)).not.toMatch(/undefined|\[object| {2}/);
    },
  );

  test.each(failing.map((example) => [example.title, example] as const))('its corrected line ends it: %s', (_, example) => {
    const [incident] = incidentsIn(example).all;
    const remedy = incident?.remedy() ?? null;
    const edits = remedy?.edits ?? null;
    // With a script to write the line alone is not the fix.
    if (edits === null || incident === undefined || (remedy?.code.length ?? 0) > 0) return;
    const line = corrected(edits);
    const name = line.slice(0, line.indexOf('='));
    // What the corrected line makes of the same requests, as far as they do not say themselves what they carried.
    const steps = example.steps.map((step) => ({
      ...step,
      sets: step.sets?.map((set) => (set.startsWith(`${name}=`) && !isDeletion(set, line) ? line : set)) ?? [],
    }));
    const again = incidentsIn({ ...example, steps }).all;
    expect(
      again.filter(({ kind, cookie, cause }) => kind === incident.kind && cookie?.name === name && cause === incident.cause),
    ).toEqual([]);
  });
});

const isDeletion = (set: string, line: string): boolean => /max-age=0/i.test(set) !== /max-age=0/i.test(line);

/** Values of cookies that are long enough not to be in a sentence by chance. */
const valuesIn = (steps: readonly ExampleStep[]): readonly string[] =>
  steps
    .flatMap(({ sets = [], sends = '' }) => [...sets.map((set) => set.split(';')[0] ?? ''), ...sends.split('; ')])
    .map((pair) => pair.slice(pair.indexOf('=') + 1))
    .filter((value) => value.length > 6);
