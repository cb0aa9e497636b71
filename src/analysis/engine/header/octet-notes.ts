import { isUtf8 } from '../base/bytes';
import type { Bytes } from '../base/units';
import type { Note, NoteKind, PlacedLine, Span } from './parsed-line';

const CONTROLS = /[\x00-\x08\x0a-\x1f\x7f]+/g;
const BEYOND_ASCII = /[\x80-\xff]+/g;

/** Notes on octets that are wrong or doubtful wherever they stand. */
export function octetNotes({ line, nameSpan, valueSpan, attributes }: PlacedLine): readonly Note[] {
  return [
    ...runs(line, CONTROLS, 'control-character', { start: 0, end: line.length }),
    ...beyondAscii(line, nameSpan, 'non-ascii'),
    ...beyondAscii(line, valueSpan, 'non-ascii'),
    ...attributes.flatMap(({ known, counts, valueSpan: span }) => {
      if (!counts || (known !== 'domain' && known !== 'path')) return [];
      return runs(line, BEYOND_ASCII, known === 'domain' ? 'domain-non-ascii' : 'path-non-ascii', span);
    }),
  ];
}

/** Runs of octets that a pattern finds within a span, each as a note. */
export function runs(line: Bytes, pattern: RegExp, kind: NoteKind, { start, end }: Span): readonly Note[] {
  return [...line.slice(start, end).matchAll(pattern)].map((found) => {
    const from = start + found.index;
    return { kind, span: { start: from, end: from + found[0].length } };
  });
}

function beyondAscii(line: Bytes, span: Span, kind: NoteKind): readonly Note[] {
  return runs(line, BEYOND_ASCII, kind, span).map((note) =>
    isUtf8(line.slice(note.span.start, note.span.end) as Bytes) ? note : { ...note, kind: 'not-utf8' },
  );
}
