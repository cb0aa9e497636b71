import { type KeyboardEvent, useId, useState } from 'react';
import { say } from '../../../words/catalogue';
import { VisibleText } from '../../shared/parts/visible-text';
import type { AskOption } from './options';

interface AskFieldProps {
  /** What is offered for a text. */
  readonly offers: (typed: string) => readonly AskOption[];
  readonly onChoose: (option: AskOption) => void;
}

/** Where a question, a cookie or a request is chosen: all are offered, fewer as one types. */
export function AskField({ offers, onChoose }: AskFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const offered = open ? offers(typed) : [];
  const take = (option: AskOption | undefined) => {
    if (option === undefined) return;
    setTyped('');
    setOpen(false);
    setActive(-1);
    onChoose(option);
  };
  const move = (by: number) => {
    setOpen(true);
    const count = open ? offered.length : offers(typed).length;
    setActive(count === 0 ? -1 : (Math.max(active, by < 0 ? 0 : -1) + by + count) % count);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter') take(offered[active] ?? (typed === '' ? undefined : offered[0]));
    else if (event.key === 'Escape' && (open || typed !== '')) {
      setOpen(false);
      setTyped('');
    } else return;
    event.preventDefault();
  };
  return (
    <div className="ask-field">
      <input
        type="text"
        role="combobox"
        id={`${id}-field`}
        spellCheck={false}
        autoComplete="off"
        value={typed}
        aria-label={say('ask.title')}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open && active >= 0 && active < offered.length ? `${id}-${active}` : undefined}
        placeholder={say('ask.choose')}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
          setActive(-1);
        }}
        onKeyDown={onKeyDown}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      <OfferedOptions id={id} open={open} offered={offered} active={active} onTake={take} />
      {open && offered.length === 0 && (
        <p className="ask-none" role="status">
          {say('ask.nothing-found')}
        </p>
      )}
    </div>
  );
}

interface OfferedOptionsProps {
  readonly id: string;
  readonly open: boolean;
  readonly offered: readonly AskOption[];
  readonly active: number;
  readonly onTake: (option: AskOption) => void;
}

function OfferedOptions({ id, open, offered, active, onTake }: OfferedOptionsProps) {
  const groups = [...new Set(offered.map(({ group }) => group))];
  return (
    <div
      className="ask-options"
      id={`${id}-list`}
      role="listbox"
      aria-label={say('ask.offered')}
      hidden={!open || offered.length === 0}
    >
      {groups.map((group) => (
        <div key={group} role="group" aria-label={say(group)}>
          <div className="ask-group" aria-hidden="true">
            {say(group)}
          </div>
          {offered.map((option, index) =>
            option.group !== group ? null : (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field listens to the keys.
              <div
                key={option.key}
                id={`${id}-${index}`}
                ref={index === active ? inView : null}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                data-option={option.key}
                data-words={group === 'ask.questions' ? 'rule' : undefined}
                // The field must not lose the focus before the click arrives.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onTake(option)}
              >
                <VisibleText text={option.label} />
                <span className="tone-faint">{option.more}</span>
              </div>
            ),
          )}
        </div>
      ))}
    </div>
  );
}

const inView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });
