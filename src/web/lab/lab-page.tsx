import '../../words/lab-words';
import { useEffect, useMemo, useState } from 'react';
import { copyText } from '../../panel/copy-text';
import { LabFrame } from '../../panel/lab/lab-frame';
import { useFileDrop } from '../../panel/shell/use-file-drop';
import { useTrial } from '../../panel/state/use-trial';
import { say } from '../../words/catalogue';

type Engine = typeof import('../../panel/lab/trial-answer');

/** The Lab, with the way back to the start page. A file that is dropped here opens in the panel. */
export function LabPage() {
  useFileDrop();
  const { engine, failed } = useEngine();
  const trial = useTrial((state) => state.trial);
  const answer = useMemo(() => engine?.answerOf(trial) ?? null, [engine, trial]);
  return (
    <div className="lab-page">
      <header className="lab-page-bar">
        <h1>{say('view.lab')}</h1>
        <a href="#lessons">{say('shell.name')}</a>
      </header>
      <main>
        <LabFrame fault={answer?.refusal?.span ?? null} copy={copyText}>
          {engine && answer ? (
            <engine.TrialAnswer answer={answer} />
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

/** The engine, loaded once the form is drawn; null = not yet, or its code could not be loaded. */
function useEngine(): { readonly engine: Engine | null; readonly failed: boolean } {
  const [engine, setEngine] = useState<Engine | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    import('../../panel/lab/trial-answer').then(setEngine, () => setFailed(true));
  }, []);
  return { engine, failed };
}
