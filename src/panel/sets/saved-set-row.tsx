import { type FormEvent, useState } from 'react';
import type { JarCookie } from '../../analysis/facts/fact';
import { identityKey, isSameCookie } from '../../analysis/replay/jar-history/cookie-keys';
import type { SavedSet } from '../../formats/cookies/saved-set';
import { say, sayCount } from '../../words/catalogue';
import { Button } from '../shared/parts/button';
import { visibleString } from '../shared/parts/visible';
import { dateText } from '../shared/presentation/time';
import { type ListedSet, LONGEST_NAME } from './set-list';

interface SavedSetRowProps {
  readonly listed: ListedSet;
  /** The site's cookies as they are now. */
  readonly held: readonly JarCookie[];
  /** Names that are given, its own included. */
  readonly taken: readonly string[];
  readonly onSwitch: () => void;
  readonly onRename: (set: SavedSet, name: string) => void;
  readonly onDelete: () => void;
}

/** One saved set: what it holds, and what can be done with it. */
export function SavedSetRow({ listed, held, taken, onSwitch, onRename, onDelete }: SavedSetRowProps) {
  const { name, set } = listed;
  const [isRenaming, setRenaming] = useState(false);
  const [isAsked, setAsked] = useState(false);
  return (
    <li data-set={name}>
      {isRenaming && set !== null ? (
        <RenameForm
          name={name}
          taken={taken}
          onRename={(next) => {
            setRenaming(false);
            if (next !== name) onRename(set, next);
          }}
          onCancel={() => setRenaming(false)}
        />
      ) : (
        <>
          <div>
            <b>{visibleString(name)}</b>
            <div className={set === null ? 'tone-bad' : 'tone-quiet'}>
              {set === null ? say('sets.unreadable') : aboutText(set, held)}
            </div>
          </div>
          {set !== null && <Button icon="swap" label={say('sets.switch')} onPress={onSwitch} />}
          {set !== null && <Button icon="edit" label={say('sets.rename')} onPress={() => setRenaming(true)} />}
          <Button
            icon="bin"
            label={say(isAsked ? 'sets.delete-sure' : 'sets.delete')}
            onPress={() => (isAsked ? onDelete() : setAsked(true))}
          />
        </>
      )}
    </li>
  );
}

function aboutText({ cookies, savedAt }: SavedSet, held: readonly JarCookie[]): string {
  const now = Date.now();
  const expired = cookies.filter(({ expires }) => expires !== null && expires <= now).length;
  return [
    sayCount('sets.count', cookies.length, { time: dateText(savedAt) }),
    ...(expired > 0 ? [sayCount('sets.expired', expired)] : []),
    ...(isHeld(cookies, held) ? [say('sets.as-now')] : []),
  ].join(' · ');
}

/** Whether the browser holds the set, and nothing else of the site. */
function isHeld(cookies: readonly JarCookie[], held: readonly JarCookie[]): boolean {
  const there = new Map(held.map((cookie) => [identityKey(cookie), cookie]));
  return (
    there.size === cookies.length &&
    cookies.every((cookie) => {
      const now = there.get(identityKey(cookie));
      return now !== undefined && isSameCookie(cookie, now);
    })
  );
}

interface RenameFormProps {
  readonly name: string;
  readonly taken: readonly string[];
  readonly onRename: (name: string) => void;
  readonly onCancel: () => void;
}

function RenameForm({ name, taken, onRename, onCancel }: RenameFormProps) {
  const [typed, setTyped] = useState(name);
  const next = typed.trim();
  const isTaken = next !== name && taken.includes(next);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (next !== '' && !isTaken) onRename(next);
  };
  return (
    <form
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Only the form is left, not the sheet.
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: the field stands where the pressed button was.
        autoFocus
        aria-label={say('sets.name')}
        maxLength={LONGEST_NAME}
        spellCheck={false}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <button type="submit" className="button primary" disabled={next === '' || isTaken}>
        {say('sets.rename')}
      </button>
      <Button label={say('files.cancel')} onPress={onCancel} />
      {isTaken && (
        <span className="tone-bad" role="alert">
          {say('sets.taken', { name: visibleString(next) })}
        </span>
      )}
    </form>
  );
}
