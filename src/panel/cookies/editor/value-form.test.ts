import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codedValue, decodedValue, formsOf } from './value-form';

const innermost = (value: string) => formsOf(value).at(-1) ?? [];

test.each([
  ['dark', '', 'dark'],
  ['a%20b', 'url', 'a b'],
  ['%7B%22a%22%3A1%7D', 'url json', '{\n  "a": 1\n}'],
  ['{"a":1}', 'json', '{\n  "a": 1\n}'],
  ['eyJhIjoiw6QifQ==', 'base64 json', '{\n  "a": "ä"\n}'],
  ['aGVsbG8gd29ybGQ_', 'base64url', 'hello world?'],
  ['eyJhIjoxfQ%3D%3D', 'url base64 json', '{\n  "a": 1\n}'],
  ['100%', '', '100%'],
  ['31d4d96e407aad42f3c1b7a09e5d8c26', '', '31d4d96e407aad42f3c1b7a09e5d8c26'],
])('%s is taken apart by %s', (value, codings, text) => {
  const form = innermost(value);
  expect(form.join(' ')).toBe(codings);
  expect(decodedValue(value, form)).toBe(text);
});

test('a text that was edited is coded as the value was', () => {
  expect(codedValue('{ "a": 2 }', ['url', 'json'], '%7B%22a%22%3A1%7D')).toBe('%7B%22a%22%3A2%7D');
  expect(codedValue('grüße', ['base64'], '')).toBe('Z3LDvMOfZQ==');
  expect(codedValue('hello world?', ['base64url'], '')).toBe('aGVsbG8gd29ybGQ_');
  expect(codedValue('{', ['url', 'json'], '')).toBeNull();
});

test('what is not edited stays as it is written: large numbers, names that occur twice, what has no escape', () => {
  const value = '%7B"id":12345678901234567890,"x":1.0,"x":"\\u00e9, []","n":[ ],"o":[1,[null]]%7D';
  const form = innermost(value);
  expect(form).toEqual(['url', 'json']);
  const shown = decodedValue(value, form);
  expect(shown).toContain('"id": 12345678901234567890,\n  "x": 1.0,\n  "x": "\\u00e9, []",\n  "n": [],');
  expect(codedValue(shown, form, value)).toBe(value.replace('[ ]', '[]'));
  // As PHP writes it, a plus sign is a space.
  expect(innermost('a+b%21')).toEqual(['url']);
  expect(codedValue('a+c!', ['url'], 'a+b%21')).toBe('a+c%21');
});

test('a value that would not be put together again as it was is not taken apart', () => {
  expect(formsOf('user=1&next=%3Fa%3D1%26b')).toEqual([[]]);
});

test('what is coded is shown as it was before, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.jsonValue(), (text, json) => {
      for (const [inner, form] of [
        [text, ['url']],
        [JSON.stringify([json, 'long enough']), ['base64']],
      ] as const) {
        const value = codedValue(inner, form, '');
        expect(value).not.toBeNull();
        expect(decodedValue(value ?? '', formsOf(value ?? '').find((each) => each.join() === form.join()) ?? [])).toBe(inner);
      }
    }),
  );
});
