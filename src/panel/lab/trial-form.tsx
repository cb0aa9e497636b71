import type { ReactNode } from 'react';
import { say } from '../../words/catalogue';
import { TRIAL_REQUESTS, type Trial, type TrialNext, type TrialPlace, type TrialRequest } from '../state/trial';
import { PRESETS } from './presets';

interface TrialFormProps {
  readonly trial: Trial;
  readonly onChange: (trial: Trial) => void;
  /** Another line from nowhere. */
  readonly onBegin: (trial: Trial) => void;
}

const POLICIES: readonly Trial['thirdParty'][] = ['default', 'allow', 'partition', 'block'];

/** The line to try, where it comes from, and the request that follows. */
export function TrialForm({ trial, onChange, onBegin }: TrialFormProps) {
  const set = (part: Partial<Trial>) => onChange({ ...trial, ...part });
  const { next } = trial;
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
      <PlaceFields place={trial} from={say('lab.from')} onChange={set} />
      <span>{say('lab.next')}</span>
      {next === null ? (
        <div>
          <button type="button" className="link" onClick={() => set({ next: nextOf(trial) })}>
            {say('lab.next.add')}
          </button>
        </div>
      ) : (
        <PlaceFields place={next} from={say('lab.next.to')} onChange={(part) => set({ next: { ...next, ...part } })}>
          <label>
            {say('lab.next.after')}{' '}
            <input
              type="number"
              min={0}
              value={next.seconds}
              onChange={(event) => set({ next: { ...next, seconds: Math.max(0, Number(event.target.value) || 0) } })}
            />{' '}
            {say('lab.next.seconds')}
          </label>
          <button type="button" className="link" onClick={() => set({ next: null })}>
            {say('lab.next.remove')}
          </button>
        </PlaceFields>
      )}
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
      </div>
      <span>{say('lab.examples')}</span>
      <div className="trial-examples" data-words="standard">
        {PRESETS.map((preset) => (
          <button key={preset.line} type="button" className="link mono" onClick={() => onBegin(preset)}>
            {preset.line}
          </button>
        ))}
      </div>
    </div>
  );
}

/** A request for the same page, a while later, by the address bar. */
const nextOf = ({ url }: Trial): TrialNext => ({ url, as: 'page', top: '', method: 'GET', seconds: 60 });

interface PlaceFieldsProps {
  readonly place: TrialPlace;
  /** What stands before the address. */
  readonly from: string;
  readonly onChange: (part: Partial<TrialPlace>) => void;
  readonly children?: ReactNode;
}

/** A request: address, kind, the page around it or with the link to it, method. */
function PlaceFields({ place, from, onChange, children }: PlaceFieldsProps) {
  const { url, as, top, method } = place;
  return (
    <div className="trial-context">
      <label>
        {from} <input type="url" spellCheck={false} value={url} onChange={(event) => onChange({ url: event.target.value })} />
      </label>
      <label>
        {say('lab.as')}{' '}
        <select value={as} onChange={(event) => onChange({ as: event.target.value as TrialRequest })}>
          {TRIAL_REQUESTS.map((id) => (
            <option key={id} value={id}>
              {say(`lab.as.${id}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say(as === 'page' ? 'lab.linked-from' : 'lab.top')}{' '}
        <input
          type="url"
          spellCheck={false}
          value={top}
          placeholder={as === 'page' ? say('lab.address-bar') : 'https://'}
          onChange={(event) => onChange({ top: event.target.value })}
        />
      </label>
      <label>
        {say('lab.method')}{' '}
        <select value={method} onChange={(event) => onChange({ method: event.target.value as TrialPlace['method'] })}>
          <option>GET</option>
          <option>POST</option>
        </select>
      </label>
      {children}
    </div>
  );
}
