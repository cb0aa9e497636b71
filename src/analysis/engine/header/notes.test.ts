import { describe, expect, test } from 'vitest';
import type { Profile } from '../base/profile';
import type { Bytes } from '../base/units';
import { LINE_NOTE_KINDS } from './parsed-line';
import { readLine } from './read-line';

/** The notes of a line: kind, and the octets each is about. */
const noted = (line: string, profile: Profile = 'spec'): readonly string[] =>
  readLine(line as Bytes, profile).notes.map(({ kind, span }) => `${kind} ${shown(line.slice(span.start, span.end))}`);

const shown = (text: string): string => (text.length > 30 ? `(${text.length})` : `<${text}>`);

const EXAMPLES: readonly (readonly [line: string, notes: readonly string[]])[] = [
  ['a=1; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=60; Priority=Low', []],
  ['a=1\x00\x01; x\x7f', ['control-character <\x00\x01>', 'control-character <\x7f>']],
  ['a=1\t2', ['tab-inside <\t>']],
  ['a=1\t', []],
  ['=', ['empty-pair <=>']],
  [' =; Secure', ['empty-pair <=>']],
  ['k', ['nameless <k>']],
  ['=k', ['nameless <k>']],
  [`a=${'v'.repeat(4096)}`, ['pair-too-long (4098)']],
  [`a=${'v'.repeat(4095)}`, ['pair-near-limit (4097)']],
  [`a=${'v'.repeat(3686)}`, ['pair-near-limit (3688)']],
  [`a=${'v'.repeat(3685)}`, []],
  [`a=1; Path=/${'p'.repeat(1024)}`, ['attribute-too-long (1030)']],
  [`a=1; Path=/${'p'.repeat(1023)}`, []],
  ['a=1; Path=/x; Path=/y', ['attribute-repeated <Path=/x>']],
  ['a=1; Secure; Secure', ['attribute-repeated <Secure>']],
  ['a=1; Max-Age=1; Max-Age=2', ['attribute-repeated <Max-Age=1>']],
  ['a=1; Max-Age=1; Max-Age=x', ['max-age-invalid <x>']],
  ['a=1; Expires=Wed, 21 Oct 2037 07:28:00 GMT; Expires=x', ['expires-invalid <x>']],
  ['a=1; foo=bar; x', ['attribute-unknown <foo=bar>', 'attribute-unknown <x>']],
  [`a=1; foo=${'x'.repeat(1025)}`, ['attribute-unknown (1029)']],
  ['a=1; Path=', ['attribute-empty <Path=>']],
  ['a=1; SameSite', ['attribute-empty <SameSite>']],
  ['a=1; Priority=', ['attribute-empty <Priority=>']],
  ['a=1; Expires=', ['attribute-empty <Expires=>']],
  ['a=1; Secure=0', ['value-for-flag <0>']],
  ['a=1; HttpOnly=true', ['value-for-flag <true>']],
  ['a=1; Partitioned=x', ['value-for-flag <x>']],
  ['a=1; Secure=', []],
  ['a=1; SameSite=x', ['samesite-unknown <x>']],
  ['a=1; SameSite=none', []],
  ['a=1; Max-Age=x', ['max-age-invalid <x>']],
  ['a=1; Max-Age=', ['max-age-empty <Max-Age=>']],
  ['a=1; Max-Age', ['max-age-empty <Max-Age>']],
  ['a=1; Expires=x', ['expires-invalid <x>']],
  ['a=1; Max-Age=60; Expires=Wed, 21 Oct 2037 07:28:00 GMT', ['expires-beside-max-age <Wed, 21 Oct 2037 07:28:00 GMT>']],
  ['a=1; Max-Age=x; Expires=Wed, 21 Oct 2037 07:28:00 GMT', ['max-age-invalid <x>']],
  ['a=1; Max-Age=34560001', ['lifetime-capped <34560001>']],
  ['a=1; Max-Age=34560000', []],
  ['a=1; Domain=.a.test', ['domain-leading-dot <.>']],
  ['a=1; Domain=a.test', []],
  ['a=1; Domain=', ['domain-empty <Domain=>']],
  ['a=1; Domain=\xc3\xa9.test', ['domain-non-ascii <\xc3\xa9>']],
  ['a=1; Path=x', ['path-not-absolute <x>']],
  ['a=1; Path=/\xc3\xa9x\xe9', ['path-non-ascii <\xc3\xa9>', 'path-non-ascii <\xe9>']],
  ['a=1; Priority=x', ['priority-unknown <x>']],
  ['a=1; Priority=xlow', ['priority-unknown <xlow>']],
  ['a=1; Priority=lower', ['priority-unknown <lower>']],
  ['a=1; Priority=MEDIUM', []],
  ['n\xc3\xa9=v\xc3\xa9', ['non-ascii <\xc3\xa9>', 'non-ascii <\xc3\xa9>']],
  ['a=\xe9', ['not-utf8 <\xe9>']],
  ['a="1"', ['quoted-value <"1">']],
  ['a="1 2"', ['unencoded-character < >']],
  ['a=1 2,3\\4', ['unencoded-character < >', 'unencoded-character <,>', 'unencoded-character <\\>']],
  ['a="', ['unencoded-character <">']],
  ['a="1', ['unencoded-character <">']],
  ['a=1"', ['unencoded-character <">']],
  // In the order of the line, though those on attributes are made first; neighbours do not cover each other.
  ['a="1"; Foo=1', ['quoted-value <"1">', 'attribute-unknown <Foo=1>']],
  ['a=\xe9 2', ['not-utf8 <\xe9>', 'unencoded-character < >']],
  ['a=1 \xe9', ['unencoded-character < >', 'not-utf8 <\xe9>']],
  // Octets beyond ASCII are noted where a Domain or Path counts, and nowhere else among the attributes.
  ['a=1; Domain=\xe4.test; Domain=b.test', ['attribute-repeated <Domain=\xe4.test>']],
  ['a=1; Foo=\xff', ['attribute-unknown <Foo=\xff>']],
  ['a=1; Secure=\xe4', ['value-for-flag <\xe4>']],
  // 1024 octets are not too long.
  [`a=1; Path=/${'x'.repeat(1023)}; Path=/`, ['attribute-repeated (1029)']],
  ['a=1; Expires=Fri, 01 Jan 2027 07:28:00 GMT; Expires=Sat, 02 Jan 2027 07:28:00 GMT', ['attribute-repeated (37)']],
];

describe('notes of a line, in its order', () => {
  test.each(EXAMPLES)('%j', (line, notes) => {
    expect(noted(line)).toEqual(notes);
  });

  test('every kind has an example', () => {
    const given = new Set(EXAMPLES.flatMap(([, notes]) => notes.map((note) => note.split(' ')[0])));
    expect(LINE_NOTE_KINDS.filter((kind) => !given.has(kind))).toEqual([]);
  });

  test.each<[line: string, profile: Profile, notes: readonly string[]]>([
    ['a=1; Max-Age=+60', 'chromium', []],
    ['a=1; Max-Age=+60', 'firefox', ['max-age-invalid <+60>']],
    ['a=1; Max-Age=60; Max-Age=x', 'chromium', ['attribute-repeated <Max-Age=60>', 'max-age-invalid <x>']],
    [`a=1; Secure=${'s'.repeat(1025)}`, 'firefox', ['value-for-flag (1025)']],
    [`a=1; Secure=${'s'.repeat(1025)}`, 'chromium', ['attribute-too-long (1032)']],
    ['a=1; Expires=05/01/2027 10:00:00', 'firefox', []],
    ['a=1; Expires=05/01/2027 10:00:00', 'spec', ['expires-invalid <05/01/2027 10:00:00>']],
  ])('%j under %s', (line, profile, notes) => {
    expect(noted(line, profile)).toEqual(notes);
  });
});
