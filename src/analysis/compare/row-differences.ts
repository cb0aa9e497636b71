import type { Bytes } from '../engine/base/units';
import type { Exchange } from '../replay/rows/exchange';
import { type BeadKind, whatBecame } from '../story/bead';
import { addressKey, nameWithoutIds } from './request-key';

/** How two counterparts differ. Names are those of the side that has them. */
export type RowDifference =
  | { readonly kind: 'status'; readonly a: number | null; readonly b: number | null }
  /** Where each redirects to; null = nowhere. */
  | { readonly kind: 'leads-to'; readonly a: string | null; readonly b: string | null }
  /** One sends a cookie that the other does not send. `other`: what the other does with it. */
  | { readonly kind: 'sent'; readonly by: 'a' | 'b'; readonly name: Bytes; readonly other: 'withheld' | 'not-there' }
  /** A Set-Cookie line for the same cookie ends differently, or only one answer has it; null = there is none. */
  | { readonly kind: 'line'; readonly name: Bytes; readonly a: BeadKind | null; readonly b: BeadKind | null };

/** What differs between two counterparts. What one side does not know is no difference. */
export function rowDifferences(a: Exchange, b: Exchange): readonly RowDifference[] {
  return [...statusDifferences(a, b), ...sentDifferences(a, b), ...lineDifferences(a, b)];
}

function statusDifferences(a: Exchange, b: Exchange): readonly RowDifference[] {
  if (a.state === 'pending' || b.state === 'pending') return [];
  const target = ({ redirectsTo }: Exchange) => (redirectsTo === null ? null : addressKey(redirectsTo));
  return [
    // From the cache or from the server: the same answer.
    ...(a.status === b.status || a.fromCache || b.fromCache ? [] : [{ kind: 'status', a: a.status, b: b.status } as const]),
    ...(target(a) === target(b) ? [] : [{ kind: 'leads-to', a: a.redirectsTo, b: b.redirectsTo } as const]),
  ];
}

function sentDifferences(a: Exchange, b: Exchange): readonly RowDifference[] {
  if (!isSeen(a) || !isSeen(b)) return [];
  const only = (by: 'a' | 'b', mine: Exchange, other: Exchange): readonly RowDifference[] => {
    const theirs = new Set(other.cookies.map(({ name }) => nameWithoutIds(name)));
    const held = new Set(other.withheld.map(({ cookie }) => nameWithoutIds(cookie.name)));
    return mine.cookies
      .filter(({ name }) => !theirs.has(nameWithoutIds(name)))
      .map(({ name }) => ({ kind: 'sent', by, name, other: held.has(nameWithoutIds(name)) ? 'withheld' : 'not-there' }) as const);
  };
  return [...only('a', a, b), ...only('b', b, a)];
}

/** Whether the Cookie header is known. */
const isSeen = ({ transmission }: Exchange): boolean => transmission === 'observed' || transmission === 'uncertain';

function lineDifferences(a: Exchange, b: Exchange): readonly RowDifference[] {
  if (a.received === null || b.received === null || !isSeen(a) || !isSeen(b)) return [];
  const [mine, theirs] = [linesOf(a), linesOf(b)];
  return [...new Set([...mine.keys(), ...theirs.keys()])].flatMap((key): readonly RowDifference[] => {
    const [one, other] = [mine.get(key), theirs.get(key)];
    const name = (one ?? other)?.name;
    if (name === undefined || isAlike(one?.became ?? null, other?.became ?? null)) return [];
    return [{ kind: 'line', name, a: one?.became ?? null, b: other?.became ?? null }];
  });
}

interface Became {
  readonly name: Bytes;
  readonly became: BeadKind;
}

/** What became of the last line for each cookie of an answer. */
const linesOf = ({ lines }: Exchange): ReadonlyMap<string, Became> =>
  new Map(lines.map((line) => [nameWithoutIds(line.parsed.name), { name: line.parsed.name, became: whatBecame(line).kind }]));

/** Whether a cookie was new, or replaced another of an earlier visit, is chance; what cannot be told is no difference. */
function isAlike(a: BeadKind | null, b: BeadKind | null): boolean {
  const isWritten = (kind: BeadKind | null) => kind === 'stored' || kind === 'replaced' || kind === 'unchanged';
  const isEnded = (kind: BeadKind | null) => kind === 'deleted' || kind === 'deleted-nothing';
  return a === b || a === 'unknown' || b === 'unknown' || (isWritten(a) && isWritten(b)) || (isEnded(a) && isEnded(b));
}
