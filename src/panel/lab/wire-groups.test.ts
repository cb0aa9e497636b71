import { expect, test } from 'vitest';
import { instant } from '../../analysis/engine/base/units';
import { FIRST_TRIAL, type Trial, type TrialNext } from '../state/trial';
import { tried } from '../state/tried';
import { lineOfBead, wireGroups } from './wire-groups';

const NEXT: TrialNext = {
  url: 'https://shop.example/account',
  as: 'page',
  top: 'https://news.example',
  method: 'GET',
  frames: [],
  redirects: [],
  seconds: 300,
};

function groups(trial: Partial<Trial>) {
  const whole = { ...FIRST_TRIAL, ...trial };
  const result = tried(whole, instant(Date.UTC(2026, 0, 1)));
  if (result === null) throw new Error('an address cannot be read');
  return wireGroups(result, whole.before.length);
}
const inShort = (beads: readonly { readonly name: string; readonly verdict: string }[]) =>
  beads.map(({ name, verdict }) => `${name} ${verdict}`);

test('browsers that agree share a drawing: a line that each stores and withholds, and one that goes', () => {
  const [group, ...others] = groups({
    line: 'sid=1; Path=/; SameSite=Strict',
    after: ['theme=dark; Path=/; SameSite=Lax'],
    next: NEXT,
  });
  expect(others).toEqual([]);
  expect(group?.profiles).toEqual(['spec', 'chromium', 'firefox']);
  expect(inShort(group?.set ?? [])).toEqual(['sid stored', 'theme stored']);
  expect(inShort(group?.sent ?? [])).toEqual(['theme sent']);
  expect(inShort(group?.withheld ?? [])).toEqual(['sid withheld']);
  expect(group?.withheld[0]?.chip).toMatch(/\S/);
  expect([...(group?.set ?? []), ...(group?.sent ?? [])].every(({ evidence }) => evidence === 'predicted')).toBe(true);
});

test('browsers that part have a drawing each', () => {
  const framed = { ...NEXT, as: 'fetch', top: 'https://news.example' } as const;
  const parts = groups({ line: 'sid=1; Path=/; Secure; SameSite=None', next: framed });
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.flatMap(({ profiles }) => profiles).toSorted()).toEqual(['chromium', 'firefox', 'spec']);
});

test('a bead of the response or the request leads to its line', () => {
  const [group] = groups({ line: 'a=1; Path=/', before: ['b=2; Path=/'], next: { ...NEXT, top: '' } });
  expect(group?.set.map(({ key }) => lineOfBead(key))).toEqual([0, 1]);
  expect(group?.sent.map(({ name, key }) => [name, lineOfBead(key)]).toSorted()).toEqual([
    ['a', 1],
    ['b', 0],
  ]);
});
