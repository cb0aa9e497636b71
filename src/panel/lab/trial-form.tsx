import { say } from '../../words/catalogue';
import { EXAMPLES, OCCASIONS, type Occasion, type Trial } from './trial';

interface TrialFormProps {
  readonly trial: Trial;
  readonly onChange: (trial: Trial) => void;
}

/** The line to try and where it comes from. */
export function TrialForm({ trial, onChange }: TrialFormProps) {
  const set = (part: Partial<Trial>) => onChange({ ...trial, ...part });
  return (
    <div className="trial-form">
      <label htmlFor="lab-line">{say('lab.line')}</label>
      <textarea
        id="lab-line"
        className="lab-line"
        rows={2}
        spellCheck={false}
        value={trial.line}
        onChange={(event) => set({ line: event.target.value })}
      />
      <span>{say('lab.received')}</span>
      <div className="trial-context">
        <label>
          {say('lab.from')}{' '}
          <input type="url" spellCheck={false} value={trial.url} onChange={(event) => set({ url: event.target.value })} />
        </label>
        <label>
          {say('lab.as')}{' '}
          <select value={trial.as} onChange={(event) => set({ as: event.target.value as Occasion })}>
            {OCCASIONS.map((id) => (
              <option key={id} value={id}>
                {say(`lab.as.${id}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say(trial.as === 'page' ? 'lab.linked-from' : 'lab.top')}{' '}
          <input
            type="url"
            spellCheck={false}
            value={trial.top}
            placeholder={trial.as === 'page' ? say('lab.address-bar') : 'https://'}
            onChange={(event) => set({ top: event.target.value })}
          />
        </label>
        <label>
          {say('lab.method')}{' '}
          <select value={trial.method} onChange={(event) => set({ method: event.target.value as Trial['method'] })}>
            <option>GET</option>
            <option>POST</option>
          </select>
        </label>
      </div>
      <span>{say('lab.examples')}</span>
      <div className="trial-examples" data-words="standard">
        {EXAMPLES.map((example) => (
          <button key={example.line} type="button" className="link mono" onClick={() => onChange(example)}>
            {example.line}
          </button>
        ))}
      </div>
    </div>
  );
}
