import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHOICES, settingsFrom } from './settings';

const FIRST = { theme: 'devtools', times: 'since-start', preserve: true, fold: false, thirdParty: 'not-known' };

test('what was kept is found again', () => {
  const chosen = { theme: 'dark', times: 'clock', preserve: false, fold: true, thirdParty: 'block' };
  expect(settingsFrom(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
});

test.each([null, 'dark', [], { theme: 'pink', times: 3, preserve: 'no' }])('of %j nothing is taken', (stored) => {
  expect(settingsFrom(stored)).toEqual(FIRST);
});

test('a setting of a later version does not lose the others', () => {
  expect(settingsFrom({ theme: 'light', density: 'compact' })).toEqual({ ...FIRST, theme: 'light' });
});

test('whatever was kept, each setting is one of its values', () => {
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      for (const [name, value] of Object.entries(settingsFrom(stored))) {
        expect(CHOICES[name as keyof typeof CHOICES]).toContain(value);
      }
    }),
  );
});
