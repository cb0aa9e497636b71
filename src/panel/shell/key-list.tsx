import '../../words/all-words';
import { say, type WordKey } from '../../words/catalogue';

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

/** What each key does. */
export const KeyList = () => (
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
);
