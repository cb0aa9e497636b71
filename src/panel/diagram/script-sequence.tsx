import type { KeyboardEvent, Ref } from 'react';
import type { ScriptWrite } from '../../analysis/replay/exchange';
import { say } from '../../words/catalogue';
import { Icon } from '../parts/icon';
import { drawnWrite } from '../shown/bead-words';
import { type TimeOrigin, timeText } from '../shown/time';
import { Wire } from './wire';

interface ScriptSequenceProps {
  readonly write: ScriptWrite;
  readonly origin: TimeOrigin;
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
  readonly onEnter: () => void;
  readonly onEscape: () => void;
  readonly ref?: Ref<HTMLElement>;
}

/** A change of the jar that no response explains: one wire from the page to the jar. */
export function ScriptSequence({ write, origin, chosen, onChoose, onEnter, onEscape, ref }: ScriptSequenceProps) {
  const bead = drawnWrite(write);
  const byBrowser = write.outcome === 'expired' || write.outcome === 'evicted';
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
          <Icon name={byBrowser ? 'window' : 'script'} size={13} />
          {say(byBrowser ? 'diagram.browser' : 'diagram.page')}
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
            <b>{say('diagram.script-wrote')}</b>
            <span className="spread" />
            <code className="tone-faint">{timeText(write.at, origin)}</code>
          </div>
          <Wire
            direction="write"
            beads={[bead]}
            chosen={chosen}
            tabStop={bead.key}
            onPress={(key) => onChoose(key === chosen ? null : key)}
          />
          {!byBrowser && <p className="under-wire">{say('diagram.script-text')}</p>}
        </li>
      </ol>
    </section>
  );
}
