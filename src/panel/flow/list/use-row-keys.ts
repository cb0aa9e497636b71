import type { KeyboardEvent } from 'react';
import { nextMatch, useTypeAhead } from '../../shared/parts/type-ahead';
import { placeOf } from '../../shared/presentation/place';
import { type CollapsedLines, holderOf, type ListLine } from './collapse';
import type { CollapsibleList } from './use-collapse';

interface RowKeys extends CollapsibleList {
  readonly onSelect: (line: ListLine) => void;
  readonly onEnter: () => void;
}

/** What keys do on a line beside moving: Enter goes on, arrows to the sides open and close, letters find. True = it was used. */
export function useRowKeys({ collapsed, setOpen, onSelect, onEnter }: RowKeys) {
  const { lines } = collapsed;
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
        if (line.kind === 'group') setOpen(line.id, 'group', !line.open);
        else onEnter();
        return true;
      case 'ArrowRight':
      case 'ArrowLeft':
        return openOrClose(event.key === 'ArrowRight', collapsed, index, setOpen) || to(holderIf(event.key, lines, index));
      default: {
        const text = typed(event);
        if (text === null) return false;
        to(nextMatch((place) => begins(lines[place], text), lines.length, index, text.length));
        return true;
      }
    }
  };
}

const holderIf = (key: string, lines: readonly ListLine[], index: number): number =>
  key === 'ArrowLeft' ? holderOf(lines, index) : -1;

/** Opens or closes what begins at a line. False = nothing does, or it is so already. */
function openOrClose(
  open: boolean,
  { lines, hidden }: Pick<CollapsedLines, 'lines' | 'hidden'>,
  index: number,
  setOpen: CollapsibleList['setOpen'],
): boolean {
  const line = lines[index];
  if (line?.kind === 'group') {
    if (line.open === open) return false;
    setOpen(line.id, 'group', open);
    return true;
  }
  if (line?.kind !== 'exchange') return false;
  const next = lines[index + 1];
  const begins = holderOf(lines, index) < 0 || lines[holderOf(lines, index)]?.kind === 'group';
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
