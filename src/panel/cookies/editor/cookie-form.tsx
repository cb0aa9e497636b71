import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { bytes } from '../../../analysis/engine/base/bytes';
import type { JarCookie } from '../../../analysis/facts/fact';
import { cookieKey } from '../../../analysis/session/cookies/cookie-key';
import { say } from '../../../words/catalogue';
import { listText } from '../../../words/format';
import { reasonSentence } from '../../flow/explain/step-words';
import { Button } from '../../shared/parts/button';
import { Icon } from '../../shared/parts/icon';
import { VisibleText } from '../../shared/parts/visible-text';
import { nameText } from '../../shared/presentation/bead-words';
import { isMaskable } from '../../shared/presentation/mask';
import { useChoices } from '../../state/choices';
import { browserOf, useRecorded } from '../../state/panel-context';
import { type CookieDraft, cookieOf, faultOf, mended, objections } from './cookie-draft';
import { ValueField } from './value-field';

interface CookieFormProps {
  readonly draft: CookieDraft;
  /** What is edited; null = a new cookie. */
  readonly before: JarCookie | null;
  /** Whether the site has changed the cookie since the form opened. */
  readonly isOutdated: boolean;
  readonly onSave: (cookie: JarCookie) => void;
  readonly onCancel: () => void;
}

const SAME_SITES = ['absent', 'lax', 'strict', 'none'] as const;
const WRITTEN = { lax: 'Lax', strict: 'Strict', none: 'None' } as const;

/** Every attribute of a cookie. What the engine says against it is shown, and forbids nothing. */
export function CookieForm({ draft: first, before, isOutdated, onSave, onCancel }: CookieFormProps) {
  const [draft, setDraft] = useState(first);
  const browser = browserOf(useRecorded(({ replay }) => replay.profile));
  const isRevealed = useChoices(({ revealed }) => before !== null && revealed.has(cookieKey(before)));
  const set = (part: Partial<CookieDraft>) => setDraft({ ...draft, ...part });
  const [isMisread, setMisread] = useState(false);
  const fault = isMisread ? 'value' : faultOf(draft);
  const objectionsTo = (to: CookieDraft) => objections(cookieOf(to, before), browser, Date.now());
  const [objection] = fault === null ? objectionsTo(draft) : [];
  const mend = objection ? mended(draft, (changed) => objectionsTo(changed).length === 0) : null;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (fault === null) onSave(cookieOf(draft, before));
  };
  return (
    <form
      className="cookie-form"
      aria-label={say(before ? 'editor.form' : 'editor.form-new')}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <header className="pane-heading">
        <b>{say(before ? 'editor.form' : 'editor.form-new')}</b>
        {before && (
          <>
            <code className="ellipsis">
              <VisibleText text={nameText(before.name)} />
            </code>
            <span className="tone-quiet ellipsis">{say('editor.kept')}</span>
          </>
        )}
      </header>
      <div className="form-fields">
        <div className="form-column">
          <Field label={say('editor.name')}>
            {(id) => <TextInput id={id} value={draft.name} onChange={(name) => set({ name })} />}
          </Field>
          <Field label={say('editor.value')}>
            {(id) => (
              <ValueField
                id={id}
                value={first.value}
                masked={first.httpOnly && !isRevealed && isMaskable(bytes(first.value))}
                onChange={(value) => {
                  setMisread(value === null);
                  if (value !== null) set({ value });
                }}
              />
            )}
          </Field>
        </div>
        <div className="form-column">
          <Field label={say('editor.domain')}>
            {(id) => (
              <>
                <TextInput id={id} value={draft.domain} onChange={(domain) => set({ domain })} />
                <Check caption={say('editor.host-only')} checked={draft.hostOnly} onChange={(hostOnly) => set({ hostOnly })} />
              </>
            )}
          </Field>
          <Field label={say('editor.path')}>
            {(id) => <TextInput id={id} value={draft.path} onChange={(path) => set({ path })} />}
          </Field>
          <Field label={say('editor.expires')}>
            {(id) => (
              <>
                <input
                  id={id}
                  type="datetime-local"
                  step={1}
                  value={draft.expires}
                  onChange={({ target }) => set({ expires: target.value })}
                />
                <span className="tone-quiet">{say('editor.session')}</span>
              </>
            )}
          </Field>
          <Field label={say('editor.same-site')}>
            {(id) => (
              <>
                <select
                  id={id}
                  value={draft.sameSite}
                  onChange={({ target }) => set({ sameSite: target.value as CookieDraft['sameSite'] })}
                >
                  {SAME_SITES.map((each) => (
                    <option key={each} value={each} data-words="standard">
                      {each === 'absent' ? say('editor.absent') : WRITTEN[each]}
                    </option>
                  ))}
                </select>
                <Check caption="Secure" checked={draft.secure} onChange={(secure) => set({ secure })} />
                <Check caption="HttpOnly" checked={draft.httpOnly} onChange={(httpOnly) => set({ httpOnly })} />
              </>
            )}
          </Field>
          <Field label={say('editor.partition')}>
            {(id) => <output id={id}>{draft.partition?.topLevelSite ?? say('editor.no-partition')}</output>}
          </Field>
        </div>
      </div>
      <footer>
        <button type="submit" className="button primary" disabled={fault !== null}>
          {say(objection ? 'editor.save-anyway' : 'editor.save')}
        </button>
        {mend && (
          <Button
            label={say('editor.save-with', { what: listText(mend.changes.map((change) => say(`editor.mend.${change}`))) })}
            onPress={() => onSave(cookieOf(mend.draft, before))}
          />
        )}
        <Button label={say('editor.cancel')} onPress={onCancel} />
        <p className="objection" role="status">
          {fault !== null && (
            <span className="tone-bad">
              <Icon name="cross" size={13} /> {say(`editor.fault.${fault}`)}
            </span>
          )}
          {isOutdated && (
            <span className="tone-warn">
              <Icon name="warning" size={13} /> {say('editor.changed-meanwhile')}
            </span>
          )}
          {objection && (
            <span className="tone-warn">
              <Icon name="warning" size={13} />{' '}
              {say('editor.objection', { browser: say(`profile.${browser}`), why: reasonSentence(objection) })}
            </span>
          )}
        </p>
      </footer>
    </form>
  );
}

function Field({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <div className="form-field">{children(id)}</div>
    </>
  );
}

interface TextInputProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const TextInput = ({ id, value, onChange }: TextInputProps) => (
  <input id={id} className="mono" spellCheck={false} value={value} onChange={({ target }) => onChange(target.value)} />
);

interface CheckProps {
  readonly caption: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Check({ caption, checked, onChange }: CheckProps) {
  return (
    <label data-words="standard">
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} /> {caption}
    </label>
  );
}
