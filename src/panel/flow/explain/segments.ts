import { text } from '../../../analysis/engine/base/bytes';
import type { Bytes } from '../../../analysis/engine/base/units';
import type { ParsedLine, Span } from '../../../analysis/engine/header/parsed-line';
import { isMaskable, maskedHead } from '../../shared/presentation/mask';

type SegmentKind = 'name' | 'value' | 'attribute' | 'attribute-value' | 'unknown' | 'punctuation';

/** A run of a raw line in one colour. */
export interface Segment {
  readonly kind: SegmentKind;
  readonly text: string;
  /** Whether the octets are the ones a refusal is about. */
  readonly atFault: boolean;
  /** Whether bullets stand for the rest of it. */
  readonly masked: boolean;
  readonly start: number;
}

/**
 * A Set-Cookie line cut into coloured runs, in order and without gaps.
 * @param fault octets to mark; null = none
 * @param masked whether the value is hidden but for its first octets
 */
export function segments(line: ParsedLine, fault: Span | null, masked: boolean): readonly Segment[] {
  const out: Segment[] = [];
  for (const { start, end, kind } of runs(line)) {
    for (const cut of cutAt(start, end, fault)) {
      const octets = line.line.slice(cut.start, cut.end) as Bytes;
      const hides = masked && kind === 'value' && isMaskable(line.value);
      const shown = hides ? (cut.start === start ? maskedHead(octets) : ('' as Bytes)) : octets;
      out.push({
        kind,
        text: text(shown),
        atFault: isWithin(cut, fault),
        masked: hides && cut.start === start,
        start: cut.start,
      });
    }
  }
  return out;
}

interface Run {
  readonly start: number;
  readonly end: number;
  readonly kind: SegmentKind;
}

function runs(line: ParsedLine): readonly Run[] {
  const placed: Run[] = [
    { ...line.nameSpan, kind: 'name' },
    { ...line.valueSpan, kind: 'value' },
  ];
  for (const attribute of line.attributes) {
    const known = attribute.known !== null && attribute.counts;
    placed.push({ ...attribute.nameSpan, kind: known ? 'attribute' : 'unknown' });
    placed.push({ ...attribute.valueSpan, kind: known ? 'attribute-value' : 'unknown' });
  }
  const out: Run[] = [];
  let at = 0;
  for (const run of placed.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start)) {
    if (run.start > at) out.push({ start: at, end: run.start, kind: 'punctuation' });
    out.push(run);
    at = run.end;
  }
  if (at < line.line.length) out.push({ start: at, end: line.line.length, kind: 'punctuation' });
  return out;
}

function cutAt(start: number, end: number, fault: Span | null): readonly Span[] {
  if (!fault) return [{ start, end }];
  const edges = [start, fault.start, fault.end, end].filter((edge) => edge >= start && edge <= end).sort((a, b) => a - b);
  const out: Span[] = [];
  for (let index = 1; index < edges.length; index++) {
    const [from, to] = [edges[index - 1] ?? 0, edges[index] ?? 0];
    if (to > from) out.push({ start: from, end: to });
  }
  return out;
}

const isWithin = (cut: Span, fault: Span | null): boolean => fault !== null && cut.start >= fault.start && cut.end <= fault.end;
