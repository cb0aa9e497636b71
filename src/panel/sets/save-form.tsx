import { type FormEvent, useId, useState } from 'react';
import { say, sayCount } from '../../words/catalogue';
import { LONGEST_NAME } from './set-list';

interface SaveFormProps {
  /** How many cookies the site has now. */
  readonly count: number;
  /** Names of the sets there are. */
  readonly taken: readonly string[];
  readonly onSave: (name: string) => void;
}

/** Keeps the site's cookies under a name. What that means stands beside the button. */
export function SaveForm({ count, taken, onSave }: SaveFormProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name === '') return;
    onSave(name);
    setTyped('');
  };
  return (
    <form className="save-set" onSubmit={save}>
      <div className="sheet-field">
        <label htmlFor={id}>{say('sets.name')}</label>
        <input
          id={id}
          maxLength={LONGEST_NAME}
          spellCheck={false}
          placeholder={say('sets.name.example')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </div>
      <div className="sheet-note">{say('sets.on-disk')}</div>
      {count === 0 && <p role="status">{say('sets.no-cookies')}</p>}
      <button type="submit" className="button primary" disabled={name === '' || count === 0}>
        {sayCount(taken.includes(name) ? 'sets.replace' : 'sets.save', count)}
      </button>
    </form>
  );
}
