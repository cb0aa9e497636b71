import { expect, it } from 'vitest';
import { aChange, aCookie, aJarRead } from '../../../test/build/cookie';
import { aRecording } from '../../../test/build/recording';
import { aResponse } from '../../../test/build/response';
import { changesOf, exchangesOf, linesOf, replayed } from '../../../test/build/rows';
import { instant } from '../engine/base/units';
import type { Replay } from './replay';

const A = 'https://a.example/';
const page = () => aResponse().from(A);
const x = (value: string) => aCookie(`x=${value}`);
/** The last request's cookie: what is predicted of it, and how that stands to what went. */
const lastOf = (replay: Replay) => {
  const { cookies = [], withheld = [] } = exchangesOf(replay).at(-1) ?? {};
  return [...cookies, ...withheld].map(({ predicted: { outcome, reasons, missing }, agreement }) =>
    [outcome, ...reasons, ...missing, agreement].join(' '),
  );
};

it.each([
  ['stays behind shortly before its end', 600, '', ['cannot-tell expired-at-that-time not-observed']],
  ['goes shortly before its end', 600, 'x=1', ['sent agrees']],
  ['goes shortly after its end', 1900, 'x=1', ['cannot-tell expired-at-that-time not-observed']],
  ['stays behind shortly after its end', 1900, '', ['withheld expired agrees']],
])('a cookie of a second that %s is not held against the browser', (_what, after, header, expected) => {
  for (const browser of ['chromium', 'firefox'] as const) {
    const next = header === '' ? page() : page().carrying(header);
    const recording = aRecording(browser).add(page().sets('x=1; Max-Age=1').took(0)).after(after).add(next);
    expect(lastOf(replayed(recording))).toEqual(expected);
  }
});

it('the expiry of a line that took long to be reported is the less certain, until the browser tells it', () => {
  const untold = aRecording('firefox').add(page().sets('x=1; Max-Age=4').took(2_000));
  const { now } = untold.clock;
  const told = aRecording('firefox').add(page().sets('x=1; Max-Age=4').took(2_000));
  told.add(aChange().added(x('1').until(instant(now + 4_100))));
  expect(lastOf(replayed(untold.after(1_500).add(page())))).toEqual(['cannot-tell expired-at-that-time not-observed']);
  expect(lastOf(replayed(told.after(1_500).add(page())))).toEqual(['sent differs']);
});

it.each([
  ['before', 1_000, 'sent differs'],
  ['after', 5_000, 'withheld expired differs'],
])('a cookie that is far from its end is held against the browser: %s', (_what, after, expected) => {
  const next = after < 3_000 ? page() : page().carrying('x=1');
  const recording = aRecording().add(page().sets('x=1; Max-Age=3').took(0)).after(after).add(next);
  expect(lastOf(replayed(recording))).toEqual([expected]);
});

it('two cookies that expire do not show that a request left its credentials out', () => {
  const fetched = aResponse().from(`${A}api`).fetchedBy('https://a.example');
  const recording = aRecording().add(page().sets('x=1; Max-Age=2', 'y=1; Max-Age=2').took(0)).after(1_500).add(fetched);
  expect(
    exchangesOf(replayed(recording))
      .at(-1)
      ?.withheld.map(({ predicted }) => predicted.outcome),
  ).toEqual(['cannot-tell', 'cannot-tell']);
});

it('a cookie that expires does not show that third-party cookies are blocked', () => {
  const third = aResponse().from('https://b.example/').fetchedBy('https://a.example', 'image');
  const short = x('1').on('b.example').secure().sameSite('none');
  const recording = aRecording();
  const { now } = recording.clock;
  recording
    .add(aJarRead(null, short.until(instant(now + 2_000))))
    .after(1_800)
    .add(third);
  expect(replayed(recording).policies).toEqual([]);
});

it.each(['x=1; Max-Age=1', 'x=1; Max-Age=1; SameSite=None; Secure'])(
  'a reading after its end does not show that a line was refused: %s',
  (line) => {
    const third = aResponse().from('https://b.example/').fetchedBy('https://a.example', 'image').sets(line).carrying('y=1');
    for (const response of [page().sets(line), ...(line.includes('None') ? [third] : [])]) {
      const recording = aRecording('firefox').add(response).after(900).add(aJarRead(null));
      expect(linesOf(replayed(recording))).toEqual([expect.stringContaining('expired-since: not-observed')]);
    }
  },
);

it('a reading after its end does not show that a line deleted a cookie', () => {
  const recording = aRecording('firefox');
  const { now } = recording.clock;
  recording
    .add(aJarRead(null, x('1').until(instant(now + 1_000))))
    .after(100)
    .add(page().carrying('x=1').sets('x=; Max-Age=0'))
    .after(1_500)
    .add(aJarRead(null));
  expect(linesOf(replayed(recording))).toEqual(['deleted, expired-since: not-observed']);
});

it('a cookie that Firefox tells of only after its end was stored by its line, and nobody deleted it', () => {
  const recording = aRecording('firefox').add(page().sets('x=1; Max-Age=1'));
  const { now } = recording.clock;
  recording.after(1_800).add(aChange().added(x('1').until(instant(now + 990))));
  const replay = replayed(recording);
  expect(linesOf(replay)).toEqual(['stored, stored by change-event: agrees']);
  expect(changesOf(replay)).toEqual([]);
});

it('a change whose expiry was counted from another time is not the doing of a line of the same cookie', () => {
  const fetched = aResponse().from(`${A}api`).fetchedBy('https://a.example').request({ cookie: null }).sets('x=1; Max-Age=3600');
  const recording = aRecording()
    .add(aJarRead(null, aCookie('y=1')))
    .after(2_000)
    .add(fetched);
  const { now } = recording.clock;
  recording.after(4_000).add(aChange().added(x('1').until(instant(now + 4_000 + 3_600_000))));
  const replay = replayed(recording);
  expect(linesOf(replay)).toEqual([expect.stringContaining('not-observed')]);
  expect(changesOf(replay).map(({ outcome }) => outcome)).toEqual(['stored']);
});
