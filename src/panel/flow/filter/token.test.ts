import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokens } from './token';

const brief = (text: string) => tokens(text).map(({ negated, key, value }) => [negated, key, value]);

test.each([
  ['is:rejected', [[false, 'is', 'rejected']]],
  ['-Type:image', [[true, 'type', 'image']]],
  [
    '"two words" x',
    [
      [false, null, 'two words'],
      [false, null, 'x'],
    ],
  ],
  ['cookie:"a b"', [[false, 'cookie', 'a b']]],
  ['https://a.example/', [[false, null, 'https://a.example/']]],
  ['name:', [[false, 'name', '']]],
  ['"open', [[false, null, 'open']]],
  ['-', [[false, null, '-']]],
  [
    '  a   b ',
    [
      [false, null, 'a'],
      [false, null, 'b'],
    ],
  ],
])('reads %j', (text, expected) => {
  expect(brief(text)).toEqual(expected);
});

test('a regular expression may hold slashes behind backslashes, and a path is none', () => {
  expect(tokens('name:/a\\/b/i')[0]?.regex).toEqual({ source: 'a\\/b', flags: 'i' });
  expect(tokens('/login/step')[0]?.regex).toBeNull();
});

test('never throws, and its words stand in order inside the text', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(fc.constantFrom('is:', '"', '/', '-', ' ', 'a', ':')).map((x) => x.join('')),
      ),
      (text) => {
        let at = 0;
        for (const token of tokens(text)) {
          expect(token.start).toBeGreaterThanOrEqual(at);
          expect(token.end).toBeGreaterThan(token.start);
          at = token.end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      },
    ),
  );
});
