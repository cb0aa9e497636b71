import { useMemo } from 'react';
import { create } from 'zustand';
import { instant } from '../../analysis/facts/units';
import { say } from '../../words/catalogue';
import { partsOfLine } from '../explain/attribute-words';
import { PartsTable } from '../explain/parts-table';
import { RawLine } from '../explain/raw-line';
import { segments } from '../explain/segments';
import { EXAMPLES, type Trial, tried } from '../lab/trial';
import { TrialColumns } from '../lab/trial-columns';
import { TrialForm } from '../lab/trial-form';

const FIRST: Trial = EXAMPLES[1] ?? { line: '', url: 'https://shop.example/', as: 'page', top: '', method: 'GET' };

/** The line that is being tried; others may put one here. */
export const useTrial = create<{ readonly trial: Trial; readonly set: (trial: Trial) => void }>((set) => ({
  trial: FIRST,
  set: (trial) => set({ trial }),
}));

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
            <PartsTable parts={partsOfLine(result.parsed, { at: instant(Date.now()), date: null, profile: 'spec' })} />
          </div>
        </>
      ) : (
        <p className="side-note">{say('lab.no-url')}</p>
      )}
    </section>
  );
}
