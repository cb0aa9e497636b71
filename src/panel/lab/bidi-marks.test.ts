import { expect, test } from 'vitest';
import { editable, meant, turningName } from './bidi-marks';

const ALL = '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069';

test('every character that turns the direction is shown as one that does not, in its place, and meant as it was', () => {
  const line = `a=${ALL}b; Path=/`;
  expect(editable(line)).toHaveLength(line.length);
  expect(editable(line)).not.toMatch(new RegExp(`[${ALL}]`));
  expect(meant(editable(line), line)).toBe(line);
});

test('what stands for a character names it', () => {
  expect([...editable(ALL)].map(turningName)).toEqual(
    [...ALL].map((char) => `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`),
  );
  expect(turningName('a')).toBeNull();
});

test('private characters of a line stay what they are', () => {
  const line = 'a=\ue02e; Path=/';
  expect(meant(editable(line), line)).toBe(line);
  expect(meant(editable(`${line}\u202e`), `${line}\u202e`)).toBe(`${line}\u202e`);
});

test('a line that is typed anew means what it says', () => {
  expect(meant('a=1; Path=/', 'a=\u202e1')).toBe('a=1; Path=/');
});
