import { say } from '../../words/catalogue';
import { Icon, type IconName } from '../parts/icon';
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
      <Count icon="up" tone="quiet" count={sent} />
      <Count icon="held" tone="warn" count={withheld} />
      <Count icon="down" tone="ok" count={set} />
      <Count icon="cross" tone="bad" count={rejected} />
    </>
  );
}

/** A slot of fixed width; blank for zero, so that what is there stands out. */
function Count({ icon, tone, count }: { readonly icon: IconName; readonly tone: string; readonly count: number }) {
  return (
    <span role="gridcell" className={`slot tone-${tone}`}>
      {count > 0 && (
        <>
          <Icon name={icon} size={11} />
          {count}
        </>
      )}
    </span>
  );
}
