import '../../words/all-words';
import { useMemo } from 'react';
import type { CookieLife } from '../../analysis/session/cookies/cookie-life';
import { siteOfUrl } from '../../analysis/session/requests/address';
import type { SiteSession } from '../../analysis/session/site-session';
import type { EndedTransaction } from '../../analysis/session/transaction-outcomes';
import type { Moment, Phase, Story } from '../../analysis/story/moment';
import { storiesOf } from '../../analysis/story/moments';
import { say } from '../../words/catalogue';
import { ChecklistPane } from '../sign-in/checklist-pane';
import { MomentRow } from '../sign-in/moment-row';
import { PhaseBar } from '../sign-in/phase-bar';
import { TransactionChecklist } from '../sign-in/transaction-checklist';
import { TransactionView } from '../sign-in/transaction-view';
import { useRecorded } from '../state/panel-context';
import { useAnalysis } from '../state/use-analysis';
import { useTimeOrigin } from '../state/use-time-origin';
import { AnalysisNote } from '../states/analysis-note';

/** The story of signing in and out, moment by moment, and how it stands to the requirements. */
export function SignInView() {
  const analysis = useAnalysis();
  const result = analysis.kind === 'done' ? analysis.result : null;
  const { rows } = useRecorded();
  const origin = useTimeOrigin();
  // The rows change in place; the result is new whenever they were analyzed again.
  const stories = useMemo(() => (result ? storiesOf(result.sessions, rows) : []), [result, rows]);
  const story = stories.find(({ site }) => site === result?.site) ?? stories[0];
  if (analysis.kind !== 'done') return <AnalysisNote state={analysis.kind} />;
  if (!story) return <AnalysisNote state="no-page" />;
  // Silent renewals repeat: the story tells each, the picture is of those that the user saw.
  const shown = story.transactions.filter(({ isSilent }) => !isSilent);
  return (
    <div className="side-view sign-in-view">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it. */}
      <section className="story" tabIndex={0} aria-label={say('signin.story')}>
        <PhaseBar phases={story.phases} origin={origin} />
        {shown.map((transaction) => (
          <TransactionView
            key={transaction.hops[0]?.exchange.id ?? transaction.provider}
            transaction={transaction}
            carriers={carriersOf(transaction, analysis.result.sessions.sites)}
            origin={origin}
          />
        ))}
        {!story.phases.some(({ kind }) => kind === 'signed-in') && <p className="story-note">{say('signin.not-signed-in')}</p>}
        <ol className="moments">
          {story.moments.map((moment, index) => (
            <MomentRow
              // biome-ignore lint/suspicious/noArrayIndexKey: two moments of a kind may share their time and requests.
              key={`${moment.kind}${moment.at}${index}`}
              moment={moment}
              phase={phaseAt(story, moment)}
              origin={origin}
            />
          ))}
        </ol>
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it. */}
      <aside className="side" tabIndex={0} aria-label={say('checklist.title')}>
        <ChecklistPane audit={analysis.result.audit} />
        {shown.slice(-1).map((transaction) => (
          <TransactionChecklist key={transaction.provider} transaction={transaction} />
        ))}
      </aside>
    </div>
  );
}

/** The cookies that sign in: at the application by this transaction, at the other site by whatever its own traffic shows. */
function carriersOf({ signIn, provider }: EndedTransaction, sites: readonly SiteSession[]): readonly CookieLife[] {
  const site = siteOfUrl(`http://${provider}/`);
  const there = sites.find((each) => each.site === site)?.signIns.at(-1)?.carriers ?? [];
  return [...(signIn?.carriers.slice(0, 2) ?? []), ...there.slice(0, 1)].map(({ life }) => life);
}

function phaseAt({ phases }: Story, { at }: Moment): Phase['kind'] {
  return phases.findLast(({ from }) => from <= at)?.kind ?? 'anonymous';
}
