import type { Row } from '../../analysis/replay/exchange';
import type { CookieKey } from '../../analysis/session/cookie-key';
import { say, sayCount } from '../../words/catalogue';
import { placeOf } from '../list/place';
import { Button } from '../parts/button';
import { Icon } from '../parts/icon';
import { visibleString } from '../parts/visible';
import { nameText } from '../shown/bead-words';
import { type TimeOrigin, timeText } from '../shown/time';
import type { DiffMark } from './jar-difference';
import type { Against } from './travel';

interface TravelBarProps {
  /** The rows one can travel to, in the order of time. */
  readonly moments: readonly Row[];
  readonly at: number;
  readonly origin: TimeOrigin;
  readonly against: Against;
  readonly marks: ReadonlyMap<CookieKey, DiffMark>;
  readonly onMove: (at: number) => void;
  readonly onCompare: (against: Against) => void;
  readonly onEnd: () => void;
}

/** The scrubber: the jar as it was at any recorded moment, and what is another since or until then. */
export function TravelBar({ moments, at, origin, against, marks, onMove, onCompare, onEnd }: TravelBarProps) {
  const moment = moments[at];
  const words = moment ? say('travel.at', { time: timeText(moment.at, origin), what: whatOf(moment) }) : '';
  return (
    <div className="travel" role="group" aria-label={say('travel.label')}>
      <Icon name="clock" />
      <b className="ellipsis">{words}</b>
      <input
        type="range"
        min={0}
        max={Math.max(0, moments.length - 1)}
        value={at}
        aria-label={say('travel.moment')}
        aria-valuetext={words}
        onChange={(event) => onMove(Number(event.target.value))}
      />
      <label>
        {say('travel.against')}{' '}
        <select value={against} onChange={(event) => onCompare(event.target.value as Against)}>
          <option value="now">{say('travel.against.now')}</option>
          <option value="start">{say('travel.against.start')}</option>
        </select>
      </label>
      <span role="status">{differenceWords(marks)}</span>
      <Button label={say('travel.off')} onPress={onEnd} />
    </div>
  );
}

function whatOf(row: Row): string {
  if (row.kind === 'exchange') return visibleString(`${row.sent.method} ${placeOf(row.url).path}`);
  return row.kind === 'script-write'
    ? say(`script.${row.outcome}`, { name: visibleString(nameText(row.change.cookie.name)) })
    : '';
}

function differenceWords(marks: ReadonlyMap<CookieKey, DiffMark>): string {
  const counts = { added: 0, removed: 0, changed: 0 };
  for (const mark of marks.values()) counts[mark] += 1;
  const words = (['added', 'removed', 'changed'] as const)
    .filter((mark) => counts[mark] > 0)
    .map((mark) => sayCount(`travel.${mark}`, counts[mark]));
  return words.length > 0 ? words.join(' · ') : say('travel.same');
}
