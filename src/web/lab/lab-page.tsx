import '../../words/lab-words';
import { useMemo } from 'react';
import { copyText } from '../../panel/copy-text';
import { LabFrame } from '../../panel/lab/lab-frame';
import { LaterComponent } from '../../panel/shared/parts/later';
import { useLoaded } from '../../panel/shared/parts/use-loaded';
import { useFileDrop } from '../../panel/shell/use-file-drop';
import { useTrial } from '../../panel/state/use-trial';
import { say } from '../../words/catalogue';

/** It comes after the form is drawn. */
const loadEngine = () => import('../../panel/lab/trial-answer');
/** It comes after the first verdict. */
const WIRE = new LaterComponent(async () => (await import('./trial-wire-page')).TrialWire);

/** The Lab, with the way back to the start page. A file that is dropped here opens in the panel. */
export function LabPage() {
  useFileDrop();
  const { module: engine, failed } = useLoaded(loadEngine);
  const trial = useTrial((state) => state.trial);
  const answer = useMemo(() => engine?.answerOf(trial) ?? null, [engine, trial]);
  return (
    <div className="lab-page">
      <header className="lab-page-bar">
        <h1>{say('view.lab')}</h1>
        <a href="#lessons">{say('lab.start-page')}</a>
      </header>
      <main>
        <LabFrame fault={answer?.refusal?.span ?? null} copy={copyText}>
          {engine && answer ? (
            <engine.TrialAnswer answer={answer} wire={WIRE} />
          ) : (
            <p className="side-note" role={failed ? 'alert' : 'status'}>
              {say(failed ? 'lab.engine-failed' : 'view.loading')}
            </p>
          )}
        </LabFrame>
      </main>
    </div>
  );
}
