import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_LOG_LIMIT } from '../../protocol/recording-log';
import { CHOICES, logLimitOf, settingsFrom } from './settings';

const FIRST = {
  theme: 'devtools',
  times: 'since-start',
  preserve: true,
  collapse: false,
  thirdParty: 'not-known',
  mostEvents: 200_000,
  mostMemory: 256,
};

test('what was kept is found again', () => {
  const chosen = {
    theme: 'dark',
    times: 'clock',
    preserve: false,
    collapse: true,
    thirdParty: 'block',
    mostEvents: 10_000,
    mostMemory: 1024,
  };
  expect(settingsFrom(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
});

test.each([null, 'dark', [], { theme: 'pink', times: 3, preserve: 'no', mostEvents: 7, mostMemory: '64' }])(
  'of %j nothing is taken',
  (stored) => {
    expect(settingsFrom(stored)).toEqual(FIRST);
  },
);

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

test('until the reader chooses, a recording may hold what a recorder without a panel lets it hold', () => {
  expect(logLimitOf(settingsFrom(null))).toEqual(DEFAULT_LOG_LIMIT);
});

test('a limit of memory is reported in octets', () => {
  expect(logLimitOf(settingsFrom({ mostEvents: 50_000, mostMemory: 64 }))).toEqual({ events: 50_000, octets: 67_108_864 });
});
