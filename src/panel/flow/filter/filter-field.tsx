import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { say } from '../../../words/catalogue';
import { IconButton } from '../../shared/parts/button';
import { Icon } from '../../shared/parts/icon';
import { type Completion, completions, type Vocabulary } from './complete';
import { CompletionList } from './completion-list';
import { faultText } from './fault-text';
import type { FilterFault } from './filter';
import { useSavedFilters } from './saved';

interface FilterFieldProps {
  readonly text: string;
  readonly faults: readonly FilterFault[];
  readonly vocabulary: Vocabulary;
  readonly onChange: (text: string) => void;
}

/** The field for the filter: completes the word at the caret, saves filters, and says below it what cannot be read. */
export function FilterField({ text, faults, vocabulary, onChange }: FilterFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const messageId = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [saved, toggleSaved] = useSavedFilters();
  const [caret, setCaret] = useState(text.length);
  const offered = open ? offers(text, Math.min(caret, text.length), vocabulary, saved) : [];
  const fault = open && offered.length > 0 ? undefined : faults[0]?.fault;
  const moveCaret = useCaretAfter(input, text);

  const take = (completion: Completion) => {
    moveCaret(completion.caret);
    setCaret(completion.caret);
    onChange(completion.text);
    setActive(-1);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = offered[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setActive(step(active, event.key === 'ArrowDown' ? 1 : -1, offered.length));
    } else if (chosen && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault();
      take(chosen);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (open && offered.length > 0) setOpen(false);
      else if (text !== '') onChange('');
      else input.current?.blur();
    }
  };

  return (
    <div className={faults.length > 0 ? 'filter-field faulty' : 'filter-field'}>
      <Icon name="funnel" size={13} />
      <input
        ref={input}
        id="filter"
        type="text"
        role="combobox"
        spellCheck={false}
        autoComplete="off"
        value={text}
        aria-label={say('filter.label')}
        aria-invalid={faults.length > 0}
        aria-describedby={fault ? messageId : undefined}
        aria-autocomplete="list"
        aria-expanded={offered.length > 0}
        aria-controls={listId}
        aria-activedescendant={active >= 0 && active < offered.length ? `${listId}-${active}` : undefined}
        placeholder={say('filter.placeholder')}
        onChange={(event) => {
          onChange(event.target.value);
          setCaret(event.target.selectionStart ?? event.target.value.length);
          setOpen(true);
          setActive(-1);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? text.length)}
        onKeyDown={onKeyDown}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      {text !== '' && faults.length === 0 && (
        <IconButton
          icon="star"
          label={say(saved.includes(text.trim()) ? 'filter.forget' : 'filter.keep')}
          pressed={saved.includes(text.trim())}
          onPress={() => toggleSaved(text)}
        />
      )}
      {text !== '' && <IconButton label={say('filter.clear')} icon="cross" onPress={() => onChange('')} />}
      <CompletionList id={listId} offered={offered} active={active} onTake={take} />
      {fault && (
        <p id={messageId} className="filter-fault" role="status">
          {faultText(fault)}
        </p>
      )}
    </div>
  );
}

/** An empty field offers the saved filters, then the keys. */
function offers(text: string, caret: number, vocabulary: Vocabulary, saved: readonly string[]): readonly Completion[] {
  const found = completions(text, caret, vocabulary);
  if (text !== '') return found;
  return [...saved.map((filter) => ({ label: filter, text: filter, caret: filter.length })), ...found];
}

const step = (from: number, by: number, count: number): number =>
  count === 0 ? -1 : (Math.max(from, by < 0 ? 0 : -1) + by + count) % count;

/** @returns what moves the caret in the field as soon as the text that comes next stands in it */
function useCaretAfter(input: { readonly current: HTMLInputElement | null }, text: string): (caret: number) => void {
  const pending = useRef<number | null>(null);
  useEffect(() => {
    if (pending.current === null || input.current?.value !== text) return;
    input.current.setSelectionRange(pending.current, pending.current);
    pending.current = null;
  }, [input, text]);
  return useCallback((caret) => {
    pending.current = caret;
  }, []);
}
