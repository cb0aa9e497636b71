import type { Row } from '../../analysis/replay/rows/exchange';
import type { CookieKey } from '../../analysis/session/cookies/cookie-key';
import { say, sayCount } from '../../words/catalogue';
import { Button } from '../shared/parts/button';
import { Icon } from '../shared/parts/icon';
import type { TimeOrigin } from '../shared/presentation/time';
import { useTravel } from '../state/travel-choices';
import type { DiffMark } from './jar-difference';
import { MomentSlider, momentWords } from './moment-slider';
import { placeAmong } from './time-travel';

interface TravelBarProps {
  /** The rows one can travel to, in the order of time. */
  readonly moments: readonly Row[];
  readonly origin: TimeOrigin;
  readonly marks: ReadonlyMap<CookieKey, DiffMark>;
}

/** The scrubber: the jar as it was at any recorded moment, and what is another now, at the beginning, or at a second moment. */
export function TravelBar({ moments, origin, marks }: TravelBarProps) {
  const { at, against, travelTo, compareWith } = useTravel();
  const place = placeAmong(moments, at ?? '');
  const second = typeof against === 'string' ? null : placeAmong(moments, against.row);
  const choose = (chosen: string) => {
    if (chosen === 'now' || chosen === 'start') compareWith(chosen);
    else compareWith({ row: moments[Math.max(0, place - 1)]?.id ?? '' });
  };
  return (
    <div className="travel" role="group" aria-label={say('travel.label')}>
      <Icon name="clock" />
      <b className="ellipsis">{momentWords(moments[place], origin)}</b>
      <MomentSlider label={say('travel.moment')} moments={moments} at={place} origin={origin} onMove={travelTo} />
      <label>
        {say('travel.against')}{' '}
        <select value={second === null ? (against as string) : 'moment'} onChange={(event) => choose(event.target.value)}>
          <option value="now">{say('travel.against.now')}</option>
          <option value="start">{say('travel.against.start')}</option>
          <option value="moment">{say('travel.against.moment')}</option>
        </select>
      </label>
      {second !== null && (
        <>
          <MomentSlider
            label={say('travel.second')}
            moments={moments}
            at={second}
            origin={origin}
            onMove={(row) => compareWith({ row })}
          />
          <b className="ellipsis">{momentWords(moments[second], origin)}</b>
        </>
      )}
      <span role="status">{differenceWords(marks)}</span>
      <Button label={say('travel.off')} onPress={() => travelTo(null)} />
    </div>
  );
}

function differenceWords(marks: ReadonlyMap<CookieKey, DiffMark>): string {
  const counts = { added: 0, removed: 0, changed: 0 };
  for (const mark of marks.values()) counts[mark] += 1;
  const words = (['added', 'removed', 'changed'] as const)
    .filter((mark) => counts[mark] > 0)
    .map((mark) => sayCount(`travel.${mark}`, counts[mark]));
  return words.length > 0 ? words.join(' · ') : say('travel.same');
}
