import { beforeEach, expect, test } from 'vitest';
import { aTimer } from '../../../test/build/timer';
import { Traffic } from '../../../test/panel/many';
import { instant } from '../../analysis/engine/base/units';
import type { Fact } from '../../analysis/facts/fact';
import { EMPTY_LOG } from '../../protocol/recording-log';
import { Recording } from '../recording/recording';
import { holdBeforeClear, takeLog, useBeforeClear } from './before-clear';

beforeEach(() => useBeforeClear.setState({ held: null }));

const at = 1_800_000_000_000;

function recordingOf(facts: readonly Fact[]): Recording {
  const frames: (() => void)[] = [];
  const recording = new Recording({
    beforePaint: (then) => frames.push(then),
    afterOthers: (then) => frames.push(then),
    after: aTimer().after,
    now: () => 0,
  });
  recording.take({ ...EMPTY_LOG, facts });
  while (frames.length > 0) frames.shift()?.();
  return recording;
}

test('what is recorded after the Clear is not in what was held', () => {
  const traffic = new Traffic();
  const facts = [...traffic.next(3)];
  const recorded = facts.length;
  holdBeforeClear(recordingOf(facts), at);
  facts.push(...traffic.next(1));
  expect(useBeforeClear.getState().held).toMatchObject({ requests: 3, at });
  expect(useBeforeClear.getState().held?.log.facts).toHaveLength(recorded);
});

test('an empty list leaves what was held, a later one takes its place', () => {
  holdBeforeClear(recordingOf(new Traffic().next(2)), at);
  holdBeforeClear(recordingOf([]), at + 1);
  expect(useBeforeClear.getState().held?.at).toBe(at);
  holdBeforeClear(recordingOf(new Traffic().next(1)), at + 2);
  expect(useBeforeClear.getState().held).toMatchObject({ requests: 1, at: at + 2 });
});

test('what a recording that begins anew would take away is held, once', () => {
  const before = new Traffic().next(2);
  const recording = recordingOf(before);
  const [started, ...rest] = new Traffic().next(1);
  if (started?.kind !== 'recorder-started') throw new Error('A recording begins with its browser.');
  const anew: Fact[] = [{ ...started, at: instant(started.at - 3_600_000), cause: 'clock-set-back' }, ...rest];
  takeLog(recording, { ...EMPTY_LOG, facts: anew }, at);
  expect(recording.facts).toBe(anew);
  takeLog(recording, { ...EMPTY_LOG, facts: [...anew] }, at + 1);
  expect(useBeforeClear.getState().held).toMatchObject({ requests: 2, at, log: { facts: before } });
});
