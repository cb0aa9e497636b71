import { useEffect, useRef } from 'react';
import { say } from '../../words/catalogue';
import { IconButton } from '../shared/parts/button';
import { Later, LaterComponent } from '../shared/parts/later';
import { NotShown } from '../shared/presentation/not-shown';
import { useChoices } from '../state/choices';

const KEY_LIST = new LaterComponent(async () => (await import('./key-list')).KeyList);

/** The map of the keys, over everything. The browser closes it on Escape. */
export function KeyMap() {
  const open = useChoices((choices) => choices.keysShown);
  const showKeys = useChoices((choices) => choices.showKeys);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="key-map" aria-label={say('shell.keys')} onClose={() => showKeys(false)}>
      <header>
        <h2>{say('shell.keys')}</h2>
        <IconButton icon="cross" label={say('shell.keys-close')} onPress={() => showKeys(false)} />
      </header>
      {open && <Later component={KEY_LIST} props={{}} meanwhile={null} failed={<NotShown />} />}
    </dialog>
  );
}
