import { expect, test } from 'vitest';
import { RecordingSwitch } from './recording-switch';

test('an event belongs to the time when it happened, not to the time when it was reported', () => {
  const recording = new RecordingSwitch();
  recording.turn({ on: false, at: 1000, elapsed: 100 });
  recording.turn({ on: true, at: 2000, elapsed: 1100 });
  recording.turn({ on: false, at: 3000, elapsed: 2100 });
  expect([999, 1000, 1999, 2000, 2999, 3000].map((at) => recording.wasOn(at, 2200))).toEqual([
    true,
    false,
    false,
    true,
    true,
    false,
  ]);
});

test('turning on what is on is no turn', () => {
  const recording = new RecordingSwitch();
  recording.turn({ on: true, at: 1000, elapsed: 0 });
  expect([recording.isOn, recording.wasOn(500, 10)]).toEqual([true, true]);
});

test('after the system’s clock went back, an event of now is not taken for one of a pause long ago', () => {
  const recording = new RecordingSwitch();
  recording.turn({ on: false, at: 100_000, elapsed: 0 });
  recording.turn({ on: true, at: 200_000, elapsed: 100_000 });
  expect(recording.wasOn(150_000, 110_000)).toBe(false);
  expect(recording.wasOn(150_000, 140_000)).toBe(true);
});
