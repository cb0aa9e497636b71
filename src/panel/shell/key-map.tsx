import { useEffect, useRef } from 'react';
import { say, type WordKey } from '../../words/catalogue';
import { IconButton } from '../shared/parts/button';
import { useChoices } from '../state/choices';

/** Keys and what they do, in the order in which one learns them. */
const KEYS: readonly (readonly [keys: string, does: WordKey])[] = [
  ['↑ ↓ Home End', 'keys.move'],
  ['A – Z', 'keys.letters'],
  ['→ ←', 'keys.collapse'],
  ['Enter', 'keys.enter'],
  ['← →', 'keys.beads'],
  ['Esc', 'keys.back'],
  ['Alt ←', 'keys.return'],
  ['/ · Ctrl F', 'keys.filter'],
  ['Ctrl E · Ctrl L', 'keys.record'],
  ['1 – 6', 'keys.views'],
  ['I', 'keys.incident'],
  ['C', 'keys.copy'],
  ['Space · Ctrl A', 'keys.pick'],
  ['Del · Ctrl D Z', 'keys.edit'],
  ['N P A B S', 'keys.compare'],
  ['L', 'keys.legend'],
  ['?', 'keys.map'],
];

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
    <dialog ref={dialog} className="key-map" aria-label={say('keys.title')} onClose={() => showKeys(false)}>
      <header>
        <h2>{say('keys.title')}</h2>
        <IconButton icon="cross" label={say('keys.close')} onPress={() => showKeys(false)} />
      </header>
      <dl>
        {KEYS.map(([keys, does]) => (
          <div key={does}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{say(does)}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
