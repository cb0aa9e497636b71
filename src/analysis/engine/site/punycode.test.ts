import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiHost } from './punycode';

test.each([
  ['bücher2.test', 'xn--bcher2-3ya.test'],
  ['BÜCHER.example', 'xn--bcher-kva.example'],
  ['élève.web-platform.test', 'xn--lve-6lad.web-platform.test'],
  ['例え。テスト', 'xn--r8jz45g.xn--zckzah'],
  ['правда.рф', 'xn--80aafi6cg.xn--p1ai'],
  ['plain.Example', 'plain.example'],
])('%s is asked for as %s', (name, ascii) => {
  expect(asciiHost(name)).toBe(ascii);
});

test('is what the URL of such a host has, and ends for any text', () => {
  const letters = 'abcüéßøñ漢字カナдаяΩ'.replace('ß', '').split('');
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 }), (label) => {
      const name = `x${label.join('')}.test`;
      expect(asciiHost(name)).toBe(new URL(`http://${name}/`).hostname);
    }),
  );
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (any) => asciiHost(any).length >= 0));
});
