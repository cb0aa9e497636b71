import { say } from '../../../words/catalogue';
import { Icon } from '../../shared/parts/icon';
import type { RowTotals } from '../../shared/presentation/row-tally';

/** Whether something is to be looked into. */
export function Mark({ totals, inIncident }: { readonly totals: RowTotals; readonly inIncident: boolean }) {
  const mark = inIncident ? 'error' : totals.mark;
  const label = inIncident ? say('list.incident') : markText(totals);
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

function markText({ rejected, noEffect, withheld, differs }: RowTotals): string {
  if (rejected > 0) return say('list.error');
  if (differs > 0) return say('list.differs');
  return say(noEffect > 0 && withheld === 0 ? 'list.no-effect' : 'list.warning');
}

export function Counts({ totals: { sent, withheld, set, noEffect, rejected } }: { readonly totals: RowTotals }) {
  return (
    <>
      {slot('sent', 'up tone-quiet', sent)}
      {slot('withheld', 'stop tone-warn', withheld)}
      {slot('set', 'down tone-ok', set)}
      {rejected > 0 || noEffect === 0
        ? slot('rejected', 'cross tone-bad', rejected)
        : slot('rejected', 'void tone-warn', noEffect)}
    </>
  );
}

/**
 * A slot of fixed width; blank for zero, so that what is there stands out. Its sign is a letter of the style sheet:
 * a picture each would be half of what a row costs.
 */
const slot = (id: string, className: string, count: number) => (
  <span role="gridcell" className={count > 0 ? `slot ${id} sign ${className}` : `slot ${id}`} data-count={id}>
    {count > 0 && count}
  </span>
);
