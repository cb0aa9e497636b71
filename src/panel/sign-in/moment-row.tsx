import type { Moment, Phase } from '../../analysis/story/moment';
import { say, sayCount } from '../../words/catalogue';
import { idWords, missingText } from '../../words/moment-text';
import { PlaceLink } from '../links/place-link';
import { Icon } from '../shared/parts/icon';
import { VisibleText } from '../shared/parts/visible-text';
import { EvidenceLines } from '../shared/presentation/evidence-lines';
import { EvidenceTag } from '../shared/presentation/evidence-tag';
import { type TimeOrigin, timeText } from '../shared/presentation/time';
import type { IdentitySegment } from './identity-lines';
import { LifelinePiece } from './lifeline-piece';
import { drawnMoment } from './moment-words';

interface MomentRowProps {
  readonly moment: Moment;
  /** Who was there then: the rail is thick while somebody is signed in. */
  readonly phase: Phase['kind'];
  readonly origin: TimeOrigin;
  /** A piece of each credential's line. */
  readonly segments: readonly (IdentitySegment | undefined)[];
}

/** A moment on the rail: what happened, on what ground, and the requests that show it. */
export function MomentRow({ moment, phase, origin, segments }: MomentRowProps) {
  const drawn = drawnMoment(moment);
  const [first, second] = drawn.ids;
  return (
    <li className={`moment ${phase}`} data-moment={moment.kind}>
      <span className="moment-time">
        {timeText(moment.at, origin)}
        {moment.until !== null && moment.until > moment.at && (
          <span className="moment-until">{say('signin.to', { time: timeText(moment.until, origin) })}</span>
        )}
      </span>
      {segments.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines keep their places.
        <LifelinePiece key={index} piece={piece} />
      ))}
      <span className="moment-rail">
        <span className={`moment-dot tone-${drawn.tone}`}>
          <Icon name={drawn.icon} size={12} />
        </span>
      </span>
      <div className="moment-body">
        <h2>
          <VisibleText text={drawn.title} /> <EvidenceTag evidence={moment.certainty} />
        </h2>
        {first && (
          <p className="moment-ids">
            <code className="bead">{idWords(first)}</code>
            {second && (
              <>
                <Icon name="right" size={12} />
                <code className={`bead ${second.letter === first.letter ? '' : 'replaced'}`}>{idWords(second)}</code>
              </>
            )}
          </p>
        )}
        {drawn.notes.map((note) => (
          <p key={note}>
            <VisibleText text={note} />
          </p>
        ))}
        {moment.missing.map((missing) => (
          <p key={missing} className="tone-quiet">
            {missingText(missing)}
          </p>
        ))}
        <p className="request-links">
          {moment.exchanges.slice(0, 4).map((row) => (
            <PlaceLink key={row} place={{ row, line: null }} />
          ))}
          {moment.exchanges.length > 4 && (
            <span className="tone-faint">{sayCount('signin.more', moment.exchanges.length - 4)}</span>
          )}
        </p>
        {moment.evidence.length > 0 && (
          <details>
            <summary>{say('evidence.lines')}</summary>
            <EvidenceLines lines={moment.evidence} />
          </details>
        )}
      </div>
    </li>
  );
}
