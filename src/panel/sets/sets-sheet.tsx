import '../../words/all-words';
import { useState } from 'react';
import { asJarCookie } from '../../analysis/facts/jar-cookie';
import type { LocalStore } from '../../protocol/local-store';
import { say } from '../../words/catalogue';
import { ofSite } from '../files/cookie-list';
import { SheetFrame } from '../files/sheet-frame';
import { useIsPrivate, usePanel, useRecorded } from '../state/panel-context';
import { SaveForm } from './save-form';
import { SavedSetRow } from './saved-set-row';
import { SwitchSheet } from './switch-sheet';
import { useSavedSets } from './use-saved-sets';

/** The saved sets of a site: listed, saved, switched to, renamed, deleted. */
export function SetsSheet({ site }: { readonly site: string }) {
  const { localStore } = usePanel();
  const isPrivate = useIsPrivate();
  return (
    <SheetFrame title={say('sets.title', { site })} icon="user">
      {localStore === null || isPrivate ? (
        <div className="sheet-body">
          <p role="status">{say('sets.private')}</p>
        </div>
      ) : (
        <Sets site={site} items={localStore} />
      )}
    </SheetFrame>
  );
}

function Sets({ site, items }: { readonly site: string; readonly items: LocalStore }) {
  const { replay } = useRecorded();
  const { sets, refused, save, rename, remove } = useSavedSets(site, items);
  const [chosen, setChosen] = useState<string | null>(null);
  const held = ofSite([...replay.jar.all()].map(asJarCookie), site);
  const opened = sets?.find(({ key }) => key === chosen);
  if (opened?.set)
    return <SwitchSheet name={opened.name} set={opened.set} site={site} held={held} onBack={() => setChosen(null)} />;
  return (
    <div className="sheet-body">
      <p>{say('sets.what', { site })}</p>
      {refused !== null && (
        <div className="sheet-note bad" role="alert">
          {say('sets.refused', { words: refused })}
        </div>
      )}
      {sets !== null && (
        <section className="sheet-group" aria-label={say('sets.list')}>
          <h3>{say('sets.list')}</h3>
          {sets.length === 0 ? (
            <p role="status">{say('sets.none')}</p>
          ) : (
            <ul className="saved-sets">
              {sets.map((listed) => (
                <SavedSetRow
                  key={listed.key}
                  listed={listed}
                  held={held}
                  taken={sets.map(({ name }) => name)}
                  onSwitch={() => setChosen(listed.key)}
                  onRename={(set, name) => rename(listed, set, name)}
                  onDelete={() => remove(listed)}
                />
              ))}
            </ul>
          )}
        </section>
      )}
      <SaveForm count={held.length} taken={(sets ?? []).map(({ name }) => name)} onSave={(name) => save(name, held)} />
    </div>
  );
}
