import type { KeyboardEvent } from 'react';
import { nextThat, useTypeAhead } from '../parts/type-ahead';
import { type Folded, holderOf, type ListLine } from './fold';
import { placeOf } from './place';
import type { FoldedList } from './use-folding';

interface RowKeys extends FoldedList {
  readonly onSelect: (line: ListLine) => void;
  readonly onEnter: () => void;
}

/** What keys do on a line beside moving: Enter goes on, arrows to the sides fold, letters find. True = it was used. */
export function useRowKeys({ lines, hidden, setOpen, onSelect, onEnter }: RowKeys) {
  const typed = useTypeAhead();
  return (event: KeyboardEvent, index: number): boolean => {
    const line = lines[index];
    if (!line) return false;
    const to = (place: number): boolean => {
      const found = lines[place];
      if (found) onSelect(found);
      return found !== undefined;
    };
    switch (event.key) {
      case 'Enter':
        if (line.kind === 'fold') setOpen(line.id, 'fold', !line.open);
        else onEnter();
        return true;
      case 'ArrowRight':
      case 'ArrowLeft':
        return unfold(event.key === 'ArrowRight', { lines, hidden }, index, setOpen) || to(holderIf(event.key, lines, index));
      default: {
        const text = typed(event);
        if (text === null) return false;
        to(nextThat((place) => begins(lines[place], text), lines.length, index, text.length));
        return true;
      }
    }
  };
}

const holderIf = (key: string, lines: readonly ListLine[], index: number): number =>
  key === 'ArrowLeft' ? holderOf(lines, index) : -1;

/** Opens or closes what begins at a line. False = nothing does, or it is so already. */
function unfold(open: boolean, { lines, hidden }: Folded, index: number, setOpen: FoldedList['setOpen']): boolean {
  const line = lines[index];
  if (line?.kind === 'fold') {
    if (line.open === open) return false;
    setOpen(line.id, 'fold', open);
    return true;
  }
  if (line?.kind !== 'exchange') return false;
  const next = lines[index + 1];
  const begins = holderOf(lines, index) < 0 || lines[holderOf(lines, index)]?.kind === 'fold';
  const isOpen = next?.kind === 'exchange' && next.request === line.request;
  const closes = !open && begins && isOpen;
  const opens = open && hidden.has(line.request);
  if (closes || opens) setOpen(line.request, 'chain', open);
  return closes || opens;
}

/** Whether the address of a request, its host, or a step of its path begins so. */
function begins(line: ListLine | undefined, text: string): boolean {
  if (line?.kind !== 'exchange' && line?.kind !== 'navigation') return false;
  const { host, path } = placeOf(line.url.toLowerCase());
  return host.startsWith(text) || path.includes(`/${text}`);
}
