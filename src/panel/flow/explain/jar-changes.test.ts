import { expect, test } from 'vitest';
import { aRecording } from '../../../../test/build/recording';
import { aResponse } from '../../../../test/build/response';
import { exchangesOf, replayed } from '../../../../test/build/rows';
import { jarChanges } from './jar-changes';

/** What the lines of the last of these responses change, in short: each change once, in the order of the lines. */
function changes(...responses: readonly (readonly string[])[]) {
  const recording = aRecording('chromium');
  for (const lines of responses)
    recording.add(
      aResponse()
        .from('https://shop.example/')
        .sets(...lines),
    );
  const last = exchangesOf(replayed(recording)).at(-1);
  const changes = (last?.lines ?? []).flatMap((_, index) => (last ? jarChanges(last, index, null) : []));
  return [...new Map(changes.map((change) => [change.key, change])).values()].map(({ name, mark, fields }) => [
    `${name} ${mark}`,
    ...fields.map(({ label, before, after }) => `${label}: ${before} → ${after}`),
  ]);
}

test('under a line stands what became of its own cookie: nothing under a refused one, even of that name', () => {
  const response = aResponse().from('https://shop.example/').sets('sid=1; Path=/', 'sid=2; Path=/; SameSite=None', 'a=1');
  const [exchange] = exchangesOf(replayed(aRecording('chromium').add(response)));
  const names = (index: number) => (exchange ? jarChanges(exchange, index, null) : []).map(({ name }) => name);
  expect([names(0), names(1), names(2)]).toEqual([['sid'], [], ['a']]);
});

test('a new cookie is added, and a refused one changes nothing', () => {
  expect(changes(['a=1; Path=/', '__Host-no=1; Domain=shop.example; Path=/; Secure'])).toEqual([['a added']]);
});

test('of a replaced cookie every field that is another is reported, its long value masked', () => {
  expect(changes(['sid=abcdefghijkl; Path=/'], ['sid=mnopqrstuvwx; Path=/; Secure; SameSite=Lax'])).toEqual([
    ['sid changed', 'Value: abcd… → mnop…', 'Secure: absent → present', 'SameSite: absent → Lax'],
  ]);
});

test('long values that begin alike are shown where they part', () => {
  expect(changes(['sid=abcdefghijkl; Path=/'], ['sid=abcdefGHIJKL; Path=/'])).toEqual([
    ['sid changed', 'Value: …ghij… → …GHIJ…'],
  ]);
  expect(changes(['sid=abcdefghijkl; Path=/'], ['sid=abcdefghijklm; Path=/'])).toEqual([['sid changed', 'Value: … → …m']]);
});

test('of a signed value of Express the mark that all of them have is no part of what is shown', () => {
  expect(changes(['sid=s%3Aabcdefgh; Path=/'], ['sid=s%3Aijklmnop; Path=/'])).toEqual([
    ['sid changed', 'Value: s%3Aabcd… → s%3Aijkl…'],
  ]);
});

test('a cookie that is set again as it was is no change', () => {
  expect(changes(['a=1; Path=/'], ['a=1; Path=/'])).toEqual([]);
});

test('a deleted cookie is removed', () => {
  expect(changes(['a=1; Path=/'], ['a=; Path=/; Max-Age=0'])).toEqual([['a removed']]);
});

test('several lines for one cookie are one change, from the first to the last', () => {
  expect(changes(['a=1; Path=/'], ['a=2; Path=/', 'a=3; Path=/'])).toEqual([['a changed', 'Value: 1 → 3']]);
  expect(changes([], ['a=1; Path=/', 'a=; Path=/; Max-Age=0'])).toEqual([]);
});
