import { say } from '../../words/catalogue';
import { showSheet } from '../state/sheet';
import type { OtherRecording } from './other-recordings';
import type { SessionEntry } from './session-entries';

/** The value of the choice that asks for another recording. */
const ANOTHER = '+';

interface SessionChipsProps {
  readonly entries: readonly SessionEntry[];
  readonly shown: SessionEntry;
  /** Key of the one beside it; null = none. */
  readonly beside: string | null;
  /** The cookie store of this recording, where it is not the default one. */
  readonly store: string | null;
  readonly others: readonly OtherRecording[];
  readonly onShow: (entry: SessionEntry) => void;
  readonly onBeside: (key: string | null) => void;
}

/** The sessions of the recording: one is shown, and another, of this recording or of a compared one, can be set beside it. */
export function SessionChips({ entries, shown, beside, store, others, onShow, onBeside }: SessionChipsProps) {
  return (
    <div className="session-chips" role="group" aria-label={say('signin.sessions')}>
      {store !== null && <span data-store>{store}</span>}
      {entries.map((entry) => (
        <button
          key={entry.key}
          type="button"
          className="facet"
          data-session={entry.key}
          aria-pressed={entry === shown || entry.key === beside}
          title={say('signin.sessions.how')}
          onClick={(event) => (event.shiftKey && entry !== shown ? onBeside(entry.key) : onShow(entry))}
        >
          <span className="facet-label">{entry.name}</span>
          <span className="tone-quiet">{entry.marks}</span>
        </button>
      ))}
      <label className="beside-choice">
        {say('signin.beside')}
        <select
          data-beside
          value={beside ?? ''}
          onChange={({ target }) =>
            target.value === ANOTHER ? showSheet({ kind: 'compare', file: null }) : onBeside(target.value || null)
          }
        >
          <option value="">{say('signin.beside.none')}</option>
          <Options entries={entries.filter((entry) => entry !== shown)} />
          {others.map((other) => (
            <optgroup key={other.key} label={other.name}>
              <Options entries={other.entries} prefix={other.key} />
            </optgroup>
          ))}
          {others.length === 0 && <option value={ANOTHER}>{say('signin.beside.another')}</option>}
        </select>
      </label>
    </div>
  );
}

function Options({ entries, prefix = '' }: { readonly entries: readonly SessionEntry[]; readonly prefix?: string }) {
  return entries.map(({ key, name, marks }) => (
    <option key={key} value={prefix + key}>
      {`${name} · ${marks}`}
    </option>
  ));
}
