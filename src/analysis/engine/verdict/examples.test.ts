import { describe, expect, test } from 'vitest';
import { accessFor, jarWith, octets, titleOf } from '../../../../test/build/engine-example';
import { PROFILES, type Profile } from '../base/profile';
import { SEND_REASONS, SET_REASONS } from './cdp-names';
import type { Circumstances, Verdicts } from './examples/example';
import { SEND_EXAMPLES } from './examples/send';
import { SET_TABLES } from './examples/tables';
import { decideSend, explainSend } from './on-send';
import { decideSet, explainSet } from './on-set';
import { SEND_STEPS } from './steps/send';
import { SET_STEPS } from './steps/set';
import type { Step, StepId, Verdict } from './verdict';

const saysOf = (says: Verdicts<string>): Readonly<Record<Profile, string>> => {
  const [spec, chromium, firefox] = typeof says === 'string' ? [says, says, says] : says;
  return { spec, chromium, firefox };
};

const said = ({ outcome, reason, missing }: Step): string => reason ?? (missing === null ? outcome : `cannot tell: ${missing}`);

function stepOf({ steps }: Verdict, id: StepId): Step {
  const found = steps.find((step) => step.id === id);
  if (found === undefined) throw new Error(`There is no step ${id}.`);
  return found;
}

const saysText = (says: Verdicts<string>): string => (typeof says === 'string' ? says : says.join(' | '));

/** What tells apart examples of one line and one URL. */
function causeText({ cause, before = [], policy, age, clock, unknown }: Circumstances): string {
  const parts = [
    ...(cause === undefined ? [] : [cause.act, ...cause.documents, ...(cause.redirects ?? [])]),
    ...(before.length === 0 ? [] : [`after ${before.length} like ${before[0]?.[0]}`]),
    ...(policy === undefined ? [] : [typeof policy === 'string' ? policy : `unknown ${policy.unknown}`]),
    ...(age === undefined ? [] : [`after ${age} s`]),
    ...(clock === undefined ? [] : ['clock unknown']),
    ...Object.keys(unknown ?? {}).map((name) => `${name} unknown`),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

const withoutTable = (steps: readonly { readonly id: string }[], tables: readonly { readonly step: string }[]) =>
  steps
    .filter(({ id }) => !tables.some(({ step }) => step === id))
    .map(({ id }) => `${id}: write a table of examples for it in src/analysis/engine/verdict/examples`);

describe('setting', () => {
  for (const { step, section, examples } of SET_TABLES) {
    describe(`${step}, ${section}`, () => {
      test.each(
        examples.map(
          ([line, url, says, more = {}]) =>
            [`${titleOf(line)} at ${titleOf(url)}${causeText(more)}: ${saysText(says)}`, { line, url, says, more }] as const,
        ),
      )('%s', (_title, { line, url, says, more }) => {
        const expected = saysOf(says);
        const found = { ...expected };
        for (const profile of PROFILES) {
          const jar = jarWith(more.before ?? [], profile);
          const access = accessFor(url, more, profile);
          const result = stepOf(explainSet(jar, access, octets(line)), step);
          expect(result.section).toBe(section);
          found[profile] = said(result);
          const { accepted, reasons, missing } = decideSet(jar, access, octets(line));
          if (result.reason === null) expect(reasons.filter((each) => isReasonOf(step, each))).toEqual([]);
          else expect([accepted, reasons]).toEqual([false, expect.arrayContaining([result.reason])]);
          if (result.missing !== null && reasons.length === 0)
            expect([accepted, missing]).toEqual(['cannot-tell', expect.arrayContaining([result.missing])]);
        }
        expect(found).toEqual(expected);
      });
    });
  }

  test('every step has its table, in the standard’s order', () => {
    expect(withoutTable(SET_STEPS, SET_TABLES)).toEqual([]);
    expect(SET_TABLES.map(({ step }) => step)).toEqual(SET_STEPS.map(({ id }) => id));
  });

  test('a step without a table is told where to write it', () => {
    expect(withoutTable([{ id: 'set-new' }], SET_TABLES)).toEqual([
      'set-new: write a table of examples for it in src/analysis/engine/verdict/examples',
    ]);
  });

  test('every reason is given in the table of its step', () => {
    const given = new Set(SET_TABLES.flatMap(({ examples }) => examples.flatMap(([, , says]) => Object.values(saysOf(says)))));
    const elsewhere = ['credentials-omitted', 'preflight', 'clear-site-data'];
    expect(SET_REASONS.filter((reason) => !elsewhere.includes(reason) && !given.has(reason))).toEqual([]);
  });
});

const isReasonOf = (step: StepId, reason: string): boolean => reason in (SET_STEPS.find(({ id }) => id === step)?.reasons ?? {});

describe('sending', () => {
  for (const { step, section, examples } of SEND_EXAMPLES) {
    describe(`${step}, ${section}`, () => {
      test.each(
        examples.map(
          ([set, url, says, more = {}]) =>
            [`${set[0]} of ${set[1]} to ${url}${causeText(more)}: ${saysText(says)}`, { set, url, says, more }] as const,
        ),
      )('%s', (_title, { set, url, says, more }) => {
        const expected = saysOf(says);
        const found = { ...expected };
        for (const profile of PROFILES) {
          const access = accessFor(url, more, profile);
          const [cookie] = jarWith([set], profile, more.age).all();
          if (cookie === undefined) throw new Error(`${profile} does not store ${set[0]}`);
          const result = stepOf(explainSend(cookie, access), step);
          expect(result.section).toBe(section);
          found[profile] = said(result);
          const { outcome, reasons } = decideSend(cookie, access);
          if (result.reason !== null) expect([outcome, reasons]).toEqual(['withheld', expect.arrayContaining([result.reason])]);
        }
        expect(found).toEqual(expected);
      });
    });
  }

  test('every step has its table, in the standard’s order', () => {
    expect(withoutTable(SEND_STEPS, SEND_EXAMPLES)).toEqual([]);
    expect(SEND_EXAMPLES.map(({ step }) => step)).toEqual(SEND_STEPS.map(({ id }) => id));
  });

  test('every reason is given in the table of its step', () => {
    const given = new Set(SEND_EXAMPLES.flatMap(({ examples }) => examples.flatMap(([, , says]) => Object.values(saysOf(says)))));
    // Only a jar that was read from the browser can hold SameSite=None without Secure.
    const elsewhere = ['credentials-omitted', 'same-site-none-insecure'];
    expect(SEND_REASONS.filter((reason) => !elsewhere.includes(reason) && !given.has(reason))).toEqual([]);
  });
});
