import '../../words/all-words';
import { say, sayCount } from '../../words/catalogue';
import type { AnalysisResult } from '../analysis-scheduler/analyze';
import { Button } from '../shared/parts/button';
import { VisibleText } from '../shared/parts/visible-text';
import { EvidenceTag } from '../shared/presentation/evidence-tag';
import { useAnalysis } from '../state/use-analysis';
import { type RecordedLine, useTrial } from '../state/use-trial';
import { AnalysisNote } from '../states/analysis-note';
import type { WhatIfSummary as Table } from './table';
import { Ticks } from './ticks';
import { useWhatIf } from './use-what-if';
import { WhatIfTable } from './what-if-table';
import { whatIfWords } from './words';

/** The recording as it would be with the Lab's line in place of the recorded one it began with. */
export function WhatIfPanel({ source }: { readonly source: RecordedLine }) {
  const analysis = useAnalysis();
  return (
    <section className="what-if" aria-label={say('what-if.title')}>
      {analysis.kind === 'done' ? <Answer source={source} result={analysis.result} /> : <AnalysisNote state={analysis.kind} />}
    </section>
  );
}

function Answer({ source, result }: { readonly source: RecordedLine; readonly result: AnalysisResult }) {
  const line = useTrial(({ trial }) => trial.line);
  const state = useWhatIf(line, source, result);
  if (state.kind === 'working') return <p className="side-note">{say('what-if.working')}</p>;
  if (state.kind === 'gone') return <p className="side-note">{say('what-if.gone')}</p>;
  return (
    <div aria-busy={!state.isWhole} data-testid="what-if">
      <Head table={state.table} />
      <div className="what-if-body">
        <Headline table={state.table} result={result} />
        <WhatIfTable table={state.table} />
      </div>
    </div>
  );
}

function Head({ table }: { readonly table: Table }) {
  const words = whatIfWords(table);
  return (
    <h2>
      <b>{say('what-if.title')}</b>{' '}
      {say('what-if.of', { request: words?.request ?? '', requests: sayCount('count.requests', table.requests) })}{' '}
      <EvidenceTag evidence="predicted" />
    </h2>
  );
}

function Headline({ table, result }: { readonly table: Table; readonly result: AnalysisResult }) {
  const { trial, set } = useTrial();
  const words = whatIfWords(table);
  const [column] = table.columns;
  const { better } = table;
  return (
    <div className="what-if-headline">
      <p className="sentence" data-testid="what-if-headline">
        <VisibleText text={words?.headline ?? ''} />
      </p>
      {words?.meaning.map((each) => (
        <p key={each}>
          <VisibleText text={each} />
        </p>
      ))}
      {better !== null && (
        <p>
          <VisibleText text={say('what-if.try', { line: sameSiteOf(better) })} />{' '}
          <Button label={say('what-if.try-it')} onPress={() => set({ ...trial, line: better })} />
        </p>
      )}
      {column && <Ticks column={column} rows={result.audit.subjects.rows} />}
      <p className="tone-quiet">{say('what-if.unknown')}</p>
    </div>
  );
}

const sameSiteOf = (line: string): string => /SameSite=\w+$/.exec(line)?.[0] ?? line;
