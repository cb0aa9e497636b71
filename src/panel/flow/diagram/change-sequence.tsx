import type { KeyboardEvent, Ref } from 'react';
import type { Attribution } from '../../../analysis/replay/rows/attribution';
import type { ChangeRow } from '../../../analysis/replay/rows/exchange';
import { say, type WordKey } from '../../../words/catalogue';
import { changedText } from '../../../words/change-text';
import { Icon, type IconName } from '../../shared/parts/icon';
import { drawnChange } from '../../shared/presentation/bead-words';
import { type TimeOrigin, timeText } from '../../shared/presentation/time';
import { Wire } from './wire';

interface ChangeSequenceProps {
  readonly change: ChangeRow;
  readonly origin: TimeOrigin;
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
  readonly onEnter: () => void;
  readonly onEscape: () => void;
  readonly ref?: Ref<HTMLElement>;
}

/** Who stands at the left end of the wire. */
const AUTHOR: Readonly<Record<Attribution['kind'], { readonly icon: IconName; readonly label: WordKey }>> = {
  'not-recorded': { icon: 'question', label: 'change.unknown' },
  'other-tab': { icon: 'window', label: 'change.other-tab' },
  script: { icon: 'script', label: 'change.script' },
  user: { icon: 'edit', label: 'change.user' },
  'clear-site-data': { icon: 'server', label: 'change.response' },
  expiry: { icon: 'window', label: 'diagram.browser' },
  eviction: { icon: 'window', label: 'diagram.browser' },
};

/** A change of the jar that no recorded response explains: one wire from whoever did it to the jar. */
export function ChangeSequence({ change, origin, chosen, onChoose, onEnter, onEscape, ref }: ChangeSequenceProps) {
  const bead = drawnChange(change);
  const author = AUTHOR[change.attribution.kind];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      onEscape();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onChoose(bead.key);
      onEnter();
    }
  };
  return (
    <section ref={ref ?? null} className="sequence" aria-label={say('diagram.label')} onKeyDown={onKeyDown}>
      <div className="heads">
        <span className="head left">
          <Icon name={author.icon} size={13} />
          {say(author.label)}
        </span>
        <span className="head right">
          <Icon name="cookie" size={13} />
          {say('diagram.jar')}
        </span>
      </div>
      <ol className="hops">
        <li className="lifelines" aria-hidden="true">
          <i className="left" />
          <i className="right" />
        </li>
        <li className="hop to-right">
          <div className="label">
            <b>{say(`change.title.${change.attribution.kind}`)}</b>
            <span className="spread" />
            <code className="tone-faint">{timeText(change.at, origin)}</code>
          </div>
          <Wire
            direction="write"
            beads={[bead]}
            chosen={chosen}
            tabStop={bead.key}
            onPress={(key) => onChoose(key === chosen ? null : key)}
          />
          <p className="under-wire">{changedText(change.outcome, change.attribution)}</p>
        </li>
      </ol>
    </section>
  );
}
