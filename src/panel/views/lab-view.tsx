import { useMemo } from 'react';
import { instant } from '../../analysis/facts/units';
import { say } from '../../words/catalogue';
import { partsOfLine } from '../explain/attribute-words';
import { PartsTable } from '../explain/parts-table';
import { RawLine } from '../explain/raw-line';
import { segments } from '../explain/segments';
import { tried } from '../lab/trial';
import { TrialColumns } from '../lab/trial-columns';
import { TrialForm } from '../lab/trial-form';
import { useTrial } from '../lab/use-trial';

/** Any line, from anywhere, through the standard and both browsers at once. */
export function LabView() {
  const { trial, set } = useTrial();
  const result = useMemo(() => tried(trial, instant(Date.now())), [trial]);
  const fault =
    result?.verdicts.flatMap(({ verdict }) => verdict.steps).find((step) => step.outcome === 'failed' && step.span)?.span ?? null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it.
    <section className="lab-view" tabIndex={0} aria-label={say('view.lab')}>
      <TrialForm trial={trial} onChange={set} />
      {result ? (
        <>
          <div className="lab-read">
            <RawLine header="Set-Cookie" segments={segments(result.parsed, fault, false)} />
          </div>
          <TrialColumns tried={result} />
          <div className="lab-read explanation-scope">
            <h2>{say('explain.parts')}</h2>
            <PartsTable parts={partsOfLine(result.parsed, { at: instant(Date.now()), date: null, profile: 'spec' }, fault)} />
          </div>
        </>
      ) : (
        <p className="side-note">{say('lab.no-url')}</p>
      )}
    </section>
  );
}
