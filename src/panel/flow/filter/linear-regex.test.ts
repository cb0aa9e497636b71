import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearRegex } from './linear-regex';

function matches(source: string, flags: string, text: string): boolean {
  const regex = linearRegex(source, flags);
  if (typeof regex === 'string') throw new Error(`/${source}/${flags} is refused: ${regex}`);
  return regex.test(text);
}

/**
 * What the browser's own says. With flag u it is asked at each character: V8 by itself also looks in the middle of a
 * surrogate pair, where /\\B/u matches "a😀a" against the standard.
 */
function matchesItself(source: string, flags: string, text: string): boolean {
  if (!flags.includes('u')) return new RegExp(source, flags).test(text);
  const sticky = new RegExp(source, `${flags}y`);
  let at = 0;
  for (const char of [...text, '']) {
    sticky.lastIndex = at;
    if (sticky.test(text)) return true;
    at += char.length;
  }
  return false;
}

const atoms = [
  'a',
  'b',
  'B',
  '.',
  '\\w',
  '\\d',
  '[ab]',
  '[^a-c]',
  '\\b',
  '\\B',
  '^',
  '$',
  '1',
  '_',
  '\\n',
  '\\x61',
  'é',
  '\\u{61}',
  '-',
];
const pattern = fc.letrec<{ piece: string; choice: string }>((tie) => ({
  piece: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...atoms),
    fc.tuple(fc.constantFrom('(', '(?:', '(?<x>'), tie('choice')).map(([open, inside]) => `${open}${inside})`),
    fc
      .tuple(tie('piece'), fc.constantFrom('*', '+', '?', '{2}', '{0,2}', '{1,}', '*?', '+?', '{1,3}?'))
      .map(([piece, often]) => `(?:${piece})${often}`),
  ),
  choice: fc
    .array(
      fc.array(tie('piece'), { maxLength: 4 }).map((pieces) => pieces.join('')),
      { minLength: 1, maxLength: 3 },
    )
    .map((each) => each.join('|')),
})).choice;
const flags = fc.subarray(['i', 'm', 's', 'u']).map((each) => each.join(''));
// Short, for the browser's own would take minutes for some of these patterns on twelve characters.
const text = fc
  .array(fc.constantFrom('a', 'b', 'A', 'c', '1', '_', '\n', ' ', 'é', 'É', '-', '😀'), { maxLength: 6 })
  .map((x) => x.join(''));

describe('a regular expression in linear time', () => {
  it("matches where the browser's own does", () => {
    let asked = 0;
    fc.assert(
      fc.property(pattern, flags, fc.array(text, { minLength: 1, maxLength: 8 }), (source, chosen, texts) => {
        const ours = linearRegex(source, chosen);
        if (typeof ours === 'string') return;
        asked += texts.length;
        expect(texts.map((each) => ours.test(each))).toEqual(texts.map((each) => matchesItself(source, chosen, each)));
      }),
      { numRuns: 3000 },
    );
    expect(asked).toBeGreaterThan(3000);
  });

  it.each([
    ['[\\]a-]x', '', ']x'],
    ['a{2,3}b', '', 'xaab'],
    ['a{,2}', '', 'a{,2}'],
    ['x{', '', 'x{'],
    ['\\/', '', '/'],
    ['^\\.$', '', '.'],
    ['[^]', '', '\n'],
    ['\\p{Lu}', 'u', 'xÉ'],
    ['^.$', 'u', '😀'],
    ['\\ud83d\\ude00', 'u', '😀'],
    ['K', 'iu', '\u212a'],
    ['\\cJ', '', '\n'],
    ['a]', '', 'a]'],
    ['', '', ''],
  ])('/%s/%s matches %j', (source, chosen, found) => {
    expect(matches(source, chosen, found)).toBe(true);
    expect(new RegExp(source, chosen).test(found)).toBe(true);
  });

  it.each(['(?=a)', '(?!a)', '(?<=a)b', '(?<!a)b', '(a)\\1', '(?<x>a)\\k<x>', '(?:a{100}){100}', 'a{501}', '[a&&b]v'])(
    '/%s/ is refused',
    (source) => {
      expect(linearRegex(source.replace(/v$/, ''), source.endsWith('v') ? 'v' : '')).toBe('hard-regex');
    },
  );

  it.each(['(', 'a**', '[b-a]', '\\'])('/%s/ is none', (source) => {
    expect(linearRegex(source, '')).toBe('bad-regex');
  });

  it.each([
    ['(a+)+$', false],
    ['(a|a)*!$', true],
    ['(a*)*b', false],
    ['(.*a){20}$', false],
    ['(a?){100}a{100}$', false],
    ['(x+x+)+y', false],
    ['^(([a-z])+.)+[A-Z]([a-z])+$', false],
    ['(.?){200}!!', false],
    ['a*a*a*a*a*a*!', true],
  ])('/%s/ reads each character of a long text once', (source, is) => {
    // A machine that went back would not come to its end in a lifetime.
    expect(matches(source, '', `${'a'.repeat(50_000)}!`)).toBe(is);
  });
});
