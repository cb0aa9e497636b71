import { say } from '../../words/catalogue';
import { Icon } from '../parts/icon';
import type { Tally } from '../shown/tally';

/** Whether something is to be looked into. */
export function Mark({ tally: { mark, rejected, differs } }: { readonly tally: Tally }) {
  const label = rejected > 0 ? say('list.error') : differs > 0 ? say('list.differs') : say('list.warning');
  return (
    <span role="gridcell" className="mark" title={mark ? label : undefined}>
      {mark && (
        <span className={mark === 'error' ? 'tone-bad' : 'tone-warn'} role="img" aria-label={label}>
          <Icon name={mark} size={13} />
        </span>
      )}
    </span>
  );
}

export function Counts({ tally: { sent, withheld, set, rejected } }: { readonly tally: Tally }) {
  return (
    <>
      {slot('sent', 'up tone-quiet', sent)}
      {slot('withheld', 'stop tone-warn', withheld)}
      {slot('set', 'down tone-ok', set)}
      {slot('rejected', 'cross tone-bad', rejected)}
    </>
  );
}

/**
 * A slot of fixed width; blank for zero, so that what is there stands out. Its sign is a letter of the style sheet:
 * a picture each would be half of what a row costs.
 */
const slot = (id: string, look: string, count: number) => (
  <span role="gridcell" className={count > 0 ? `slot ${id} sign ${look}` : `slot ${id}`}>
    {count > 0 && count}
  </span>
);
