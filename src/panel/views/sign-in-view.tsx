import '../../words/all-words';
import { useMemo, useState } from 'react';
import type { CheckedId } from '../../analysis/active-check/verdict';
import { storiesOf } from '../../analysis/story/moments';
import { say } from '../../words/catalogue';
import type { AnalysisResult } from '../analysis-scheduler/analyze';
import { storeWords } from '../shared/presentation/store-words';
import { BesideColumns } from '../sign-in/beside-columns';
import { ChecklistPane } from '../sign-in/checklist-pane';
import { useOtherRecordings } from '../sign-in/other-recordings';
import { SessionChips } from '../sign-in/session-chips';
import { type SessionEntry, sessionEntries } from '../sign-in/session-entries';
import { TransactionChecklist } from '../sign-in/transaction-checklist';
import { useChecks } from '../state/active-checks';
import { storeOf, usePanel, useRecorded } from '../state/panel-context';
import { useAnalysis } from '../state/use-analysis';
import { AnalysisNote } from '../states/analysis-note';

/** The story of signing in and out, moment by moment, and how it stands to the requirements. */
export function SignInView() {
  const analysis = useAnalysis();
  const result = analysis.kind === 'done' ? analysis.result : null;
  const { rows } = useRecorded();
  // The rows change in place; the result is new whenever they were analyzed again.
  const checks = useChecks(useRecorded(({ digestKey }) => digestKey));
  const entries = useMemo(
    () => (result ? sessionEntries(storiesOf(result.sessions, rows, checks), result.sessions.sites) : []),
    [result, rows, checks],
  );
  if (analysis.kind !== 'done') return <AnalysisNote state={analysis.kind} />;
  const [first] = entries;
  if (first === undefined) return <AnalysisNote state="no-page" />;
  return <Entries entries={entries} first={first} result={analysis.result} checks={checks} />;
}

interface EntriesProps {
  readonly entries: readonly SessionEntry[];
  readonly first: SessionEntry;
  readonly result: AnalysisResult;
  readonly checks: readonly CheckedId[];
}

function Entries({ entries, first, result, checks }: EntriesProps) {
  const { analysis, recording } = usePanel();
  const others = useOtherRecordings();
  const [second, setSecond] = useState<string | null>(null);
  const { choice } = analysis;
  const find = (site: string, session: string | null) =>
    entries.find((entry) => entry.choice.site === site && entry.choice.session === session);
  const shown = (choice && (find(choice.site, choice.session) ?? find(choice.site, null))) ?? find(result.site, null) ?? first;
  const all = [
    ...entries.map((entry) => ({ key: entry.key, entry, other: null })),
    ...others.flatMap((other) => other.entries.map((entry) => ({ key: other.key + entry.key, entry, other }))),
  ];
  const beside = all.find(({ key, entry }) => key === second && entry !== shown) ?? null;
  const store = storeWords(storeOf(recording));
  const last = shown.story.transactions.filter(({ isSilent }) => !isSilent).slice(-1);
  return (
    <div className="side-view sign-in-view">
      <div className="stories" data-columns={beside === null ? 1 : 2}>
        {(entries.length > 1 || store !== null || others.length > 0) && (
          <SessionChips
            {...{ entries, shown, store, others }}
            beside={beside?.key ?? null}
            onShow={(entry) => analysis.choose(entry.choice)}
            onBeside={setSecond}
          />
        )}
        <BesideColumns shown={shown} beside={beside} sessions={result.sessions} />
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
