import type { DrawnHop } from './hop-words';

/** Where the keys lead in the diagram: a bead, or the line of a hop that tells of cookies that live elsewhere. */
export type Stop = { readonly kind: 'bead'; readonly key: string } | { readonly kind: 'near-misses'; readonly hop: string };

type Hop = Pick<DrawnHop, 'id'> & Readonly<Record<'sent' | 'withheld' | 'set', readonly { readonly key: string }[]>>;

/** Every stop in wire order. @param withNearMisses ids of hops that have such a line */
export function stopsOf(hops: readonly Hop[], withNearMisses: ReadonlySet<string>): readonly Stop[] {
  const bead = ({ key }: { readonly key: string }): Stop => ({ kind: 'bead', key });
  return hops.flatMap(({ id, sent, withheld, set }) => [
    ...[...sent, ...withheld].map(bead),
    ...(withNearMisses.has(id) ? [{ kind: 'near-misses', hop: id } as const] : []),
    ...set.map(bead),
  ]);
}

/**
 * The stop that a key leads to: up and down through all, left and right through the beads, Home and End to the first and
 * the last bead. null = it leads nowhere; undefined = it is no such key, or none of this stop.
 */
export function stopAfter(stops: readonly Stop[], from: Stop, key: string): Stop | null | undefined {
  const at = (among: readonly Stop[]) => among.findIndex((stop) => isSame(stop, from));
  const beads = stops.filter(({ kind }) => kind === 'bead');
  switch (key) {
    case 'ArrowDown':
      return stops[at(stops) + 1] ?? null;
    case 'ArrowUp':
      return stops[at(stops) - 1] ?? null;
    case 'ArrowRight':
      return from.kind === 'bead' ? (beads[at(beads) + 1] ?? null) : undefined;
    case 'ArrowLeft':
      return from.kind === 'bead' ? (beads[at(beads) - 1] ?? null) : undefined;
    case 'Home':
      return beads[0] ?? null;
    case 'End':
      return beads.at(-1) ?? null;
    default:
      return undefined;
  }
}

const isSame = (one: Stop, other: Stop): boolean =>
  one.kind === 'bead' ? other.kind === 'bead' && one.key === other.key : other.kind === 'near-misses' && one.hop === other.hop;
