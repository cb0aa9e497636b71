import { useState } from 'react';
import type { JarCookie } from '../../../analysis/facts/fact';
import { say, sayCount } from '../../../words/catalogue';
import { listText } from '../../../words/format';
import { Button, IconButton } from '../../shared/parts/button';
import { visibleString } from '../../shared/parts/visible';
import { nameText } from '../../shared/presentation/bead-words';
import { changedSince, doneOf, useEdits } from '../../state/edits';
import { usePanel, useRecorded } from '../../state/panel-context';

/** Id of what holds the button, for the key that presses it. */
export const UNDO_PLACE = 'undo-edit';

/** Names in a sentence; of many the first few. */
const NAMED = 3;

/** What was edited last, what the browser refused of it, and the way back. */
export function EditNote() {
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
        <span key={words} className="tone-bad">
          {say('editor.refused', { name: namesText([(edit.after ?? edit.before)?.name ?? ('' as JarCookie['name'])]), words })}
        </span>
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

function namesText(names: readonly JarCookie['name'][]): string {
  const first = listText(names.slice(0, NAMED).map((name) => visibleString(nameText(name))));
  return names.length > NAMED ? sayCount('editor.more', names.length - NAMED, { names: first }) : first;
}
