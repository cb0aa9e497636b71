import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestFields, bodyFields as fieldsOf, type WireBody } from './body-fields';

/** Lays the value open, to see what would have been digested; the real one is in platform. */
const open = (value: string) => `<${value}>`;
/** As the recorder gets and digests them. */
const bodyFields = (body: WireBody | null, digest: (value: string) => string) => digestFields(fieldsOf(body), digest);

const raw = (...parts: readonly string[]): WireBody => ({ raw: parts.map((part) => ({ bytes: buffer(part) })) });
const buffer = (part: string): ArrayBuffer => new Uint8Array(Buffer.from(part, 'utf8')).buffer;
const named = (body: WireBody | null) =>
  Object.fromEntries((bodyFields(body, open) ?? []).map(({ name, digest }) => [name, digest]));

test('gives the fields of a form', () => {
  expect(named({ formData: { _csrf: ['abcdefghij'], user: ['someone@a.example'] } })).toEqual({
    _csrf: '<abcdefghij>',
    user: '<someone@a.example>',
  });
});

test('gives each value of a repeated field', () => {
  expect(bodyFields({ formData: { tag: ['first-value', 'second-value'] } }, open)).toHaveLength(2);
});

test('takes a field that is not text by its octets', () => {
  expect(named({ formData: { blob: [buffer('ééééé')] } })).toEqual({ blob: '<Ã©Ã©Ã©Ã©Ã©>' });
});

describe('a raw body', () => {
  test('is read as JSON, names being paths', () => {
    const body = raw(
      '{"user":{"email":"someone@a.example","password":"hunter2hunter2"},"list":[{"token":"abcdefghij"}],"on":true}',
    );
    expect(named(body)).toEqual({
      'user.email': '<someone@a.example>',
      'user.password': null,
      'list.token': '<abcdefghij>',
      on: null,
    });
  });

  test('tells no key that is a value: below a password, or one that looks like an id', () => {
    const body = raw('{"password":{"hunter2":1},"carts":{"9f2c71d0a4e85b369f2c71d0":{"coupon":"abcdefghij"}},"step2":true}');
    expect(named(body)).toEqual({ password: null, 'carts.[id].coupon': '<abcdefghij>', step2: null });
  });

  test('may come in parts, cut within a character', () => {
    const octets = new Uint8Array(Buffer.from('{"näme":"abcdefghij"}'));
    const parts = [octets.slice(0, 4), octets.slice(4)].map((part) => ({ bytes: part.buffer }));
    expect(named({ raw: parts })).toEqual({ näme: '<abcdefghij>' });
  });

  test.each([
    ['plain text', raw('hello world')],
    ['broken JSON', raw('{"a":')],
    ['Base64', raw('aHVudGVyMmh1bnRlcjI=')],
    ['a file', { raw: [{ file: '/tmp/x' }] }],
    ['over 256 KiB', raw(`["${'x'.repeat(300_000)}"]`)],
  ])('that is %s is not read', (_, body) => {
    expect(bodyFields(body, open)).toBeNull();
  });

  test('does not recurse for ever', () => {
    const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
    expect(bodyFields(raw(deep), open)).toEqual([]);
  });
});

test('no body has no fields', () => {
  expect(bodyFields(null, open)).toBeNull();
  expect(bodyFields({ error: 'unknown' }, open)).toBeNull();
});

test('at most 200 fields are kept', () => {
  const formData = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`f${n}`, ['abcdefghij']]));
  expect(bodyFields({ formData }, open)).toHaveLength(200);
});

test('no bytes of a body make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (octets) => {
      bodyFields({ raw: [{ bytes: new Uint8Array(octets).buffer }] }, open);
    }),
  );
});

test.each([
  ['JSON sent as a form', { formData: { '{"user":"someone","password":"hunter2hunter2"}': [''] } }],
  ['an address for a name', { formData: { 'hunter2hunter2@a.example': ['on'] } }],
  ['a long text for a name', { formData: { [`hunter2hunter2 ${'x'.repeat(100)}`]: ['on'] } }],
  ['an address for a key', raw('{"hunter2hunter2@a.example":true}')],
])('what was typed is not kept as a name: %s', (_, body) => {
  expect(bodyFields(body, open)).toEqual([]);
});

test('what was typed is in no field, whatever the form', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 8 }), fc.string(), (typed, name) => {
      fc.pre(!name.includes(typed) && !'digest name null'.includes(typed));
      const body = JSON.stringify({ [name]: typed, list: [{ [name]: typed }] });
      const recorded = JSON.stringify([
        bodyFields({ formData: { [name]: [typed] } }, () => 'digest'),
        bodyFields(raw(body), () => 'digest'),
      ]);
      return !recorded.includes(JSON.stringify(typed).slice(1, -1));
    }),
  );
});
