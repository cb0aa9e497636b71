import { expect, test } from 'vitest';
import { judge, outOfOrder, problemsOf } from './judge';

const seen = [1, 2, 3, 4].map((n) => ({ path: `/n/a/${n}`, at: n * 100, cookies: 2 }));
const row = (text: string, sent = 2) => ({ text, sent });

test('what was seen and not listed is lost, what is listed twice is reported, and what nobody sent is foreign', () => {
  const listed = ['/n/a/1', '/n/a/3', '/n/a/3', '/n/a/4', '/other/a/1'].map((path) => row(path));
  expect(judge(seen, listed, [])).toEqual({
    due: 4,
    problems: { lost: ['/n/a/2'], twice: ['/n/a/3'], foreign: ['/other/a/1'], 'with other cookies': [] },
  });
});

test('a request that is listed with more or fewer cookies than it had is reported', () => {
  const listed = [row('/n/a/1'), row('/n/a/2', 0), row('/n/a/3', 3), row('/n/a/4')];
  expect(problemsOf(judge(seen, listed, []).problems)).toEqual(['2 with other cookies: /n/a/2, /n/a/3']);
});

test('in a pause a request may be listed or not, but not twice', () => {
  const pause = { from: 150, to: 350 };
  const listed = [row('/n/a/1'), row('/n/a/3'), row('/n/a/4')];
  expect(judge(seen, listed, [pause]).due).toBe(2);
  expect(problemsOf(judge(seen, listed, [pause]).problems)).toEqual([]);
  expect(problemsOf(judge(seen, [...listed, row('/n/a/3')], [pause]).problems)).toEqual(['1 twice: /n/a/3']);
});

test('a row that stands before one of an earlier request is out of order', () => {
  expect(outOfOrder(seen, [row('/n/a/1'), row('/n/a/3'), row('/n/a/2'), row('/n/a/4')])).toEqual(['/n/a/3']);
});
