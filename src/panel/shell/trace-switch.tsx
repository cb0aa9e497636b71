import { say } from '../../words/catalogue';
import { usePanel, useRecorded } from '../state/panel-context';

/** Turns the trace of the page's scripts on and off. */
export function TraceSwitch() {
  const { actions } = usePanel();
  const tracing = useRecorded((recorded) => recorded.tracing);
  return (
    <>
      <label className="tick">
        <input type="checkbox" checked={tracing} onChange={(event) => actions.trace(event.target.checked)} />
        {say('script.trace')}
      </label>
      <p className="tone-quiet">{say('script.trace-why')}</p>
    </>
  );
}
