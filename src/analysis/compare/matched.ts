/** Two counterparts; null = the other recording has none. */
export interface Matched<T> {
  readonly a: T | null;
  readonly b: T | null;
}

/** Beyond so many cells the longest common run is not looked for; counterparts are then found by their turn alone. */
const MOST_CELLS = 4_000_000;

/**
 * Pairs two lists by key. Those that both have in the same order are paired first; of the others each is paired with the next of its
 * key, for requests under way together come in any order. In the order of `a`, those of `b` alone after the one they follow.
 */
export function matched<T>(a: readonly T[], b: readonly T[], key: (each: T) => string): readonly Matched<T>[] {
  const partners = inOrder(a.map(key), b.map(key));
  const taken = new Set(partners.values());
  const free = new Map<string, number[]>();
  for (const [at, each] of b.entries()) if (!taken.has(at)) push(free, key(each), at);
  for (const [at, each] of a.entries()) {
    const next = partners.has(at) ? undefined : free.get(key(each))?.shift();
    if (next === undefined) continue;
    partners.set(at, next);
    taken.add(next);
  }
  return merged(a, b, partners, taken);
}

function merged<T>(
  a: readonly T[],
  b: readonly T[],
  partners: ReadonlyMap<number, number>,
  taken: ReadonlySet<number>,
): readonly Matched<T>[] {
  const out: Matched<T>[] = [];
  let done = 0;
  const upTo = (end: number) => {
    for (; done < end; done++) if (!taken.has(done)) out.push({ a: null, b: b[done] as T });
  };
  for (const [at, each] of a.entries()) {
    const partner = partners.get(at);
    if (partner !== undefined) upTo(partner);
    out.push({ a: each, b: partner === undefined ? null : (b[partner] as T) });
  }
  upTo(b.length);
  return out;
}

/** The longest run of keys that both have in the same order: places in `a` to places in `b`. */
function inOrder(a: readonly string[], b: readonly string[]): Map<number, number> {
  const pairs = new Map<number, number>();
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) pairs.set(start, start++);
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) pairs.set(--endA, --endB);
  const [rows, columns] = [endA - start, endB - start];
  if (rows * columns === 0 || rows * columns > MOST_CELLS) return pairs;
  const width = columns + 1;
  const longest = new Uint32Array((rows + 1) * width);
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--)
      longest[row * width + column] =
        a[start + row] === b[start + column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (a[start + row] === b[start + column]) pairs.set(start + row++, start + column++);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}

function push(lists: Map<string, number[]>, key: string, at: number): void {
  const list = lists.get(key);
  if (list) list.push(at);
  else lists.set(key, [at]);
}
