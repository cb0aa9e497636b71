import { expect, test } from 'vitest';
import { type Stop, stopAfter, stopsOf } from './stops';

const beads = (...keys: readonly string[]) => keys.map((key) => ({ key }));
const STOPS = stopsOf(
  [
    { id: 'one', sent: beads('sent'), withheld: beads('held'), set: beads('set') },
    { id: 'two', sent: [], withheld: [], set: beads('last') },
  ],
  new Set(['one', 'two']),
);
const bead = (key: string): Stop => ({ kind: 'bead', key });
const near = (hop: string): Stop => ({ kind: 'near-misses', hop });

test('down leads from the last bead of a request to its cookies that live elsewhere, and on', () => {
  expect(STOPS).toEqual([bead('sent'), bead('held'), near('one'), bead('set'), near('two'), bead('last')]);
  expect(stopAfter(STOPS, bead('held'), 'ArrowDown')).toEqual(near('one'));
  expect(stopAfter(STOPS, near('one'), 'ArrowDown')).toEqual(bead('set'));
  expect(stopAfter(STOPS, bead('last'), 'ArrowDown')).toBeNull();
});

test('up leads back', () => {
  expect(stopAfter(STOPS, bead('set'), 'ArrowUp')).toEqual(near('one'));
  expect(stopAfter(STOPS, near('one'), 'ArrowUp')).toEqual(bead('held'));
});

test('left and right walk the beads alone, and open and close on the line itself', () => {
  expect(stopAfter(STOPS, bead('held'), 'ArrowRight')).toEqual(bead('set'));
  expect(stopAfter(STOPS, bead('set'), 'ArrowLeft')).toEqual(bead('held'));
  expect(stopAfter(STOPS, near('one'), 'ArrowRight')).toBeUndefined();
});

test('Home and End lead to the first and the last bead', () => {
  expect(stopAfter(STOPS, near('two'), 'Home')).toEqual(bead('sent'));
  expect(stopAfter(STOPS, bead('sent'), 'End')).toEqual(bead('last'));
});
