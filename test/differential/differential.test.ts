import { expect, inject, test } from 'vitest';
import { run } from './run';

const SEED = 20261123;
const CASES = 120;
const browser = inject('browser');

test(`the engine stores, sends and refuses as the real ${browser} does`, { timeout: 400_000 }, async () => {
  const { cases, failed, judgement } = await run({ browser, seed: SEED, cases: CASES });
  expect(failed).toEqual({});
  expect(cases.length).toBe(CASES);
  expect(judgement.decisions.storage).toBeGreaterThan(CASES);
  expect(judgement.decisions.sending).toBeGreaterThan(CASES);
  expect(judgement.disagreements).toEqual([]);
});
