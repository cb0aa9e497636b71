import { say } from '../../words/catalogue';
import { PlaceLink } from '../links/place-link';
import { EvidenceTag } from '../shared/presentation/evidence-tag';
import { shortPath } from '../shared/presentation/place';
import { type TimeOrigin, timeText } from '../shared/presentation/time';
import { LifelinePiece } from './lifeline-piece';
import { MARKS } from './transaction-marks';
import type { DrawnCookie, DrawnMessage, DrawnValue, LifelineSegment } from './transaction-picture';

interface MessageRowProps {
  readonly message: DrawnMessage;
  /** A piece of each lifeline. */
  readonly segments: readonly (LifelineSegment | undefined)[];
  readonly origin: TimeOrigin;
}

/** One message on its way between the browser and a server, with the lifelines beside it. */
export function MessageRow({ message, segments, origin }: MessageRowProps) {
  return (
    <li className={`message ${message.kind}`}>
      <span className="transaction-time">
        {message.kind === 'request' && (
          <PlaceLink place={{ row: message.row, line: null }} words={timeText(message.at, origin)} />
        )}
      </span>
      {segments.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lifelines keep their places.
        <LifelinePiece key={index} piece={piece} />
      ))}
      <span className="transaction-lanes">
        <Wire message={message} />
      </span>
    </li>
  );
}

function Wire({ message }: { readonly message: DrawnMessage }) {
  if (message.kind === 'between-servers') {
    return (
      <span className="transaction-wire between-servers">
        {say('transaction.between-servers')} <EvidenceTag evidence="cannot-tell" />
      </span>
    );
  }
  return (
    <span className={`transaction-wire to-${message.lane}`} data-message={message.kind}>
      <span className="wire-words">
        {message.kind === 'request' ? (
          <>
            <b>{message.method}</b> <code title={message.path}>{shortPath(message.path)}</code>
            {message.values.map((value) => (
              <Value key={value.what} value={value} />
            ))}
          </>
        ) : (
          <>
            <b>{message.status ?? say('transaction.no-answer')}</b>
            {message.leadsTo !== null && <span> {say('transaction.leads-to', { host: message.leadsTo })}</span>}
          </>
        )}
      </span>
      <span className="wire-line">
        {message.cookies.map((cookie, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may come twice.
          <Cookie key={index} cookie={cookie} />
        ))}
      </span>
    </span>
  );
}

function Value({ value: { what, mark } }: { readonly value: DrawnValue }) {
  return (
    <code className={`value-mark mark-${what}`}>
      {' '}
      {say(`transaction.what.${what}`)} {MARKS[what]} {mark ?? ''}
    </code>
  );
}

function Cookie({ cookie: { name, how, what, mark } }: { readonly cookie: DrawnCookie }) {
  return (
    <code className={`bead ${how}`} title={say(`transaction.cookie.${how}`, { name })}>
      {name}
      {what !== null && <span className={`mark-${what}`}> {`${MARKS[what]} ${mark ?? ''}`}</span>}
    </code>
  );
}
