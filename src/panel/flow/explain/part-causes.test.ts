import { describe, expect, test } from 'vitest';
import { instant } from '../../../analysis/engine/base/units';
import { ALONE, DIRECT, type Trial } from '../../state/trial';
import { tried } from '../../state/tried';
import { partsOfLine } from './attribute-words';
import type { CookiePart } from './cookie-part';

/** The parts of a line with why Chromium rejects it, in the order shown. */
function parts(line: string, url = 'https://shop.example/'): readonly CookiePart[] {
  const trial: Trial = { ...ALONE, ...DIRECT, line, url, as: 'page', top: '', method: 'GET', next: null, thirdParty: 'default' };
  const result = tried(trial, instant(0));
  const chromium = result?.verdicts.find(({ profile }) => profile === 'chromium')?.verdict;
  const refusal = chromium?.steps.find(({ outcome }) => outcome === 'failed') ?? null;
  return result ? partsOfLine(result.parsed, { at: instant(0), date: null, profile: 'chromium' }, refusal) : [];
}

const CAUSES = new Set<CookiePart['effect']>(['at-fault', 'missing', 'broken']);
const causes = (line: string, url?: string) =>
  parts(line, url)
    .filter(({ effect }) => CAUSES.has(effect))
    .map(({ label, effect }) => `${label} ${effect}`);

describe('the part for which a line is rejected is marked, and its prefix with it', () => {
  test.each([
    ['__Host-a=1; Path=/', ['Secure missing', 'Prefix broken']],
    ['__Secure-a=1', ['Secure missing', 'Prefix broken']],
    ['__Host-a=1; Path=/; Secure; Domain=shop.example', ['Domain at-fault', 'Prefix broken']],
    ['__Host-a=1; Secure; Path=/account', ['Path at-fault', 'Prefix broken']],
    ['__Host-a=1; Secure', ['Path missing', 'Prefix broken']],
    ['a=1; SameSite=None', ['SameSite at-fault', 'Secure missing']],
    ['a=1; Partitioned', ['Partitioned at-fault', 'Secure missing']],
    ['__Host-a=1; Path=/; Secure', []],
    ['a=1', []],
  ])('%s', (line, wanted) => {
    expect(causes(line)).toEqual(wanted);
  });

  test('Secure is no cause where it is written: the connection is', () => {
    expect(causes('__Secure-a=1; Secure', 'http://shop.example/')).not.toContain('Secure missing');
  });
});

test('what the prefix does not allow says so instead of what it does elsewhere', () => {
  const [domain] = parts('__Host-a=1; Path=/; Secure; Domain=shop.example');
  expect(domain?.sentence).toBe('The cause: the prefix of the name does not allow it.');
});

test('what is absent stands last', () => {
  const effects = parts('a=1; Secure').map(({ effect }) => effect);
  const absent = effects.indexOf('absent');
  expect(absent).toBe(1);
  expect(effects.slice(absent).every((effect) => effect === 'absent')).toBe(true);
});
