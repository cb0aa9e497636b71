import type { ListedRequestRow } from './listed';
import type { Seen } from './server';

/** A time in which nothing had to be recorded, and something may have been. Milliseconds since 1970. */
export interface Pause {
  readonly from: number;
  readonly to: number;
}

/** A request as the list shows it. */
export type ListedRequest = Pick<ListedRequestRow, 'text' | 'sent'>;

export interface SoakResult {
  /** How many requests had to be recorded. */
  readonly due: number;
  /** What is not as it should be, by kind: paths. */
  readonly problems: Readonly<Record<'lost' | 'twice' | 'foreign' | 'with other cookies', readonly string[]>>;
}

/** Sets what the panel lists beside what the server saw. */
export function judge(seen: readonly Seen[], listed: readonly ListedRequest[], pauses: readonly Pause[]): SoakResult {
  const rows = new Map<string, ListedRequest[]>();
  for (const row of listed) rows.set(row.text, [...(rows.get(row.text) ?? []), row]);
  const due = seen.filter(({ at }) => !pauses.some(({ from, to }) => from <= at && at <= to));
  const known = new Set(seen.map(({ path }) => path));
  const isOther = ({ path, cookies }: Seen): boolean => rows.get(path)?.some(({ sent }) => sent !== cookies) ?? false;
  return {
    due: due.length,
    problems: {
      lost: due.flatMap(({ path }) => (rows.has(path) ? [] : path)),
      twice: [...rows].flatMap(([path, all]) => (all.length > 1 ? path : [])),
      foreign: [...rows.keys()].filter((path) => !known.has(path)),
      'with other cookies': due.filter(isOther).map(({ path }) => path),
    },
  };
}

/** Requests that stand before one that was sent earlier. Only for such as were sent one after the other. */
export function outOfOrder(seen: readonly Seen[], listed: readonly ListedRequest[]): readonly string[] {
  const place = new Map(seen.map(({ path }, index) => [path, index]));
  return listed.flatMap(({ text }, index) => {
    const next = listed[index + 1];
    return next && (place.get(text) ?? 0) > (place.get(next.text) ?? 0) ? text : [];
  });
}

/** The kinds of problems there are, each with how many and some of them. */
export const problemsOf = (problems: Readonly<Record<string, readonly string[]>>): readonly string[] =>
  Object.entries(problems).flatMap(([kind, paths]) =>
    paths.length === 0 ? [] : `${paths.length} ${kind}: ${paths.slice(0, 5).join(', ')}`,
  );
