import type { AccountSession } from '../../analysis/session/account-sessions';
import { compareSessions, type SessionComparison, type SessionWithCookies } from '../../analysis/story/session-comparison';
import { say } from '../../words/catalogue';
import { listText, numberText } from '../../words/format';
import { Icon } from '../shared/parts/icon';
import type { SessionEntry } from './session-entries';
import './compared-sessions.css';

type Traits = SessionComparison['a'];

/** In this order, each in words. */
const TRAITS: { readonly [Trait in keyof Traits]: (value: Traits[Trait]) => string } = {
  account: (account) => (account === null ? say('signin.compared.account.unknown') : say('signin.session.account', { account })),
  how: (how) => say(`session.moment.signed-in.${how}`),
  carriers: (names) => listOrNone(names),
  carriedBy: (what) => say(`session.carried-by.${what}`),
  id: (fate) => say(`session.moment.id.${fate}`),
  requests: numberText,
  end: (end) =>
    end === null
      ? say('signin.compared.end.none')
      : say(end === 'sign-out' ? 'session.moment.signed-out' : `session.moment.session-expired.${end}`),
  left: (names) => listOrNone(names),
};

const listOrNone = (names: readonly string[]): string => (names.length === 0 ? say('signin.compared.none') : listText(names));

interface ComparedSessionsProps {
  /** With what they are called. */
  readonly a: SessionEntry & { readonly session: AccountSession };
  readonly b: SessionEntry & { readonly session: AccountSession };
  readonly names: readonly [string, string];
  readonly ofOneRecording: boolean;
}

/** Two sessions side by side: what each was, and what differs. */
export function ComparedSessions({ a, b, names, ofOneRecording }: ComparedSessionsProps) {
  const compared = compareSessions(withCookies(a), withCookies(b), ofOneRecording);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it.
    <section className="compared-sessions" tabIndex={0} aria-label={say('signin.compared')}>
      <table>
        <caption className="visually-hidden">{say('signin.compared')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('signin.compared.trait')}</th>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(Object.keys(TRAITS) as (keyof Traits)[]).map((trait) => (
            <tr key={trait} data-trait={trait} data-differs={compared.differing.has(trait) || undefined}>
              <th scope="row">{say(`signin.compared.${trait}`)}</th>
              <td>{words(compared.a, trait)}</td>
              <td>{words(compared.b, trait)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Kept compared={compared} />
    </section>
  );
}

/** What the second has of the first. */
function Kept({ compared: { sameIds, sameValues } }: { readonly compared: SessionComparison }) {
  if (sameIds === null || sameValues === null) return <p className="tone-quiet">{say('signin.compared.elsewhere')}</p>;
  return (
    <>
      {sameIds.length > 0 ? (
        <p className="tone-bad" data-same-id>
          <Icon name="error" size={13} /> {say('signin.compared.same-id', { names: listText(sameIds) })}
        </p>
      ) : (
        <p>{say('signin.compared.other-ids')}</p>
      )}
      {sameValues.length > 0 && <p>{say('signin.compared.same-values', { names: listText(sameValues) })}</p>}
      <p className="tone-quiet">{say('signin.compared.accounts')}</p>
    </>
  );
}

const words = <Trait extends keyof Traits>(traits: Traits, trait: Trait): string => TRAITS[trait](traits[trait]);

const withCookies = ({ session, site: { lives } }: ComparedSessionsProps['a']): SessionWithCookies => ({ session, lives });
