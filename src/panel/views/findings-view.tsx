import '../../words/all-words';
import { useMemo } from 'react';
import { say } from '../../words/catalogue';
import type { AnalysisResult } from '../analysis-scheduler/analyze';
import { EarlierBar } from '../findings/earlier-bar';
import { matchesFilter } from '../findings/finding-filter';
import { FindingFilterBar } from '../findings/finding-filter-bar';
import { FindingLists } from '../findings/finding-lists';
import { GradePanel } from '../findings/grade-panel';
import { asEarlier, comparedFindings } from '../findings/standing';
import { SessionNote } from '../links/session-note';
import { useFindingsChoices } from '../state/findings-choices';
import { reasonsFor, useIgnored } from '../state/ignored-findings';
import { usePanel } from '../state/panel-context';
import { useAnalysis } from '../state/use-analysis';
import { AnalysisNote } from '../states/analysis-note';

/** What to change, worst first, with the points that each change gains; beside it the grade and its sum. */
export function FindingsView() {
  const analysis = useAnalysis();
  if (analysis.kind !== 'done') return <AnalysisNote state={analysis.kind} />;
  const { result } = analysis;
  return (
    <div className="side-view findings-view">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it. */}
      <aside className="side" tabIndex={0} aria-label={say('findings.grade')}>
        <SessionNote result={result} />
        <GradePanel site={result.site} grades={result.grades} />
      </aside>
      <FindingsPane result={result} />
    </div>
  );
}

function FindingsPane({ result }: { readonly result: AnalysisResult }) {
  const { audit, site } = result;
  const { filter, earlier, compareWith } = useFindingsChoices();
  const { actions } = usePanel();
  const { kept, ofFile } = useIgnored();
  const reasons = useMemo(() => reasonsFor(site, { kept, ofFile }), [site, kept, ofFile]);
  const counted = useMemo(() => audit.findings.filter(({ id }) => !reasons.has(id)), [audit, reasons]);
  const shown = useMemo(() => counted.filter((finding) => matchesFilter(finding, filter)), [counted, filter]);
  const compared = useMemo(() => comparedFindings(audit.findings, site, earlier), [audit, site, earlier]);
  const readFile = async (file: File) => {
    const { findingsOfFile } = await import('../files/findings-of-file');
    return findingsOfFile(file, actions.copy);
  };
  return (
    <div className="findings-pane">
      <FindingFilterBar findings={counted} shown={shown.length} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it. */}
      <section className="finding-lists" tabIndex={0} aria-label={say('view.findings')}>
        <EarlierBar
          site={site}
          compared={compared}
          onRemember={() => compareWith(asEarlier(audit.findings, site, null))}
          readFile={readFile}
        />
        <FindingLists result={result} shown={shown} total={counted.length} reasons={reasons} compared={compared} />
      </section>
    </div>
  );
}
