import type { Bytes } from '../engine/base/units';
import type { ParsedLine } from '../engine/header/parsed-line';
import { readLine } from '../engine/header/read-line';
import { correct, corrected } from '../fixes/correct';
import type { Exchange, Row } from '../replay/rows/exchange';

/** A line in place of a recorded one. */
export interface LineEdit {
  /** Id of the exchange. */
  readonly exchange: string;
  /** Of the line in its response. */
  readonly index: number;
  readonly line: Bytes;
}

/**
 * The edits that an edited line comes to: in its own place, and wherever the same address set the same cookie.
 * What the edit leaves as it was (the value, a date) stays as each response had it.
 * @returns empty where there is no such line
 */
export function editsFor(rows: readonly Row[], edit: LineEdit): readonly LineEdit[] {
  const exchanges = rows.filter((row) => row.kind === 'exchange');
  const from = exchanges.find(({ id }) => id === edit.exchange);
  const line = from?.lines[edit.index];
  if (from === undefined || line === undefined) return [];
  const [before, after] = [readLine(line.line), readLine(edit.line)];
  const address = addressOf(from);
  return exchanges.flatMap((exchange) => {
    if (exchange !== from && addressOf(exchange) !== address) return [];
    return exchange.lines.flatMap((each): readonly LineEdit[] => {
      const { id } = exchange;
      if (exchange === from && each.index === edit.index) return [edit];
      if (each.parsed.name !== line.parsed.name || each.deletes !== line.deletes) return [];
      return [{ exchange: id, index: each.index, line: likewise(readLine(each.line), before, after) }];
    });
  });
}

/** A response is another's repetition where method, host and path are the same. */
const addressOf = ({ sent, url }: Exchange): string => `${sent.method} ${url.replace(/[?#].*$/, '')}`;

/** The edited line with the value and the date of a repetition, where the edit changed neither. */
function likewise(repetition: ParsedLine, before: ParsedLine, after: ParsedLine): Bytes {
  const keepsDate = after.expires !== null && after.expires === before.expires && repetition.expires !== null;
  return corrected(
    correct(after, [
      ...(after.value === before.value ? [{ kind: 'value' as const, value: repetition.value }] : []),
      ...(keepsDate && repetition.expires !== null
        ? [{ kind: 'set' as const, attribute: 'expires' as const, value: repetition.expires }]
        : []),
    ]),
  ) as Bytes;
}
