import type { CheckedId } from '../../analysis/active-check/verdict';
import { say } from '../../words/catalogue';
import { numberText } from '../../words/format';
import { PlaceLink } from '../links/place-link';
import { Icon } from '../shared/parts/icon';

const LOOK = {
  'still-works': { icon: 'error', tone: 'bad' },
  ended: { icon: 'check', tone: 'ok' },
  'signs-nobody-in': { icon: 'check', tone: 'ok' },
  'cannot-tell': { icon: 'question', tone: 'quiet' },
} as const;

/** The answer to an old id beside those that were recorded. */
export function CheckedAnswer({ check }: { readonly check: CheckedId }) {
  const { verdict, time, answer, recorded, anonymous, elsewhere, exchanges } = check;
  const { icon, tone } = LOOK[verdict];
  const rows = [
    { key: 'then', answer: recorded, place: exchanges[0] },
    { key: 'others', answer: anonymous, place: exchanges[1] },
    { key: 'now', answer, place: undefined },
  ] as const;
  return (
    <div className="check-answer" data-verdict={verdict} role="status">
      <p className={`tone-${tone}`}>
        <Icon name={icon} size={13} />{' '}
        {say(verdict === 'ended' ? `signin.check.verdict.ended.${time}` : `signin.check.verdict.${verdict}`)}
      </p>
      {elsewhere !== null && <p>{say('signin.check.elsewhere', { host: elsewhere })}</p>}
      <table>
        <thead>
          <tr>
            <th>{say('signin.check.answer')}</th>
            <th>{say('signin.check.status')}</th>
            <th>{say('signin.check.leads-to')}</th>
            <th>{say('signin.check.length')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(
            ({ key, answer: each, place }) =>
              each !== null && (
                <tr key={key} data-answer={key}>
                  <th scope="row">
                    {say(`signin.check.answer.${key}`)} {place !== undefined && <PlaceLink place={{ row: place, line: null }} />}
                  </th>
                  <td>{each.status}</td>
                  <td>{each.leadsTo}</td>
                  <td>{each.length === null ? say('signin.check.not-told') : numberText(each.length)}</td>
                </tr>
              ),
          )}
        </tbody>
      </table>
    </div>
  );
}
