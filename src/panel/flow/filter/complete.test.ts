import { expect, test } from 'vitest';
import { completions } from './complete';

const words = (key: string) => (key === 'cookie' ? ['sid', 'csrf', 'a b'] : []);
const offered = (text: string, caret = text.length) => completions(text, caret, words).map(({ label }) => label);

test('offers the keys that begin as typed', () => {
  expect(offered('st')).toEqual(['status:']);
  expect(offered('')).toContain('is:');
});

test('offers the values of a key, and what the recording holds', () => {
  expect(offered('is:rej')).toEqual(['rejected']);
  expect(offered('cookie:')).toEqual(['sid', 'csrf', '"a b"']);
});

test('completes behind a minus and in the middle of a filter', () => {
  const [first] = completions('-ty host:a', 3, words);
  expect(first).toEqual({ label: 'type:', text: '-type: host:a', caret: 6 });
});

test('a taken value leaves the caret ready for the next word', () => {
  const [first] = completions('is:rej', 6, words);
  expect(first).toMatchObject({ text: 'is:rejected ', caret: 12 });
});

test('offers nothing inside quotes', () => {
  expect(offered('"is')).toEqual([]);
});
