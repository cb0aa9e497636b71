import { text } from '../../engine/base/bytes';
import type { Bytes } from '../../engine/base/units';
import type { ParsedLine } from '../../engine/header/parsed-line';

/** A line with an ellipsis for the value, for texts that must not hold it. */
export const masked = ({ line, name, valueSpan }: ParsedLine): string =>
  text(`${name}=` as Bytes) + (valueSpan.end > valueSpan.start ? '…' : '') + text(line.slice(valueSpan.end) as Bytes);
