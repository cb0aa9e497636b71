import { expect, test } from 'vitest';
import { visible, visibleString } from './visible';

test('ordinary text, markup and letters of other scripts stay one piece', () => {
  for (const text of ['', 'sid=abc', '<b onclick=x>', 'Zoë', 'שלום', '日本', '🍪']) {
    expect(visible(text)).toEqual([{ kind: 'plain', text, at: 0 }]);
  }
});

test('a right-to-left override is named where it stands', () => {
  expect(visible('a\u202eb')).toEqual([
    { kind: 'plain', text: 'a', at: 0 },
    { kind: 'mark', text: 'RLO', at: 1 },
    { kind: 'plain', text: 'b', at: 2 },
  ]);
});

test.each([
  ['\u200b', '⟨ZWSP⟩'],
  ['\ufeff', '⟨BOM⟩'],
  ['\u0000', '⟨NUL⟩'],
  ['\u{e0041}', '⟨U+E0041⟩'],
  ['\ufffd', '⟨U+FFFD⟩'],
  ['\t\n', '⟨TAB⟩⟨LF⟩'],
])('names the unseen character %j as %s', (text, shown) => {
  expect(visibleString(text)).toBe(shown);
});

test('gives the same answer when asked twice', () => {
  expect(visible('\u200bx')).toEqual(visible('\u200bx'));
});
