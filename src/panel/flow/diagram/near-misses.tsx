import { type KeyboardEvent, useMemo, useState } from 'react';
import { nearMisses } from '../../../analysis/story/near-misses';
import { sayCount } from '../../../words/catalogue';
import { nearMissText } from '../../../words/particular-text';
import { Icon } from '../../shared/parts/icon';
import { VisibleText } from '../../shared/parts/visible-text';
import { useRecorded } from '../../state/panel-context';

/** Cookies of other hosts and partitions that one may look for here, collapsed: one line, and a sentence each when opened. */
export function NearMisses({ exchange: id }: { readonly exchange: string }) {
  const { rows, replay } = useRecorded();
  const [open, setOpen] = useState(false);
  const place = replay.place(id);
  const row = place === null ? undefined : rows[place];
  const said = useMemo(
    () => (row?.kind === 'exchange' ? nearMisses(row, replay.jarAt(row)).map(nearMissText) : []),
    [row, replay],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const isOpener = event.key === 'ArrowRight';
    if (!isOpener && event.key !== 'ArrowLeft') return;
    event.preventDefault();
    setOpen(isOpener);
  };
  const [first] = said;
  if (first === undefined) return null;
  return (
    <div className="near-misses" data-near-misses={said.length}>
      <button type="button" aria-expanded={open} data-near-misses-of={id} onClick={() => setOpen(!open)} onKeyDown={onKeyDown}>
        <Icon name={open ? 'down2' : 'right'} size={11} />
        {sayCount('near.count', said.length)}
        {!open && (
          <span className="ellipsis">
            <VisibleText text={first} />
          </span>
        )}
      </button>
      {open && (
        <ul>
          {said.map((sentence) => (
            <li key={sentence}>
              <VisibleText text={sentence} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
