import { expect, test } from 'vitest';
import { instant } from '../../../analysis/engine/base/units';
import { ALONE, DIRECT, type Trial } from '../../state/trial';
import { tried } from '../../state/tried';
import { stepSegments } from './step-groups';

/** The segments of Chromium's steps over a line: "group outcome", the deciding one with its number. */
function segments(line: string): readonly string[] {
  const trial: Trial = {
    ...ALONE,
    ...DIRECT,
    line,
    url: 'https://shop.example/',
    as: 'page',
    top: '',
    method: 'GET',
    next: null,
    thirdParty: 'default',
  };
  const verdict = tried(trial, instant(0))?.verdicts.find(({ profile }) => profile === 'chromium')?.verdict;
  return stepSegments(verdict?.steps ?? [], verdict?.decider ?? null).map(
    ({ group, outcome, decider }) => `${group} ${outcome}${decider ? ` ${decider.number} ${decider.step.id}` : ''}`,
  );
}

test('each group of steps is one segment, and the one that decides bears its step and number', () => {
  expect(segments('__Host-a=1; Path=/; Secure; Domain=shop.example')).toEqual([
    'line passed',
    'domain passed',
    'secure passed',
    'same-site passed',
    'prefix failed 18 set-prefix-host',
    'jar after',
  ]);
});

test('where nothing fails no segment decides and none is left over', () => {
  expect(segments('a=1; Path=/').join()).not.toMatch(/failed|after|\d/);
});
