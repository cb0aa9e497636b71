import '../../words/all-words';
import { useMemo, useState } from 'react';
import type { CheckedId } from '../../analysis/active-check/verdict';
import type { Story } from '../../analysis/story/moment';
import { storiesOf } from '../../analysis/story/moments';
import { say } from '../../words/catalogue';
import type { AnalysisResult } from '../analysis-scheduler/analyze';
import { ChecklistPane } from '../sign-in/checklist-pane';
import { SessionChips } from '../sign-in/session-chips';
import { StoryColumn } from '../sign-in/story-column';
import { TransactionChecklist } from '../sign-in/transaction-checklist';
import { useChecks } from '../state/active-checks';
import { useRecorded } from '../state/panel-context';
import { useAnalysis } from '../state/use-analysis';
import { useTimeOrigin } from '../state/use-time-origin';
import { AnalysisNote } from '../states/analysis-note';

/** The story of signing in and out, moment by moment, and how it stands to the requirements. */
export function SignInView() {
  const analysis = useAnalysis();
  const result = analysis.kind === 'done' ? analysis.result : null;
  const { rows } = useRecorded();
  // The rows change in place; the result is new whenever they were analyzed again.
  const checks = useChecks(useRecorded(({ digestKey }) => digestKey));
  const stories = useMemo(() => (result ? storiesOf(result.sessions, rows, checks) : []), [result, rows, checks]);
  if (analysis.kind !== 'done') return <AnalysisNote state={analysis.kind} />;
  const [first] = stories;
  if (first === undefined) return <AnalysisNote state="no-page" />;
  return <Stories stories={stories} first={first} result={analysis.result} checks={checks} />;
}

interface StoriesProps {
  readonly stories: readonly Story[];
  readonly first: Story;
  readonly result: AnalysisResult;
  readonly checks: readonly CheckedId[];
}

function Stories({ stories, first, result, checks }: StoriesProps) {
  const origin = useTimeOrigin();
  const [site, setSite] = useState<string | null>(null);
  const [second, setSecond] = useState<string | null>(null);
  const find = (wanted: string | null) => stories.find((each) => each.site === wanted);
  const shown = find(site) ?? find(result.site) ?? first;
  const beside = find(second) ?? null;
  const columns = beside === null || beside === shown ? [shown] : [shown, beside];
  const last = shown.transactions.filter(({ isSilent }) => !isSilent).slice(-1);
  return (
    <div className="side-view sign-in-view">
      <div className="stories" data-columns={columns.length}>
        {stories.length > 1 && <SessionChips stories={stories} {...{ shown, beside }} onShow={setSite} onBeside={setSecond} />}
        <div className="story-columns">
          {columns.map((story) => {
            const session = result.sessions.sites.find((each) => each.site === story.site);
            return (
              session && (
                <StoryColumn
                  key={story.site}
                  story={story}
                  session={session}
                  sessions={result.sessions}
                  origin={origin}
                  named={columns.length > 1}
                />
              )
            );
          })}
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it. */}
      <aside className="side" tabIndex={0} aria-label={say('checklist.title')}>
        <ChecklistPane audit={result.audit} checks={checks} />
        {last.map((transaction) => (
          <TransactionChecklist key={transaction.provider} transaction={transaction} />
        ))}
      </aside>
    </div>
  );
}
