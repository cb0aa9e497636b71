import type { CookieLife } from '../../analysis/session/cookies/cookie-life';
import type { ComparedValue, ValuePlace } from '../../analysis/session/federated/kinds';
import type { EndedTransaction } from '../../analysis/session/transaction-outcomes';
import { say } from '../../words/catalogue';
import { listText, numberText } from '../../words/format';
import { EvidenceTag } from '../shared/presentation/evidence-tag';
import type { TimeOrigin } from '../shared/presentation/time';
import { CredentialNames } from './credential-names';
import { MessageRow } from './message-row';
import { MARKS } from './transaction-marks';
import { transactionPicture } from './transaction-picture';
import './transaction.css';

interface TransactionViewProps {
  readonly transaction: EndedTransaction;
  /** Cookies that sign in at the application and at the other site. */
  readonly carriers: readonly CookieLife[];
  readonly origin: TimeOrigin;
}

/** A sign-in through another site: what came of it, its messages between three parties, and what its values prove. */
export function TransactionView({ transaction, carriers, origin }: TransactionViewProps) {
  const { application, provider, outcome, isSilent, took, comparisons, protocol } = transaction;
  const { messages, lifelines } = transactionPicture(transaction, carriers);
  return (
    <div className="transaction" role="group" aria-label={say('transaction.title', { provider })}>
      <h2>
        {isSilent && outcome.kind === 'refused-by-provider'
          ? say('transaction.outcome.not-renewed', { provider, error: outcome.error })
          : say(`transaction.outcome.${outcome.kind}`, { application, provider })}
        {took !== null && (
          <span className="tone-quiet"> {say('transaction.took', { seconds: numberText(Math.round(took / 100) / 10) })}</span>
        )}
      </h2>
      <p className="tone-quiet">{say(`session.protocol.${protocol}`)}</p>
      <ol className="transaction-picture" data-lifelines={lifelines.length}>
        <CredentialNames lines={lifelines} caption={lifelines.length > 0 ? say('signin.credentials') : ''}>
          <div className="lane-names">
            <b>{say('transaction.browser')}</b>
            <b>{application}</b>
            <b>{provider}</b>
          </div>
        </CredentialNames>
        {messages.map((message, index) => (
          <MessageRow
            // biome-ignore lint/suspicious/noArrayIndexKey: messages keep their places.
            key={index}
            message={message}
            segments={lifelines.map(({ segments: pieces }) => pieces[index])}
            origin={origin}
          />
        ))}
      </ol>
      {comparisons.length > 0 && (
        <table className="transaction-values">
          <caption>{say('transaction.proves')}</caption>
          <thead>
            <tr>
              <th>{say('transaction.value')}</th>
              <th>{say('transaction.left-in')}</th>
              <th>{say('transaction.back-in')}</th>
              <th>{say('transaction.equal')}</th>
            </tr>
          </thead>
          <tbody>
            {comparisons.map(({ what, mark, left, back, equal }) => (
              <tr key={what}>
                <th scope="row">
                  {say(`transaction.what.${what}`)} <Mark what={what} mark={mark} />
                </th>
                <td>{listText(left.map(placeWords))}</td>
                <td>{back === null ? say('transaction.not-seen') : placeWords(back)}</td>
                <td>
                  {equal === null ? (
                    <EvidenceTag evidence="cannot-tell" />
                  ) : (
                    <span className={equal ? 'tone-ok' : 'tone-bad'}>{say(equal ? 'transaction.yes' : 'transaction.no')}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Mark({ what, mark }: { readonly what: ComparedValue; readonly mark: string | null }) {
  return (
    <code className={`value-mark mark-${what}`}>
      {MARKS[what]} {mark ?? ''}
    </code>
  );
}

function placeWords(place: ValuePlace): string {
  switch (place.kind) {
    case 'cookie':
      return say('transaction.place.cookie', { name: place.life.name });
    case 'address':
      return say('transaction.place.address', { name: place.name });
    case 'field':
      return say('transaction.place.field', { name: place.name });
    case 'token':
      return say('transaction.place.token', { name: place.name });
    default:
      return place satisfies never;
  }
}
