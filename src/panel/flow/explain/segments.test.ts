import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { text } from '../../../analysis/engine/base/bytes';
import type { Bytes } from '../../../analysis/engine/base/units';
import { readLine } from '../../../analysis/engine/header/read-line';
import { segments } from './segments';

const read = (line: string) => readLine(line as Bytes);
const LINE = '__Host-prefs=compact; Domain=shop.example; Path=/; Secure; Nonsense=1';

test('colours name, value, attributes and what is no attribute apart', () => {
  const kinds = segments(read(LINE), null, false).filter(({ kind }) => kind !== 'punctuation');
  expect(kinds.map(({ kind, text: shown }) => [kind, shown])).toEqual([
    ['name', '__Host-prefs'],
    ['value', 'compact'],
    ['attribute', 'Domain'],
    ['attribute-value', 'shop.example'],
    ['attribute', 'Path'],
    ['attribute-value', '/'],
    ['attribute', 'Secure'],
    ['unknown', 'Nonsense'],
    ['unknown', '1'],
  ]);
});

test('marks exactly the octets at fault', () => {
  const marked = segments(read(LINE), { start: 22, end: 41 }, false).filter(({ atFault }) => atFault);
  expect(marked.map(({ text: shown }) => shown).join('')).toBe('Domain=shop.example');
});

test('a masked value keeps its first four octets and no more', () => {
  const shown = segments(read('sid=abcdefghijkl; Path=/'), null, true);
  expect(shown.filter(({ kind }) => kind === 'value')).toMatchObject([{ text: 'abcd', masked: true }]);
  expect(shown.map((segment) => segment.text).join('')).not.toContain('efgh');
});

test('the runs join to the whole line, whatever it holds and whatever is marked', () => {
  const latin1 = fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)), maxLength: 60 });
  const wordy = fc
    .array(fc.constantFrom('a', '=', ';', ' ', 'Path', 'Secure', 'x'), { maxLength: 30 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(latin1, wordy), fc.nat(70), fc.nat(20), (line, start, length) => {
      const runs = segments(read(line), { start, end: start + length }, false);
      const starts = runs.map((run) => run.start);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
      expect(runs[0]?.start ?? 0).toBe(0);
      if (/^[\x20-\x7e]*$/.test(line)) expect(runs.map((run) => run.text).join('')).toBe(text(line as Bytes));
    }),
  );
});
