import { text } from '../../analysis/engine/base/bytes';
import type { Bytes } from '../../analysis/engine/base/units';
import type { ParsedLine, Span } from '../../analysis/engine/header/parsed-line';
import { type Segment, segments } from '../flow/explain/segments';

/** A run of a line in the editor. */
export interface Ink {
  readonly start: number;
  readonly kind: Segment['kind'];
  readonly text: string;
  /** Whether the octets are those that a refusal is about. */
  readonly atFault: boolean;
  /** The kind of the note that is about it; null = none is. */
  readonly note: ParsedLine['notes'][number]['kind'] | null;
}

/** A line in coloured runs, underlined where a note is about it. Together they are the line, character by character. */
export function inked(line: ParsedLine, fault: Span | null): readonly Ink[] {
  const runs = segments(line, fault, false);
  return runs.flatMap(({ kind, start, atFault }, index) => {
    const end = runs[index + 1]?.start ?? line.line.length;
    return cutByNotes(line, start, end).map(({ from, to, note }) => ({
      start: from,
      kind,
      text: text(line.line.slice(from, to) as Bytes),
      atFault,
      note,
    }));
  });
}

function cutByNotes({ notes }: ParsedLine, start: number, end: number) {
  const edges = new Set([start, end]);
  for (const { span } of notes) for (const edge of [span.start, span.end]) if (edge > start && edge < end) edges.add(edge);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(1).map((to, index) => {
    const from = sorted[index] ?? start;
    const note = notes.find(({ span }) => span.start <= from && span.end >= to && span.end > span.start);
    return { from, to, note: note?.kind ?? null };
  });
}
