import { say } from '../../../words/catalogue';
import { VisibleText } from '../../shared/parts/visible-text';
import type { Completion } from './complete';

interface CompletionListProps {
  readonly id: string;
  readonly offered: readonly Completion[];
  readonly active: number;
  readonly onTake: (completion: Completion) => void;
}

/** What the word being typed could become. The field keeps the focus and points here. */
export function CompletionList({ id, offered, active, onTake }: CompletionListProps) {
  return (
    <div
      className="completions"
      data-words="filter"
      id={id}
      role="listbox"
      aria-label={say('filter.completions')}
      hidden={offered.length === 0}
    >
      {offered.map((completion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field listens to the keys.
        <div
          key={completion.label}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          // The field must not lose the focus before the click arrives.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(completion)}
        >
          <VisibleText text={completion.label} />
        </div>
      ))}
    </div>
  );
}
