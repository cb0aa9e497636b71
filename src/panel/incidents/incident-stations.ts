import type { Station } from '../../analysis/incidents/engine/incident';
import type { Incident } from '../../analysis/incidents/incidents';
import type { Replay } from '../../analysis/replay/replay';
import { diagramOf } from '../../analysis/story/lanes';
import { type DrawnHop, drawnSequence } from '../flow/diagram/hop-words';
import { type DrawnBead, drawnChange, nameText } from '../shared/presentation/bead-words';
import type { TimeOrigin } from '../shared/presentation/time';

/** A station of an incident as it is drawn: the wire it is about, with the beads of its cookie alone. */
export interface DrawnStation {
  readonly station: Station;
  /** `write`: a change of the jar without a request; `none`: its row is no longer there. */
  readonly way: 'request' | 'response' | 'write' | 'none';
  readonly hop: DrawnHop | null;
  readonly beads: readonly DrawnBead[];
  /** What hangs under the wire. */
  readonly withheld: readonly DrawnBead[];
}

/** The stations of an incident with what the diagram of Flow draws of them. */
export const drawnStations = (
  { chain, cookie }: Pick<Incident, 'chain' | 'cookie'>,
  replay: Pick<Replay, 'rows' | 'place'>,
  origin: TimeOrigin,
): readonly DrawnStation[] =>
  chain.map((station) => drawnStation(station, { name: cookie === null ? null : nameText(cookie.name), replay, origin }));

interface Around {
  /** null = the incident is about no cookie. */
  readonly name: string | null;
  readonly replay: Pick<Replay, 'rows' | 'place'>;
  readonly origin: TimeOrigin;
}

function drawnStation(station: Station, { name, replay, origin }: Around): DrawnStation {
  const place = replay.place(station.row);
  const row = place === null ? undefined : replay.rows[place];
  const bare = { station, hop: null, beads: [], withheld: [] } as const;
  if (row?.kind === 'change') return { ...bare, way: 'write', beads: [drawnChange(row)] };
  const hop = row?.kind === 'exchange' ? drawnSequence(diagramOf([row]), origin).hops[0] : undefined;
  if (hop === undefined) return { ...bare, way: 'none' };
  const isOwn = (bead: DrawnBead): boolean => bead.key === station.bead || bead.name === name;
  if (station.part === 'consequence' || station.bead?.includes('/lines/') === true)
    return { ...bare, way: 'response', hop, beads: hop.set.filter(isOwn) };
  return { ...bare, way: 'request', hop, beads: hop.sent.filter(isOwn), withheld: hop.withheld.filter(isOwn) };
}

/** The hosts that its requests went to, each once. */
export const hostsOf = (stations: readonly DrawnStation[]): readonly string[] => [
  ...new Set(stations.flatMap(({ hop }) => (hop === null ? [] : [hop.host]))),
];
