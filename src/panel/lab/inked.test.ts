import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytes, text } from '../../analysis/engine/base/bytes';
import { readLine } from '../../analysis/engine/header/read-line';
import { inked } from './inked';

test('the runs are the line, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (line) => {
      const parsed = readLine(bytes(line));
      expect(
        inked(parsed, null)
          .map((run) => run.text)
          .join(''),
      ).toBe(text(parsed.line));
    }),
  );
});

test('what a note is about is underlined, and nothing else', () => {
  const runs = inked(readLine(bytes('sid=1; SameSite=Lex; Secure')), null);
  expect(runs.filter(({ note }) => note !== null).map((run) => run.text)).toEqual(['Lex']);
});
