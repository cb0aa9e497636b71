import type { Span } from '../../analysis/engine/header/parsed-line';
import { say } from '../../words/catalogue';
import { DIRECT, type Trial, type TrialNext } from '../state/trial';
import { ExampleChoice } from './example-choice';
import { LineEditor } from './line-editor';
import { LinkBar } from './link-bar';
import { PlaceFields } from './place-fields';

interface TrialFormProps {
  readonly trial: Trial;
  /** The octets for which the line is refused; null = none. */
  readonly fault: Span | null;
  readonly copy: (text: string) => Promise<void>;
  readonly onChange: (trial: Trial) => void;
  /** Another line from nowhere. */
  readonly onBegin: (trial: Trial) => void;
}

const POLICIES: readonly Trial['thirdParty'][] = ['default', 'allow', 'partition', 'block'];

/** The lines to try, where they come from, and the request that follows. */
export function TrialForm({ trial, fault, copy, onChange, onBegin }: TrialFormProps) {
  const set = (part: Partial<Trial>) => onChange({ ...trial, ...part });
  return (
    <div className="trial-form">
      <label htmlFor="lab-line">{say('lab.line')}</label>
      <LineEditor trial={trial} fault={fault} onChange={onChange} />
      <span>{say('lab.received')}</span>
      <PlaceFields place={trial} from={say('lab.from')} onChange={set} />
      <span>{say('lab.next')}</span>
      <NextFields trial={trial} onChange={(next) => set({ next })} />
      <label htmlFor="lab-third-party">{say('lab.third-party')}</label>
      <div className="trial-context">
        <select
          id="lab-third-party"
          value={trial.thirdParty}
          onChange={(event) => set({ thirdParty: event.target.value as Trial['thirdParty'] })}
        >
          {POLICIES.map((policy) => (
            <option key={policy} value={policy}>
              {say(policy === 'default' ? 'lab.third-party.default' : `policy.${policy}`)}
            </option>
          ))}
        </select>
        <label title={say('lab.private.title')}>
          <input type="checkbox" checked={trial.isPrivate} onChange={({ target }) => set({ isPrivate: target.checked })} />{' '}
          {say('lab.private')}
        </label>
      </div>
      <span>{say('lab.examples')}</span>
      <ExampleChoice onBegin={onBegin} />
      <span>{say('lab.link')}</span>
      <LinkBar trial={trial} copy={copy} />
    </div>
  );
}

interface NextFieldsProps {
  readonly trial: Trial;
  readonly onChange: (next: TrialNext | null) => void;
}

function NextFields({ trial, onChange }: NextFieldsProps) {
  const { next } = trial;
  if (next === null)
    return (
      <div>
        <button type="button" className="link" onClick={() => onChange(nextOf(trial))}>
          {say('lab.next.add')}
        </button>
      </div>
    );
  return (
    <PlaceFields place={next} from={say('lab.next.to')} onChange={(part) => onChange({ ...next, ...part })}>
      <label>
        {say('lab.next.after')}{' '}
        <input
          type="number"
          min={0}
          value={next.seconds}
          onChange={(event) => onChange({ ...next, seconds: Math.max(0, Number(event.target.value) || 0) })}
        />{' '}
        {say('lab.next.seconds')}
      </label>
      <button type="button" className="link" onClick={() => onChange(null)}>
        {say('lab.next.remove')}
      </button>
    </PlaceFields>
  );
}

/** A request for the same page, a while later, by the address bar. */
const nextOf = ({ url }: Trial): TrialNext => ({ ...DIRECT, url, as: 'page', top: '', method: 'GET', seconds: 60 });
