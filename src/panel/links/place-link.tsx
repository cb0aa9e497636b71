import type { Place } from '../../analysis/rules/subject/subject';
import { LinkButton } from '../shared/parts/button';
import { visibleString } from '../shared/parts/visible';
import { placeOf, shortPath } from '../shared/presentation/place';
import { timeText } from '../shared/presentation/time';
import { showInFlow } from '../state/navigation-history';
import { showCompared } from '../state/opened';
import { usePanel, useRecorded } from '../state/panel-context';
import { useTimeOrigin } from '../state/use-time-origin';

interface PlaceLinkProps {
  readonly place: Place;
  /** What stands there in place of time and address, which then are its tooltip. */
  readonly words?: string;
}

/** A request by its time and address; it leads to the request in Flow. */
export function PlaceLink({ place, words }: PlaceLinkProps) {
  const panel = usePanel();
  const { replay, rows } = useRecorded();
  const origin = useTimeOrigin();
  const index = replay.place(place.row);
  const row = index === null ? undefined : rows[index];
  if (row?.kind !== 'exchange') return null;
  const bead = place.line === null ? null : `${place.row}/lines/${place.line}`;
  const lead = () => {
    // A session of another recording stands beside those of the one shown.
    showCompared(panel);
    showInFlow(place.row, bead);
  };
  const address = `${row.sent.method} ${visibleString(shortPath(placeOf(row.url).path)).slice(0, 80)}`;
  return words === undefined ? (
    <LinkButton onPress={lead}>
      {timeText(row.at, origin)} {address}
    </LinkButton>
  ) : (
    <LinkButton onPress={lead} title={address}>
      {words}
      <span className="visually-hidden"> {address}</span>
    </LinkButton>
  );
}
