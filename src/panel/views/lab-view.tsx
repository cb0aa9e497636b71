import '../../words/all-words';
import { useMemo } from 'react';
import { instant } from '../../analysis/engine/base/units';
import { say } from '../../words/catalogue';
import { partsOfLine } from '../flow/explain/attribute-words';
import { PartsTable } from '../flow/explain/parts-table';
import { RawLine } from '../flow/explain/raw-line';
import { segments } from '../flow/explain/segments';
import { CookieHeaderField } from '../lab/cookie-header-field';
import { LineNotes } from '../lab/line-notes';
import { CookieHeaders, LinesTable } from '../lab/lines-table';
import { TrialColumns } from '../lab/trial-columns';
import { TrialForm } from '../lab/trial-form';
import { Later, LaterComponent } from '../shared/parts/later';
import { linesOf, tried, withLines } from '../state/trial';
import { useTrial } from '../state/use-trial';

const WHAT_IF = new LaterComponent(async () => (await import('../what-if/what-if-panel')).WhatIfPanel);

/** Any line, from anywhere, through the standard and both browsers at once. */
export function LabView() {
  const { trial, source, set, begin } = useTrial();
  const result = useMemo(() => tried(trial, instant(Date.now())), [trial]);
  const failed = result?.verdicts.flatMap(({ verdict }) => verdict.steps).filter((step) => step.outcome === 'failed') ?? [];
  const refusal = failed.find((step) => step.span) ?? failed[0] ?? null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it.
    <section className="lab-view" tabIndex={0} aria-label={say('view.lab')}>
      <TrialForm trial={trial} fault={refusal?.span ?? null} onChange={set} onBegin={begin} />
      {result ? (
        <>
          <LinesTable
            tried={result}
            selected={trial.before.length}
            onSelect={(at) => set(withLines(trial, linesOf(trial), at))}
          />
          <div className="lab-read">
            <RawLine header="Set-Cookie" segments={segments(result.parsed, refusal?.span ?? null, false)} />
            <LineNotes parsed={result.parsed} />
          </div>
          <TrialColumns tried={result} />
          <CookieHeaders headers={result.headers} />
          <CookieHeaderField trial={trial} tried={result} onChange={set} />
          <div className="lab-read explanation-scope">
            <h2>{say('explain.parts')}</h2>
            <PartsTable parts={partsOfLine(result.parsed, { at: instant(Date.now()), date: null, profile: 'spec' }, refusal)} />
          </div>
        </>
      ) : (
        <p className="side-note">{say('lab.no-url')}</p>
      )}
      {source && <Later component={WHAT_IF} props={{ source }} meanwhile={null} />}
    </section>
  );
}
