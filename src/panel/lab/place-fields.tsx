import type { ReactNode } from 'react';
import { say } from '../../words/catalogue';
import { TRIAL_REQUESTS, type TrialPlace, type TrialRequest } from '../state/trial';

interface PlaceFieldsProps {
  readonly place: TrialPlace;
  /** What stands before the address. */
  readonly from: string;
  readonly onChange: (part: Partial<TrialPlace>) => void;
  readonly children?: ReactNode;
}

/** A request: address, kind, the page around it or with the link to it, frames in between, redirects, method. */
export function PlaceFields({ place, from, onChange, children }: PlaceFieldsProps) {
  const { url, as, top, method, frames, redirects } = place;
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
      {as !== 'page' && (
        <Addresses
          label={say('lab.frames')}
          hint={say('lab.frames.none')}
          value={frames}
          onChange={(next) => onChange({ frames: next })}
        />
      )}
      <Addresses
        label={say('lab.redirects')}
        hint={say('lab.redirects.none')}
        value={redirects}
        onChange={(next) => onChange({ redirects: next })}
      />
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

interface AddressesProps {
  readonly label: string;
  readonly hint: string;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

/** Any number of addresses, with spaces between. */
function Addresses({ label, hint, value, onChange }: AddressesProps) {
  return (
    <label title={say('lab.addresses')}>
      {label}{' '}
      <input
        type="text"
        spellCheck={false}
        value={value.join(' ')}
        placeholder={hint}
        onChange={({ target }) => onChange(target.value === '' ? [] : target.value.trimStart().split(/\s/))}
      />
    </label>
  );
}
