import { expect, test } from 'vitest';
import { lineCompletions } from './completions';

/** The caret stands at the bar. */
const offered = (marked: string) => lineCompletions(marked.replace('|', ''), marked.indexOf('|'), 'shop.example');
const labels = (marked: string) => offered(marked).map(({ label }) => label);

test.each([
  ['sid=1; se|', ['Secure']],
  ['sid=1; Secure; s|', ['SameSite=']],
  ['sid=1; s|; Secure', ['SameSite=']],
  ['sid=1; SameSite=|', ['Strict', 'Lax', 'None']],
  ['sid=1; samesite=l|', ['Lax']],
  ['sid=1; Domain=|', ['shop.example']],
  ['sid=1; Secure|', []],
  ['sid=|', []],
  ['__h|', ['__Host-', '__Http-', '__Host-Http-']],
  ['a=1; Secure\nb=2; se|', ['Secure']],
  ['a=1; Sec|\nb=2; Secure', ['Secure']],
])('%s: %j', (marked, expected) => {
  expect(labels(marked)).toEqual(expected);
});

test('all attributes are offered after a semicolon, but those the line has', () => {
  expect(labels('sid=1; Path=/; |')).toEqual([
    'Secure',
    'HttpOnly',
    'SameSite=',
    'Max-Age=',
    'Expires=',
    'Domain=',
    'Partitioned',
    'Priority=',
  ]);
});

test('what is taken stands in place of what was typed, and the caret after it', () => {
  const [first] = offered('sid=1; sam|; Path=/');
  expect(first).toEqual({ label: 'SameSite=', text: 'sid=1; SameSite=; Path=/', caret: 16 });
});
