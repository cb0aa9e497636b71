import type { JarCookie } from '../../analysis/facts/fact';
import { identityKey } from '../../analysis/replay/jar-history/cookie-keys';
import type { SavedSet } from '../../formats/cookies/saved-set';
import { say, sayCount } from '../../words/catalogue';
import { cookiePlaceText, replacedText } from '../files/cookie-import-words';
import { Button } from '../shared/parts/button';
import { visibleString } from '../shared/parts/visible';
import { VisibleText } from '../shared/parts/visible-text';
import { nameText } from '../shared/presentation/bead-words';
import { useEdits } from '../state/edits';
import { browserOf, usePanel, useRecorded } from '../state/panel-context';
import { showSheet } from '../state/sheet';
import { editsOf, setChanges } from './set-changes';

interface SwitchSheetProps {
  readonly name: string;
  readonly set: SavedSet;
  readonly site: string;
  /** The site's cookies as they are now. */
  readonly held: readonly JarCookie[];
  readonly onBack: () => void;
}

/** What changes when the site's cookies become those of a set, and the button that does it. */
export function SwitchSheet({ name, set, site, held, onBack }: SwitchSheetProps) {
  const { write } = usePanel().actions;
  const { replay } = useRecorded();
  const apply = useEdits((edits) => edits.apply);
  const browser = browserOf(replay.profile);
  const changes = setChanges(set.cookies, held, { jar: replay.jar, browser, at: Date.now() });
  const edits = editsOf(changes);
  const press = () => {
    showSheet(null);
    void apply(edits, write, name);
  };
  return (
    <>
      <div className="sheet-body">
        <p role="status">{say(edits.length === 0 ? 'sets.no-change' : 'sets.changes', { name: visibleString(name), site })}</p>
        <Changes kind="written" cookies={changes.written} />
        <Changes kind="deleted" cookies={changes.deleted.map((cookie) => ({ cookie, before: null }))} />
        <Changes kind="not-written" cookies={changes.expired} />
        <Changes kind="same" cookies={changes.same} />
      </div>
      <footer>
        <span className="spread" />
        <Button label={say('sets.back')} onPress={onBack} />
        <Button
          primary
          label={say('sets.switch-to', { name: visibleString(name) })}
          disabled={edits.length === 0}
          onPress={press}
        />
      </footer>
    </>
  );
}

interface ChangesProps {
  readonly kind: 'written' | 'deleted' | 'not-written' | 'same';
  readonly cookies: readonly { readonly cookie: JarCookie; readonly before: JarCookie | null }[];
}

function Changes({ kind, cookies }: ChangesProps) {
  if (cookies.length === 0) return null;
  return (
    <section className="sheet-group">
      <h3>{sayCount(`sets.change.${kind}`, cookies.length)}</h3>
      <ul className="set-changes" data-change={kind}>
        {cookies.map(({ cookie, before }) => (
          <li key={identityKey(cookie)}>
            <code>
              <VisibleText text={nameText(cookie.name)} />
            </code>
            <span className="tone-quiet">
              {cookiePlaceText(cookie)}
              {kind === 'written' && before !== null && ` · ${replacedText(before, cookie)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
