import type { TableLine } from './grouped-rows';

/** How a row is selected: alone, beside those that are, or with all from where the selection began. */
export type PickMode = 'alone' | 'toggle' | 'range';

/** What is selected in the table. */
export interface Picks {
  /** The row that the keys move, and whose detail is shown; null = none. */
  readonly cookie: string | null;
  /** Keys of cookies selected together; empty = none but that one. */
  readonly picked: ReadonlySet<string>;
  readonly anchor: string | null;
}

/** What is selected once a row was clicked, or reached by keys. @param key of a cookie, or of a group's heading */
export function pickedBy({ cookie, picked, anchor }: Picks, key: string, mode: PickMode, lines: readonly TableLine[]): Picks {
  switch (mode) {
    case 'alone':
      return { cookie: key, picked: NONE, anchor: key };
    case 'toggle': {
      // The first one that is added joins the one that was selected alone.
      const next = new Set(picked.size === 0 && cookie !== null && isCookie(cookie, lines) ? [cookie] : picked);
      if (!next.delete(key)) next.add(key);
      return { cookie: key, picked: next, anchor: key };
    }
    case 'range': {
      const from = anchor ?? cookie ?? key;
      return { cookie: key, picked: between(from, key, lines), anchor: from };
    }
    default:
      return mode satisfies never;
  }
}

/** The cookies of a table, all of them. */
export const allKeys = (lines: readonly TableLine[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => (line.kind === 'cookie' ? [line.row.key] : [])));

/** What stands for a line where rows are selected: a cookie's key, or that of a group's heading. */
export const lineKey = (line: TableLine): string => (line.kind === 'group' ? `group:${line.id}` : line.row.key);

const NONE: ReadonlySet<string> = new Set();

const isCookie = (key: string, lines: readonly TableLine[]): boolean =>
  lines.some((line) => line.kind === 'cookie' && line.row.key === key);

function between(from: string, to: string, lines: readonly TableLine[]): ReadonlySet<string> {
  const places = [from, to].map((key) => lines.findIndex((line) => lineKey(line) === key));
  const [first = 0, last = 0] = places.some((place) => place < 0)
    ? places.map(() => Math.max(...places))
    : places.toSorted((a, b) => a - b);
  return allKeys(lines.slice(first, last + 1));
}
