import { useState } from 'react';
import type { AnswerPlace } from '../../../analysis/ask/engine/answer';
import { say } from '../../../words/catalogue';
import { overrideOfKey } from '../../flow/explain/override-of';
import { RemedyBody } from '../../flow/explain/remedy-body';
import { LinkButton } from '../../shared/parts/button';
import { Icon } from '../../shared/parts/icon';
import { EvidenceTag } from '../../shared/presentation/evidence-tag';
import { SentenceText } from '../../shared/presentation/sentence-text';
import { timeText } from '../../shared/presentation/time';
import { showInFlow } from '../../state/navigation-history';
import { useRecorded } from '../../state/panel-context';
import { useTimeOrigin } from '../../state/use-time-origin';

/** Places that show what was asked for, the latest open. */
export function PlaceCards({ places }: { readonly places: readonly AnswerPlace[] }) {
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string) => {
    const next = new Set(toggled);
    if (!next.delete(key)) next.add(key);
    setToggled(next);
  };
  return (
    <ul>
      {places.map((place, index) => {
        const key = `${place.bead ?? place.row} ${place.name}`;
        return <PlaceCard key={key} place={place} open={(index === 0) !== toggled.has(key)} onToggle={() => toggle(key)} />;
      })}
    </ul>
  );
}

interface PlaceCardProps {
  readonly place: AnswerPlace;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function PlaceCard({ place, open, onToggle }: PlaceCardProps) {
  const origin = useTimeOrigin();
  return (
    <li className={open ? 'finding open' : 'finding'} data-place={place.name}>
      <button type="button" className="incident-head" aria-expanded={open} onClick={onToggle}>
        <Icon name={open ? 'down2' : 'right'} size={12} />
        <span className="tone-warn">
          <Icon name="held" size={13} />
        </span>
        <span>
          <SentenceText sentence={place.text()} />
          <span className="tone-faint">{timeText(place.at, origin)}</span>
        </span>
      </button>
      {open && <PlaceBody place={place} />}
    </li>
  );
}

function PlaceBody({ place }: { readonly place: AnswerPlace }) {
  const { replay } = useRecorded();
  const remedy = place.remedy();
  return (
    <div className="place-body incident-body">
      <p>
        <EvidenceTag evidence={place.basis} />{' '}
        <LinkButton onPress={() => showInFlow(place.row, place.bead)}>{say('view.flow')}</LinkButton>
      </p>
      {remedy !== null && (
        <div className="found">
          <h3>{say('explain.fix')}</h3>
          <RemedyBody remedy={remedy} revealed={false} override={overrideOfKey(place.row, place.bead, replay)} />
        </div>
      )}
    </div>
  );
}
