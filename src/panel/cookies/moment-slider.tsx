import type { Row } from '../../analysis/replay/rows/exchange';
import { say } from '../../words/catalogue';
import { visibleString } from '../shared/parts/visible';
import { nameText } from '../shared/presentation/bead-words';
import { placeOf } from '../shared/presentation/place';
import { type TimeOrigin, timeText } from '../shared/presentation/time';

interface MomentSliderProps {
  readonly label: string;
  /** The rows one can travel to, in the order of time. */
  readonly moments: readonly Row[];
  readonly at: number;
  readonly origin: TimeOrigin;
  readonly onMove: (row: string) => void;
}

/** Chooses a moment of the recording: arrows go from row to row. */
export function MomentSlider({ label, moments, at, origin, onMove }: MomentSliderProps) {
  return (
    <input
      type="range"
      min={0}
      max={Math.max(0, moments.length - 1)}
      value={at}
      aria-label={label}
      aria-valuetext={momentWords(moments[at], origin)}
      onChange={(event) => {
        const row = moments[Number(event.target.value)];
        if (row) onMove(row.id);
      }}
    />
  );
}

/** When the moment is and what comes right after it. */
export function momentWords(row: Row | undefined, origin: TimeOrigin): string {
  return row ? say('travel.at', { time: timeText(row.at, origin), what: whatOf(row) }) : '';
}

function whatOf(row: Row): string {
  if (row.kind === 'exchange') return visibleString(`${row.sent.method} ${placeOf(row.url).path}`);
  return row.kind === 'change' ? say(`change.${row.outcome}`, { name: visibleString(nameText(row.change.cookie.name)) }) : '';
}
