import { expect, test } from 'vitest';
import { aTimer } from '../../../test/build/timer';
import { Traffic } from '../../../test/panel/many';
import { shopFacts } from '../../../test/panel/shop';
import { instant } from '../../analysis/engine/base/units';
import type { Fact } from '../../analysis/facts/fact';
import { EMPTY_LOG, type RecordingLog } from '../../protocol/recording-log';
import { Recording } from './recording';
import { PACE } from './turns';

/** A recording whose frames, tasks and clock go by hand; looking at the clock takes `step` ms. */
function set(step = 0) {
  const timer = aTimer();
  let spent = 0;
  const frames: (() => void)[] = [];
  const tasks: (() => void)[] = [];
  const recording = new Recording({
    beforePaint: (then) => frames.push(then),
    afterOthers: (then) => tasks.push(then),
    after: timer.after,
    now() {
      spent += step;
      return timer.now + spent;
    },
  });
  let shown = 0;
  recording.subscribe(() => (shown += 1));
  const facts: Fact[] = [];
  let log: RecordingLog = { ...EMPTY_LOG, facts };
  return {
    recording,
    pass: timer.pass,
    tell(more: readonly Fact[], change: Partial<RecordingLog> = {}) {
      facts.push(...more);
      log = { ...log, ...change };
      recording.take({ ...log });
    },
    frame() {
      for (const then of frames.splice(0)) then();
    },
    task() {
      for (const then of tasks.splice(0)) then();
      return tasks.length > 0;
    },
    /** How often the views were told. */
    shown: () => shown,
    rows: () => recording.recorded.rows.length - recording.recorded.from,
  };
}

test('the first rows are shown before the next paint, later ones when their pace is due', () => {
  const { tell, frame, pass, shown, rows } = set();
  const traffic = new Traffic();
  tell(traffic.next(3));
  frame();
  expect([shown(), rows()]).toEqual([1, 3]);
  for (let n = 0; n < 10; n++) {
    tell(traffic.next(1));
    pass(PACE / 11);
    frame();
  }
  expect([shown(), rows()]).toEqual([1, 3]);
  pass(PACE / 11);
  frame();
  expect([shown(), rows()]).toEqual([2, 13]);
});

test('what is no row does not wait for the pace of rows', () => {
  const { recording, tell, frame, rows } = set();
  const traffic = new Traffic();
  tell(traffic.next(1));
  frame();
  tell(traffic.next(1));
  tell([], { recording: false });
  frame();
  expect([recording.recorded.isRecording, rows()]).toEqual([false, 2]);
});

test('while the panel is out of view nothing is replayed, and everything when it comes back', () => {
  const { tell, frame, pass, recording, rows } = set();
  const traffic = new Traffic();
  for (let n = 0; n < 50; n++) {
    tell(traffic.next(1));
    pass(1000);
  }
  recording.settle(instant(9e12));
  expect([rows(), recording.recorded.version]).toEqual([0, 0]);
  frame();
  expect(rows()).toBe(50);
});

test('a long recording is replayed in slices between which others have their turn, and shown as it grows', () => {
  const { tell, frame, task, shown, rows } = set(1);
  tell(new Traffic().next(2000));
  frame();
  expect(rows()).toBeGreaterThan(0);
  expect(rows()).toBeLessThan(200);
  let turns = 1;
  while (task()) turns += 1;
  expect(rows()).toBe(2000);
  expect(turns).toBeGreaterThan(20);
  expect(shown()).toBeLessThan(turns / 4);
});

test('time that goes on settles nothing of which facts are still to be replayed', () => {
  const { recording, tell, frame, task, rows } = set(4);
  const facts = shopFacts();
  tell(facts);
  frame();
  recording.settle(instant(9e12));
  const before = rows();
  while (task());
  expect(before).toBeLessThan(rows());
  const whole = set();
  whole.tell(facts);
  whole.frame();
  expect(recording.recorded.rows).toEqual(whole.recording.recorded.rows);
});

test('what had arrived is cleared, though it was not replayed yet, and what comes later is not', () => {
  const { recording, tell, frame, task, rows } = set(1);
  const traffic = new Traffic();
  tell(traffic.next(500));
  frame();
  recording.clear();
  tell(traffic.next(7));
  while (task());
  expect(rows()).toBe(7);
});

test('cleared rows stay away when all facts are replayed anew, and when they come in a new list', () => {
  const { recording, tell, frame, rows } = set();
  const traffic = new Traffic();
  tell(traffic.next(5));
  recording.clear();
  frame();
  const more = traffic.next(2);
  tell(more);
  recording.judgeBy('block');
  frame();
  expect(rows()).toBe(2);
  tell([], { facts: [...new Traffic().next(5), ...more] });
  frame();
  expect(rows()).toBe(2);
});

test('what was cleared before the panel was there is not listed, however often it is replayed, and what comes later is', () => {
  const { recording, tell, frame, rows } = set();
  const traffic = new Traffic();
  const before = traffic.next(5);
  tell(before, { cleared: before.length });
  frame();
  expect([rows(), recording.recorded.requests, recording.recorded.isCleared]).toEqual([0, 0, true]);
  tell(traffic.next(2));
  recording.judgeBy('block');
  frame();
  expect([rows(), recording.recorded.requests]).toEqual([2, 2]);
});

test('rows judged by another policy take the place of the old ones when they are as many', () => {
  const { recording, tell, frame, task, rows } = set(1);
  tell(new Traffic().next(600));
  frame();
  while (task());
  const { replay } = recording.recorded;
  recording.judgeBy('block');
  frame();
  expect([recording.recorded.replay === replay, rows()]).toEqual([true, 600]);
  while (task());
  expect([recording.recorded.replay === replay, rows()]).toEqual([false, 600]);
});

test('of a recording that begins anew nothing was cleared, though its clock shows an earlier time', () => {
  const { recording, tell, frame, pass, rows } = set();
  tell(new Traffic().next(3));
  frame();
  recording.clear();
  frame();
  expect(rows()).toBe(0);
  const anew = new Traffic().next(2).map((fact) => ({ ...fact, at: instant(fact.at - 3_600_000) }));
  tell([], { facts: anew });
  pass(PACE);
  frame();
  expect(rows()).toBe(2);
  expect(recording.recorded.isCleared).toBe(false);
});

test('what was dropped before the list was cleared is missing from no list, and a new recording counts anew', () => {
  const { recording, tell, frame } = set();
  const dropped = () => {
    frame();
    return recording.recorded.dropped;
  };
  tell(new Traffic().next(3), { dropped: 900 });
  expect(dropped()).toBe(900);
  recording.clear();
  expect(dropped()).toBe(0);
  tell([], { dropped: 1200 });
  expect(dropped()).toBe(300);
  tell([], { dropped: 40, facts: [] });
  expect(dropped()).toBe(40);
});
