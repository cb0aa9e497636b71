import { PROFILES } from '../../analysis/engine/base/profile';
import type { Command } from '../command/command';
import { beReadable } from '../command/files';
import { THIRD_PARTY } from '../simulate/arguments';
import { simulate as simulateCases } from '../simulate/simulate';

const NAMES = ['profile', 'third-party', 'reasons'] as const;

export const simulateCommand: Command = {
  name: 'simulate',
  summary: 'Runs a file of cases through the engine, one JSON line a case.',
  operands: 'FILE.json --profile PROFILE',
  count: [1, 1],
  options: [
    { name: 'profile', value: 'PROFILE', choices: PROFILES, says: 'whose rules' },
    { name: 'third-party', value: 'POLICY', choices: THIRD_PARTY, says: 'what becomes of third-party cookies' },
    { name: 'reasons', value: 'NAMES', choices: ['cdp'], says: 'name reasons as Chromium’s DevTools do' },
  ],
  examples: [
    {
      line: 'cookie-flow simulate cases.json --profile chromium',
      says: 'Prints what the engine makes of each case of the file, by the rules of Chromium.',
    },
  ],
  run: (given) => {
    const [file = ''] = given.operands;
    beReadable(file);
    const options = NAMES.flatMap((name) => {
      const value = given.one(name);
      return value === null ? [] : [`--${name}`, value];
    });
    return simulateCases([...options, '--', file]);
  },
};
