import { MAX_PAIR } from './limits';
import { runs } from './octet-notes';
import type { Note, PlacedLine, Span } from './parsed-line';

const NEAR = 0.9;
/** What is no cookie-octet. @see RFC 6265bis §4.1.1 */
const UNENCODED = /[ ",\\\t]+/g;

/** Notes on the name and the value. */
export function pairNotes({ line, name, value, nameSpan, valueSpan }: PlacedLine): readonly Note[] {
  const pair: Span = { start: Math.min(nameSpan.start, valueSpan.start), end: Math.max(nameSpan.end, valueSpan.end) };
  if (name === '' && value === '') return [{ kind: 'empty-pair', span: pair }];
  const octets = name.length + value.length;
  if (octets > MAX_PAIR) return [{ kind: 'pair-too-long', span: pair }];
  if (octets > MAX_PAIR * NEAR) return [{ kind: 'pair-near-limit', span: pair }];
  const quoted = value.length > 1 && value.startsWith('"') && value.endsWith('"');
  const within = quoted ? { start: valueSpan.start + 1, end: valueSpan.end - 1 } : valueSpan;
  return [
    ...runs(line, UNENCODED, 'unencoded-character', within),
    ...(quoted ? [{ kind: 'quoted-value' as const, span: valueSpan }] : []),
    ...(name === '' ? [{ kind: 'nameless' as const, span: valueSpan }] : []),
  ];
}
