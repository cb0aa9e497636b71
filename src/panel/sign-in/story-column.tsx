import { useMemo, useState } from 'react';
import type { CookieLife } from '../../analysis/session/cookies/cookie-life';
import { siteOfUrl } from '../../analysis/session/requests/address';
import type { Sessions } from '../../analysis/session/sessions';
import type { SiteSession } from '../../analysis/session/site-session';
import type { EndedTransaction } from '../../analysis/session/transaction-outcomes';
import type { Moment, Phase, Story } from '../../analysis/story/moment';
import { say, sayCount } from '../../words/catalogue';
import { LinkButton } from '../shared/parts/button';
import type { TimeOrigin } from '../shared/presentation/time';
import { ActiveChecks } from './active-checks';
import { CredentialNames } from './credential-names';
import { CsrfLinks } from './csrf-links';
import { identityLines } from './identity-lines';
import { MomentRow } from './moment-row';
import { PhaseBar } from './phase-bar';
import type { SessionEntry } from './session-entries';
import { TokenCards } from './token-cards';
import { drawnTransactions } from './transaction-picture';
import { TransactionView } from './transaction-view';

/** So many credentials have a line from the start. */
const MOST = 5;

interface StoryColumnProps {
  readonly entry: SessionEntry;
  readonly sessions: Sessions;
  readonly origin: TimeOrigin;
  /** What it is called where two stand side by side; null = it stands alone. */
  readonly heading: string | null;
  /** Whether it tells the site's tokens too, which are those of all its sessions. */
  readonly withTokens: boolean;
}

/** The story of a session or a site: its phases, the moments with the credentials' lines beside them, tokens and CSRF tokens. */
export function StoryColumn({ entry, sessions, origin, heading, withTokens }: StoryColumnProps) {
  const { story, site } = entry;
  const [all, setAll] = useState(false);
  const lines = useMemo(() => identityLines(story, site, sessions.roles), [story, site, sessions]);
  const shown = all ? lines : lines.slice(0, MOST);
  const transactions = drawnTransactions(story.transactions);
  return (
    <section
      className="story"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it.
      tabIndex={0}
      aria-label={say('signin.story-of', { site: heading ?? entry.name })}
      data-story={entry.key}
    >
      {heading !== null && <h2 className="story-site">{heading}</h2>}
      <PhaseBar phases={story.phases} origin={origin} />
      {transactions.map((transaction) => (
        <TransactionView
          key={transaction.hops[0]?.exchange.id ?? transaction.provider}
          transaction={transaction}
          carriers={carriersOf(transaction, sessions.sites)}
          origin={origin}
        />
      ))}
      {!story.phases.some(({ kind }) => kind === 'signed-in') && <p className="story-note">{say('signin.not-signed-in')}</p>}
      <ol className="moments" style={credentialColumns(shown.length)}>
        {shown.length > 0 && (
          <CredentialNames lines={shown} caption={say('signin.credentials')}>
            {lines.length > MOST && (
              <LinkButton onPress={() => setAll(!all)}>
                {all ? say('signin.fewer-lines') : sayCount('signin.more-lines', lines.length - MOST)}
              </LinkButton>
            )}
          </CredentialNames>
        )}
        {story.moments.map((moment, index) => (
          <MomentRow
            // biome-ignore lint/suspicious/noArrayIndexKey: two moments of a kind may share their time and requests.
            key={`${moment.kind}${moment.at}${index}`}
            moment={moment}
            phase={phaseAt(story, moment)}
            origin={origin}
            segments={shown.map(({ segments }) => segments[index])}
          />
        ))}
      </ol>
      <ActiveChecks session={site} roles={sessions.roles} />
      {withTokens && (
        <>
          <CsrfLinks session={site} />
          <TokenCards session={site} />
        </>
      )}
    </section>
  );
}

/** Empty without credentials: `repeat(0, …)` is invalid, and the row would lose all its columns. */
const credentialColumns = (count: number): React.CSSProperties | undefined =>
  count === 0 ? undefined : ({ '--credential-columns': `repeat(${count}, 30px)` } as React.CSSProperties);

/** The cookies that sign in: at the application by this transaction, at the other site by whatever its own traffic shows. */
function carriersOf(
  { signIn, leave, application, provider }: EndedTransaction,
  sites: readonly SiteSession[],
): readonly CookieLife[] {
  const signInsAt = (authority: string) => sites.find(({ site }) => site === siteOfUrl(`http://${authority}/`))?.signIns ?? [];
  const begun = leave?.exchange.sent.seq ?? 0;
  // A renewal in the background leads to no sign-in: the session that was to be renewed is the one before it.
  const own = signIn ?? signInsAt(application).findLast(({ first }) => first.seq < begun);
  const there = signInsAt(provider).at(-1)?.carriers ?? [];
  return [...(own?.carriers.slice(0, 2) ?? []), ...there.slice(0, 1)].map(({ life }) => life);
}

function phaseAt({ phases }: Story, { at }: Moment): Phase['kind'] {
  return phases.findLast(({ from }) => from <= at)?.kind ?? 'anonymous';
}
