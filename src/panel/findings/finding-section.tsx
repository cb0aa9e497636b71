import { type ReactNode, useState } from 'react';
import { Icon } from '../shared/parts/icon';

interface FindingSectionProps {
  readonly title: string;
  /** What is in it, in few words. */
  readonly note: string;
  /** Name for tests. */
  readonly testId?: string;
  /** Open from the start. */
  readonly first?: boolean;
  /** Inside of another. */
  readonly inner?: boolean;
  readonly children: ReactNode;
}

/** A part of the list under a heading that opens it. */
export function FindingSection({ title, note, testId, first = false, inner = false, children }: FindingSectionProps) {
  const [open, setOpen] = useState(first);
  const Heading = inner ? 'h3' : 'h2';
  return (
    <div className={inner ? 'finding-group inner' : 'finding-group'}>
      <Heading>
        <button type="button" data-testid={testId} aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name={open ? 'down2' : 'right'} size={12} />
          <b>{title}</b>{' '}
          <span className="tone-faint ellipsis" title={note}>
            {note}
          </span>
        </button>
      </Heading>
      {open && children}
    </div>
  );
}
