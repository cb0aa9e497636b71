import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { bytes } from '../../analysis/engine/base/bytes';
import type { Span } from '../../analysis/engine/header/parsed-line';
import { readLine } from '../../analysis/engine/header/read-line';
import { say } from '../../words/catalogue';
import type { Completion } from '../flow/filter/complete';
import { CompletionList } from '../flow/filter/completion-list';
import { linesOf, type Trial, withLines } from '../state/trial';
import { editable, meant, turningName } from './bidi-marks';
import { lineCompletions } from './completions';
import { inked } from './inked';

interface LineEditorProps {
  readonly trial: Trial;
  /** The octets of the line for which it is refused; null = none. */
  readonly fault: Span | null;
  readonly onChange: (trial: Trial) => void;
}

/** Set-Cookie lines, one a row: coloured as one types, notes underlined, attributes and values offered. The caret's line is taken apart. */
export function LineEditor({ trial, fault, onChange }: LineEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const lines = linesOf(trial);
  const value = editable(lines.join('\n'));
  const { offered, active, ...completion } = useCompletion(hostOf(trial.url));
  const type = (text: string, caret: number) =>
    onChange(withLines(trial, meant(text, lines.join('\n')).split('\n'), lineAt(text, caret)));
  const take = ({ text, caret }: Completion) => {
    type(text, caret);
    completion.close();
    requestAnimationFrame(() => field.current?.setSelectionRange(caret, caret));
  };
  const follow = ({ selectionStart, value: text }: HTMLTextAreaElement) => {
    const at = lineAt(text, selectionStart);
    if (at !== trial.before.length) onChange(withLines(trial, lines, at));
  };
  return (
    <div className="line-editor">
      <div className="line-field">
        <pre className="line-ink" aria-hidden="true" data-testid="line-ink">
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines keep their places.
            <InkedLine key={index} line={line} fault={index === trial.before.length ? fault : null} />
          ))}
        </pre>
        <textarea
          ref={field}
          id="lab-line"
          className="lab-line"
          rows={Math.max(2, lines.length)}
          spellCheck={false}
          autoComplete="off"
          value={value}
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={offered[active] ? `${id}-${active}` : undefined}
          aria-describedby={`${id}-keys`}
          onChange={({ target }) => {
            type(target.value, target.selectionStart);
            completion.offer(target.value, target.selectionStart, false);
          }}
          onSelect={({ currentTarget }) => follow(currentTarget)}
          onBlur={completion.close}
          onKeyDown={(event) => onKey(event, { offered, active, ...completion }, take)}
          onCopy={(event) => copyMeant(event, value, lines.join('\n'))}
        />
      </div>
      <CompletionList id={id} offered={offered} active={active} onTake={take} />
      <p id={`${id}-keys`} className="tone-faint">
        {say('lab.editor.keys')}
      </p>
    </div>
  );
}

function InkedLine({ line, fault }: { readonly line: string; readonly fault: Span | null }) {
  return (
    <span className="ink">
      {inked(readLine(bytes(line)), fault).map(({ start, kind, text, atFault, note }) => (
        <span
          key={start}
          className={[kind, atFault && 'at-fault', note && 'noted'].filter(Boolean).join(' ')}
          data-noted={note ?? undefined}
        >
          <Shown text={editable(text)} />
        </span>
      ))}
      {'\n'}
    </span>
  );
}

/** A character that would turn the line's direction is marked, and turns nothing. */
function Shown({ text }: { readonly text: string }) {
  return [...text].some((char) => turningName(char) !== null)
    ? [...text].map((char, index) => {
        const name = turningName(char);
        return name === null ? (
          char
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: characters keep their places.
          <span key={index} className="turning" data-turning={name}>
            {char}
          </span>
        );
      })
    : text;
}

/** What is copied is the line, not what stands in it for characters that turn its direction. */
function copyMeant(event: ClipboardEvent<HTMLTextAreaElement>, shown: string, lines: string): void {
  const { selectionStart, selectionEnd } = event.currentTarget;
  if (shown === lines || selectionStart === selectionEnd) return;
  event.clipboardData.setData('text/plain', lines.slice(selectionStart, selectionEnd));
  event.preventDefault();
}

interface Offer {
  readonly offered: readonly Completion[];
  /** -1 = none is chosen, so that Enter begins a new line. */
  readonly active: number;
  readonly move: (by: number) => void;
  /** @param all also where nothing was typed yet */
  readonly offer: (text: string, caret: number, all: boolean) => void;
  readonly close: () => void;
}

function useCompletion(host: string): Offer {
  const [state, setState] = useState<Pick<Offer, 'offered' | 'active'>>(CLOSED);
  return {
    ...state,
    move: (by) =>
      setState(({ offered, active }) => ({
        offered,
        active: (Math.max(active, by < 0 ? 0 : -1) + by + offered.length) % offered.length,
      })),
    offer: (text, caret, all) => {
      const isTyped = /[^;\s]$/.test(text.slice(0, caret));
      setState(all || isTyped ? { offered: lineCompletions(text, caret, host), active: all ? 0 : -1 } : CLOSED);
    },
    close: () => setState(CLOSED),
  };
}

const CLOSED = { offered: [], active: -1 } as const;

function onKey(event: KeyboardEvent<HTMLTextAreaElement>, offer: Offer, take: (completion: Completion) => void): void {
  const { key, ctrlKey, currentTarget } = event;
  const { offered, active } = offer;
  const chosen = offered[active];
  if (key === ' ' && ctrlKey) offer.offer(currentTarget.value, currentTarget.selectionStart, true);
  else if (offered.length === 0) return;
  else if (key === 'ArrowDown') offer.move(1);
  else if (key === 'ArrowUp') offer.move(-1);
  else if (key === 'Escape') offer.close();
  else if ((key === 'Enter' || key === 'Tab') && chosen !== undefined) take(chosen);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

const lineAt = (text: string, caret: number): number => text.slice(0, caret).split('\n').length - 1;
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '');
