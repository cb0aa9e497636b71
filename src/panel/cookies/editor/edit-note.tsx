import { useState } from 'react';
import type { JarCookie } from '../../../analysis/facts/fact';
import { say, sayCount } from '../../../words/catalogue';
import { listText } from '../../../words/format';
import { reasonSentence } from '../../flow/explain/step-words';
import { Button, IconButton } from '../../shared/parts/button';
import { Icon } from '../../shared/parts/icon';
import { visibleString } from '../../shared/parts/visible';
import { nameText } from '../../shared/presentation/bead-words';
import { type CookieEdit, changedSince, doneOf, useEdits } from '../../state/edits';
import { browserOf, usePanel, useRecorded } from '../../state/panel-context';
import { type CookieDraft, draftOf, objections } from './cookie-draft';

/** Id of what holds the button, for the key that presses it. */
export const UNDO_PLACE = 'undo-edit';

/** Names in a sentence; of many the first few. */
const NAMED = 3;

interface EditNoteProps {
  /** Opens the form with what the browser refused. */
  readonly onAgain: (open: { readonly before: JarCookie | null; readonly draft: CookieDraft }) => void;
}

/** What was edited last, what the browser refused of it and why, and the way back. */
export function EditNote({ onAgain }: EditNoteProps) {
  const { last, undo, forget } = useEdits();
  const { write } = usePanel().actions;
  const { replay } = useRecorded();
  const [asked, setAsked] = useState<unknown>(null);
  if (!last) return null;
  const done = doneOf(last);
  const isAsked = asked === last;
  const since = isAsked ? changedSince(last, replay.jar) : [];
  const press = () => {
    // The site may have written since; only then is the user asked once more.
    if (!isAsked && changedSince(last, replay.jar).length > 0) setAsked(last);
    else void undo(write);
  };
  return (
    <div className="edit-note" role="status">
      {done.length > 0 && (
        <span>
          {last.set === null
            ? say(done.every(({ after }) => after === null) ? 'editor.done.deleted' : 'editor.done.saved', {
                names: namesText(done.map(({ before, after }) => (after ?? before)?.name ?? ('' as JarCookie['name']))),
              })
            : say('editor.done.switched', {
                set: visibleString(last.set),
                written: done.filter(({ after }) => after !== null).length,
                deleted: done.filter(({ after }) => after === null).length,
              })}
        </span>
      )}
      {last.refused.map(({ edit, words }) => (
        <Refused key={words} edit={edit} words={words} onAgain={onAgain} />
      ))}
      {since.length > 0 && <span className="tone-warn">{say('editor.changed-since', { names: namesText(since) })}</span>}
      {done.length > 0 && (
        <span id={UNDO_PLACE}>
          <Button label={say(isAsked ? 'editor.undo-anyway' : 'editor.undo')} icon="back" onPress={press} />
        </span>
      )}
      <span className="spread" />
      <IconButton icon="cross" label={say('editor.dismiss')} onPress={forget} />
    </div>
  );
}

interface RefusedProps extends EditNoteProps {
  readonly edit: CookieEdit;
  /** The browser's. */
  readonly words: string;
}

/** The browser's words, the reason by the engine where it has one, and the way back into the form. */
function Refused({ edit: { before, after }, words, onAgain }: RefusedProps) {
  const browser = browserOf(useRecorded(({ replay }) => replay.profile));
  const [reason] = after === null ? [] : objections(after, browser, Date.now());
  return (
    <>
      <span className="tone-bad">
        <Icon name="cross" size={13} />{' '}
        {say('editor.refused', { name: namesText([(after ?? before)?.name ?? ('' as JarCookie['name'])]), words })}{' '}
        {reason && reasonSentence(reason)}
      </span>
      {after !== null && (
        <Button label={say('editor.again')} icon="edit" onPress={() => onAgain({ before, draft: draftOf(after) })} />
      )}
    </>
  );
}

function namesText(names: readonly JarCookie['name'][]): string {
  const first = listText(names.slice(0, NAMED).map((name) => visibleString(nameText(name))));
  return names.length > NAMED ? sayCount('editor.more', names.length - NAMED, { names: first }) : first;
}
