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
  const engine = useEngine();
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
            <p className="side-note" role="status">
              {say('view.loading')}
            </p>
          )}
        </LabFrame>
      </main>
    </div>
  );
}

/** The engine, loaded once the form is drawn; null = not yet. */
function useEngine(): Engine | null {
  const [engine, setEngine] = useState<Engine | null>(null);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    import('../../panel/lab/trial-answer').then(setEngine, (error: unknown) => setFailure({ error }));
  }, []);
  if (failure) throw failure.error;
  return engine;
}
