import { expect, test } from 'vitest';
import { aRecording } from '../../../test/build/recording';
import { aResponse } from '../../../test/build/response';
import { replayed } from '../../../test/build/rows';
import { runToEnd } from '../../analysis/session/shared/chunked';
import { analyze } from '../analysis-scheduler/analyze';
import type { Against } from '../state/travel-choices';
import { cookieRows } from './cookie-row';
import { isMoment, timeTravel } from './time-travel';

const page = (...lines: readonly string[]) =>
  aResponse()
    .from('https://shop.example/')
    .sets(...lines);
const replay = replayed(
  aRecording('chromium').add(
    page('a=1; Path=/', 'b=1; Path=/'),
    page('a=2; Path=/'),
    page('b=; Path=/; Max-Age=0', 'c=1; Path=/'),
    page(),
  ),
);
const moments = replay.rows.filter(isMoment);
const now = cookieRows(replay, runToEnd(analyze(replay, null)));

/** What is marked when one stands before the row at `place`. */
function marked(place: number, against: Against | number): Record<string, string> {
  const other = typeof against === 'number' ? { row: moments[against]?.id ?? '' } : against;
  const journey = timeTravel(replay, moments, { at: moments[place]?.id ?? '', against: other, now });
  const names = new Map(journey?.rows.map((row) => [row.key, row.name]));
  return Object.fromEntries([...(journey?.marks ?? [])].map(([key, mark]) => [names.get(key), mark]));
}

test('against now: what has changed since the moment', () => {
  expect(marked(1, 'now')).toEqual({ a: 'changed', b: 'removed', c: 'added' });
  expect(marked(3, 'now')).toEqual({});
});

test('against the beginning: what had changed until the moment', () => {
  expect(marked(2, 'start')).toEqual({ a: 'added', b: 'added' });
});

test('any two moments are compared, from the earlier to the later, whichever one stands at', () => {
  expect(marked(2, 1)).toEqual({ a: 'changed' });
  expect(marked(1, 2)).toEqual({ a: 'changed' });
  expect(marked(1, 3)).toEqual({ a: 'changed', b: 'removed', c: 'added' });
  expect(marked(2, 2)).toEqual({});
});

test('a row that is not there any more is the last moment, and without any there is nowhere to go', () => {
  expect(timeTravel(replay, moments, { at: 'gone', against: 'now', now })?.at).toBe(moments.at(-1));
  expect(timeTravel(replay, [], { at: 'gone', against: 'now', now })).toBeNull();
});
