import { beforeEach, expect, test, vi } from 'vitest';
import { showInLab } from './navigation-history';
import { closeOpened } from './opened';
import { FIRST_TRIAL } from './trial';
import { useTrial } from './use-trial';

vi.hoisted(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null });
});

const RECORDED = { ...FIRST_TRIAL, line: 'sid=1; Path=/' };
const inLab = () => [useTrial.getState().trial.line, useTrial.getState().source];

beforeEach(() => useTrial.getState().begin(FIRST_TRIAL));

test('a line of the other recording does not stay in the Lab, not even where its own line was not recorded', () => {
  for (const source of [{ exchange: 'x', index: 0 }, null]) {
    showInLab(RECORDED, source);
    useTrial.getState().set({ ...RECORDED, line: 'sid=1; Path=/; Secure' });
    closeOpened();
    expect(inLab()).toEqual([FIRST_TRIAL.line, null]);
  }
});

test('a line that was typed stays', () => {
  useTrial.getState().set({ ...FIRST_TRIAL, line: 'typed=1' });
  closeOpened();
  expect(inLab()).toEqual(['typed=1', null]);
});
